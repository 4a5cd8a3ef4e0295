package org.supportpin.local.journey;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Makes the answer to one call to AWS late or lost. AWS has done what was asked; how often the SDK repeats the call is its own affair. */
final class Lateness implements ExecutionInterceptor {

    /** What becomes of the answer. */
    enum Fault {
        /** The connection breaks under the first attempt's answer. */
        LOST,
        /** The first attempt's answer comes after its time-out. */
        LATE,
        /** The first attempt's answer is lost, and the second meets a transaction on the item; only writes meet one. */
        CONFLICT,
        /** The connection breaks under every attempt's answer. */
        GONE;

        boolean meets(String operation) {
            return this != CONFLICT || operation.equals("PutItem") || operation.equals("TransactWriteItems");
        }
    }

    private static final ExecutionAttribute<Integer> NUMBER = new ExecutionAttribute<>("number");
    private static final long ATTEMPT_MILLIS = 1500;
    private static final int BAD_REQUEST = 400;

    private final List<String> calls = new ArrayList<>();
    private int struck;
    private Fault fault = Fault.LOST;

    /** From now on calls are counted, and this one's answer meets the fault; none if 0. */
    synchronized void at(int call, Fault what) {
        calls.clear();
        struck = call;
        fault = what;
    }

    /** The operations called since then; later ones are not counted. */
    synchronized List<String> calls() {
        struck = 0;
        return List.copyOf(calls);
    }

    @Override
    public synchronized void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        calls.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        attributes.putAttribute(NUMBER, calls.size());
    }

    @Override
    public synchronized void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        if (!Integer.valueOf(struck).equals(attributes.getAttribute(NUMBER))) {
            return;
        }
        if (fault != Fault.GONE) {
            struck = 0;
        }
        throw switch (fault) {
            case LATE -> ApiCallAttemptTimeoutException.create(ATTEMPT_MILLIS);
            case CONFLICT -> conflict(context.request());
            case LOST, GONE -> RetryableException.create("the connection broke");
        };
    }

    private static SdkException conflict(SdkRequest request) {
        if (!(request instanceof TransactWriteItemsRequest transaction)) {
            return TransactionConflictException.builder()
                    .statusCode(BAD_REQUEST)
                    .awsErrorDetails(details("TransactionConflictException"))
                    .build();
        }
        var reasons = new ArrayList<CancellationReason>();
        transaction.transactItems().forEach(_ -> reasons.add(reason("None")));
        reasons.set(0, reason("TransactionConflict"));
        return TransactionCanceledException.builder()
                .statusCode(BAD_REQUEST)
                .awsErrorDetails(details("TransactionCanceledException"))
                .cancellationReasons(reasons)
                .build();
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(code).build();
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }
}
