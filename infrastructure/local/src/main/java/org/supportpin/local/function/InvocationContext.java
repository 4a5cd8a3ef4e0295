package org.supportpin.local.function;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supportpin.local.template.Function;

/**
 * Lambda's invocation context, of which each component but the deadline is a method.
 *
 * @param deadline by {@link System#nanoTime()}
 */
record InvocationContext(
        String getAwsRequestId,
        String getLogGroupName,
        String getLogStreamName,
        String getFunctionName,
        String getFunctionVersion,
        String getInvokedFunctionArn,
        @Nullable CognitoIdentity getIdentity,
        @Nullable ClientContext getClientContext,
        int getMemoryLimitInMB,
        LambdaLogger getLogger,
        long deadline)
        implements Context {

    private static final LambdaLogger CONSOLE = new LambdaLogger() {
        @Override
        public void log(String message) {
            System.out.print(message);
        }

        @Override
        public void log(byte[] message) {
            log(new String(message, StandardCharsets.UTF_8));
        }
    };

    InvocationContext(Function function, String requestId, long deadline) {
        this(
                requestId,
                "/aws/lambda/" + function.name(),
                "local",
                function.name(),
                "$LATEST",
                function.arn(),
                null,
                null,
                function.memoryMegabytes(),
                CONSOLE,
                deadline);
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, Duration.ofNanos(deadline - System.nanoTime()).toMillis());
    }
}
