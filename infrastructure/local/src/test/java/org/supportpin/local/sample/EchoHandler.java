package org.supportpin.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.local.testing.Trees;

/** Answers with the event it got, its environment and its context. */
public final class EchoHandler implements RequestStreamHandler {

    private final SampleWiring wiring;

    public EchoHandler(SampleWiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var seen = Trees.object();
        seen.set("event", Trees.read(new String(in.readAllBytes(), UTF_8)));
        seen.set("environment", Trees.tree(wiring.environment()));
        seen.putObject("context")
                .put("functionName", context.getFunctionName())
                .put("remaining", context.getRemainingTimeInMillis())
                .put("arn", context.getInvokedFunctionArn());
        var answer = Trees.object().put("statusCode", 200).put("body", seen.toString());
        answer.putObject("headers").put("Content-Type", "application/json").put("ETag", "\"1\"");
        out.write(answer.toString().getBytes(UTF_8));
    }
}
