package org.supportpin.local.journey;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Does something once, after a function's next transaction, which for an action is its acceptance, or after its next read of a ledger. */
final class AfterAcceptance implements ExecutionInterceptor {

    /** The process has crashed; not an exception that the service may catch. */
    private static final class Gone extends Error {
        private static final long serialVersionUID = 1;
    }

    private final AtomicReference<Runnable> what = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> afterReading = new AtomicReference<>(() -> {});

    private final AtomicBoolean diesWithNotice = new AtomicBoolean();

    /** The function dies when a notice is queued, before it is sent. */
    void dieOnceANoticeIsQueued() {
        diesWithNotice.set(true);
    }

    void once(Runnable next) {
        what.set(next);
    }

    /** Somebody is faster, between the read of a ledger and the append to it. */
    void onceALedgerIsRead(Runnable next) {
        afterReading.set(next);
    }

    /** The function dies there: the action is accepted, and nothing else is done. */
    void dieOnce() {
        once(() -> {
            throw new Gone();
        });
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            if (hasNotice(transaction) && diesWithNotice.getAndSet(false)) {
                throw new Gone();
            }
            what.getAndSet(() -> {}).run();
        }
        if (context.request() instanceof QueryRequest query && query.indexName() == null) {
            afterReading.getAndSet(() -> {}).run();
        }
    }

    private static boolean hasNotice(TransactWriteItemsRequest transaction) {
        return transaction.transactItems().stream()
                .anyMatch(part -> part.put() != null
                        && String.valueOf(part.put().item().get("pk")).contains("OUTBOX#"));
    }
}
