package org.supportpin.functions.aws;

import java.time.Duration;
import org.supportpin.domain.deadline.Deadline;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Ends each call, all its attempts included, with the {@link Deadline} of the work at hand, and begins none after it.
 *
 * @param usual the client's own time-out, which is left as it is while there is more time
 */
record WithinDeadline(Duration usual) implements ExecutionInterceptor {

    private static final Duration LEAST = Duration.ofMillis(1);

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (Deadline.current().isOver()) {
            throw ApiCallTimeoutException.builder()
                    .message("no time is left for the call")
                    .build();
        }
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        var left = Deadline.current().left();
        if (left.compareTo(usual) >= 0) {
            return context.request();
        }
        var request = (AwsRequest) context.request();
        var own = request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder);
        return request.toBuilder()
                .overrideConfiguration(own.apiCallTimeout(left.compareTo(LEAST) > 0 ? left : LEAST)
                        .build())
                .build();
    }
}
