package org.supportpin.local.journey;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A fault of AWS in the next call of an operation, in all of the SDK's attempts. */
final class AwsFault implements ExecutionInterceptor {

    static final Supplier<RuntimeException> THROTTLED = () -> service(400, "ThrottlingException");
    static final Supplier<RuntimeException> DENIED = () -> service(400, "AccessDeniedException");

    /** Something that nobody thought of. */
    static final Supplier<RuntimeException> UNFORESEEN = () -> new IllegalStateException("unforeseen");

    /** The connection is cut. */
    static final Supplier<RuntimeException> CUT = () -> SdkClientException.create("the connection was cut");

    /** It fails with a message that repeats what was sent, as SNS does with a number. */
    static Supplier<RuntimeException> saying(String what) {
        return () -> service(400, "InvalidParameter: " + what);
    }

    private final Map<String, Supplier<RuntimeException>> before = new ConcurrentHashMap<>();
    private final Map<String, Supplier<RuntimeException>> after = new ConcurrentHashMap<>();
    private final Map<String, Duration> slow = new ConcurrentHashMap<>();

    /** The next call fails and does nothing. */
    void before(String operation, Supplier<RuntimeException> what) {
        before.put(operation, what);
    }

    /** The next call does what it shall, and its answer is lost. */
    void after(String operation, Supplier<RuntimeException> what) {
        after.put(operation, what);
    }

    /** Each attempt of the next call takes this long, unless it is aborted. */
    void slow(String operation, Duration time) {
        slow.put(operation, time);
    }

    /** What was planned and did not strike is called off. */
    void none() {
        before.clear();
        after.clear();
        slow.clear();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (!isRecoverys(context.request())) {
            strike(before, attributes);
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var time = slow.get(operation(attributes));
        if (time != null) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (!isRecoverys(context.request())) {
            strike(after, attributes);
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        slow.remove(operation(attributes));
    }

    /** Recovery looks for pending actions whenever its minute is over: it would take the trouble that a test has planned. */
    private static boolean isRecoverys(SdkRequest request) {
        return request instanceof QueryRequest query
                && query.indexName() != null
                && !query.expressionAttributeValues().containsValue(AttributeValue.fromS("suspended"));
    }

    private static void strike(Map<String, Supplier<RuntimeException>> planned, ExecutionAttributes attributes) {
        var what = planned.remove(operation(attributes));
        if (what != null) {
            throw what.get();
        }
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }

    private static AwsServiceException service(int status, String code) {
        return AwsServiceException.builder()
                .message(code)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(code)
                        .build())
                .build();
    }
}
