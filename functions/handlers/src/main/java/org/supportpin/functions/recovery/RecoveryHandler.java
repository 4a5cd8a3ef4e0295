package org.supportpin.functions.recovery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.action.ActionModule;
import org.supportpin.functions.action.Recovery;
import org.supportpin.functions.http.FunctionTime;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;
import org.supportpin.functions.snapshot.Scenes;

/** Scheduled every minute. Ignores the event; the answer says what was done. */
public final class RecoveryHandler implements RequestStreamHandler {

    /** Kept because the runtime holds the snapshot hook only weakly. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final Recovery recovery;
    private final Log log;

    public RecoveryHandler() {
        this(SnapStart.fromEnvironment(Scenes.RECOVERY, RecoveryHandler::new));
    }

    public RecoveryHandler(Wiring wiring) {
        this.wiring = wiring;
        recovery = new ActionModule(wiring).recovery();
        log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var report = FunctionTime.of(context).hold(recovery::run);
        log.line()
                .put(Field.FUNCTION, context.getFunctionName())
                .put(Field.OUTCOME, "recovered")
                .count(Metric.ACTIONS_PENDING, report.due() - report.ended())
                .write();
        var answer = Json.object()
                .put("due", report.due())
                .put("examined", report.examined())
                .put("ended", report.ended())
                .build();
        out.write(JsonText.write(answer).getBytes(StandardCharsets.UTF_8));
    }
}
