package org.supportpin.local.journey;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
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

    /** SNS does not send to this number, now or later. */
    static final Supplier<RuntimeException> REFUSED = () -> service(
            400, "InvalidParameter", "Invalid parameter: PhoneNumber Reason: the number is not valid to publish to");

    private static final long ATTEMPT_MILLIS = 1500;

    /** Something that nobody thought of. */
    static final Supplier<RuntimeException> UNFORESEEN = () -> new IllegalStateException("unforeseen");

    /** The connection is cut. */
    static final Supplier<RuntimeException> CUT = () -> SdkClientException.create("the connection was cut");

    /** It fails with a message that repeats what was sent, as SNS does with a number. */
    static Supplier<RuntimeException> saying(String what) {
        return () -> service(400, "InvalidParameter: " + what);
    }

    /** The shards of the index that requests ask for. */
    private static final Set<String> OF_REQUESTS = Set.of("suspended", "VIOLATION", "UNSETTLED");

    private final Map<String, Supplier<RuntimeException>> before = new ConcurrentHashMap<>();
    private final Map<String, Supplier<RuntimeException>> after = new ConcurrentHashMap<>();
    private final Map<String, Supplier<RuntimeException>> always = new ConcurrentHashMap<>();
    private final Map<String, Duration> slow = new ConcurrentHashMap<>();
    private final Set<String> timedOut = ConcurrentHashMap.newKeySet();
    private final Map<String, Duration> hanging = new ConcurrentHashMap<>();
    private final Map<String, Duration> late = new ConcurrentHashMap<>();

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

    /** Each attempt of the next call does what it shall, and its answer takes this long. */
    void late(String operation, Duration time) {
        late.put(operation, time);
    }

    /** Every call fails and does nothing, until {@link #none}. */
    void always(String operation, Supplier<RuntimeException> what) {
        always.put(operation, what);
    }

    /** The next attempt does what it shall, but its answer comes after its time-out, and the SDK tries again. */
    void timedOut(String operation) {
        timedOut.add(operation);
    }

    /** The next attempt takes this long, and no other. */
    void hang(String operation, Duration time) {
        hanging.put(operation, time);
    }

    /** What was planned and did not strike is called off. */
    void none() {
        timedOut.clear();
        hanging.clear();
        always.clear();
        late.clear();
        before.clear();
        after.clear();
        slow.clear();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        var ever = always.get(operation(attributes));
        if (ever != null) {
            throw ever.get();
        }
        if (!isRecoverys(context.request())) {
            strike(before, attributes);
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        pause(slow.get(operation(attributes)));
        pause(hanging.remove(operation(attributes)));
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        pause(late.get(operation(attributes)));
        if (!isRecoverys(context.request()) && timedOut.remove(operation(attributes))) {
            throw ApiCallAttemptTimeoutException.create(ATTEMPT_MILLIS);
        }
    }

    private static void pause(@Nullable Duration time) {
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
        late.remove(operation(attributes));
    }

    /** Recovery looks for pending actions whenever its minute is over: it would take the trouble that a test has planned. */
    private static boolean isRecoverys(SdkRequest request) {
        return request instanceof QueryRequest query
                && query.indexName() != null
                && OF_REQUESTS.stream()
                        .map(AttributeValue::fromS)
                        .noneMatch(query.expressionAttributeValues()::containsValue);
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
        return service(status, code, code);
    }

    private static AwsServiceException service(int status, String code, String message) {
        return AwsServiceException.builder()
                .message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
