package org.supportpin.functions.outbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.customer.OutboxDelivery;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.FunctionTime;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;
import org.supportpin.functions.snapshot.Scenes;

/** Scheduled every minute: delivers the notices that no provider has taken yet. Ignores the event; the answer says what waits. */
public final class OutboxHandler implements RequestStreamHandler {

    /** Kept because the runtime holds the snapshot hook only weakly. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final OutboxDelivery delivery;
    private final Log log;

    public OutboxHandler() {
        this(SnapStart.fromEnvironment(Scenes.OUTBOX, OutboxHandler::new));
    }

    public OutboxHandler(Wiring wiring) {
        this.wiring = wiring;
        delivery = wiring.outboxDelivery();
        log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var report = FunctionTime.of(context).hold(() -> delivery.run(Deadline.current()::left));
        log.line()
                .put(Field.FUNCTION, context.getFunctionName())
                .put(Field.OUTCOME, "delivered")
                .count(Metric.NOTICES_WAITING, report.waiting())
                .count(Metric.OLDEST_NOTICE, report.oldest().toSeconds())
                .write();
        var answer = Json.object()
                .put("waiting", report.waiting())
                .put("oldestSeconds", report.oldest().toSeconds())
                .build();
        out.write(JsonText.write(answer).getBytes(StandardCharsets.UTF_8));
    }
}
