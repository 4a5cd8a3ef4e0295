package org.supportpin.local.journey;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Blocks two operations until both are called: if one waited for the other's answer, neither would proceed. */
final class Together implements ExecutionInterceptor {

    private static final int PATIENCE_SECONDS = 1;

    private final List<String> operations;
    private final CountDownLatch missing = new CountDownLatch(2);
    private volatile boolean apart;

    Together(String one, String other) {
        this.operations = List.of(one, other);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (!operations.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
            return;
        }
        missing.countDown();
        try {
            apart |= !missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether both were under way at the same time. */
    boolean met() {
        return !apart && missing.getCount() == 0;
    }
}
