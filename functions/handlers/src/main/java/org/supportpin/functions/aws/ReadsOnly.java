package org.supportpin.functions.aws;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/**
 * Lets three kinds of call go out, none of which changes anything: {@code Query}, {@code GetItem} and {@code Decrypt}. Any other
 * is made and signed like those, and held back before its first byte is sent.
 */
public final class ReadsOnly implements ExecutionInterceptor {

    private static final Set<String> MAY_GO = Set.of("DynamoDb.Query", "DynamoDb.GetItem", "Kms.Decrypt");

    private volatile @Nullable Throwable failure;

    private static final class HeldBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        HeldBack() {
            super("not sent: this client only reads");
        }
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var call = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + "."
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        if (!MAY_GO.contains(call)) {
            throw SdkClientException.create("held back", new HeldBack());
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        if (!(context.exception() instanceof InvalidCiphertextException) && !isHeldBack(context.exception())) {
            failure = context.exception();
        }
    }

    /** What went wrong last, other than what must: a call held back, and a ciphertext that is none. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** Makes a call that must not be sent. Whatever else becomes of it is thrown on. */
    public static void notSent(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            if (isHeldBack(e)) {
                return;
            }
            throw e;
        }
        throw new IllegalStateException("a call that should have been held back was sent");
    }

    private static boolean isHeldBack(Throwable thrown) {
        for (@Nullable Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof HeldBack) {
                return true;
            }
        }
        return false;
    }
}
