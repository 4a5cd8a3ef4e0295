package org.supportpin.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.local.testing.Trees;

/** Does what the request's body says: {@code throw}, {@code sleep}, or else answers with the body as it is. */
public final class ScriptHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var script =
                Trees.read(new String(in.readAllBytes(), UTF_8)).path("body").asText("");
        switch (script) {
            case "throw" -> throw new IllegalStateException("as the test asked");
            case "sleep" -> sleep();
            default -> out.write(script.getBytes(UTF_8));
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
