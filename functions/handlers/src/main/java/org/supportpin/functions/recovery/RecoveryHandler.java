package org.supportpin.functions.recovery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.action.Recovery;
import org.supportpin.functions.snapshot.Scenes;
import org.supportpin.json.Json;
import org.supportpin.json.JsonText;

/** Scheduled every minute. The event says nothing that matters; the answer says what was done. */
public final class RecoveryHandler implements RequestStreamHandler {

    /** Kept for the runtime, which refers weakly to what readies the function for its snapshot. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final Recovery recovery;

    public RecoveryHandler() {
        this(Wiring.fromEnvironment(Scenes.RECOVERY, RecoveryHandler::new));
    }

    public RecoveryHandler(Wiring wiring) {
        this.wiring = wiring;
        recovery = new Recovery(wiring);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var report = recovery.run();
        var answer = Json.object()
                .put("examined", report.examined())
                .put("ended", report.ended())
                .build();
        out.write(JsonText.write(answer).getBytes(StandardCharsets.UTF_8));
    }
}
