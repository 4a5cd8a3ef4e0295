package org.supportpin.functions.snapshot;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.Nullable;

/** Lambda's invocation context for a rehearsal, without content. Each component is a method of {@link Context}. */
record NoInvocation(
        String getAwsRequestId,
        String getLogGroupName,
        String getLogStreamName,
        String getFunctionName,
        String getFunctionVersion,
        String getInvokedFunctionArn,
        @Nullable CognitoIdentity getIdentity,
        @Nullable ClientContext getClientContext,
        int getRemainingTimeInMillis,
        int getMemoryLimitInMB,
        @Nullable LambdaLogger getLogger)
        implements Context {

    NoInvocation() {
        this("", "", "", "rehearsal", "", "", null, null, Integer.MAX_VALUE, 0, null);
    }
}
