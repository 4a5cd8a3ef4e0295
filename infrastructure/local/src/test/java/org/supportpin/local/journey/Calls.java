package org.supportpin.local.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts at the SDK what the functions ask of AWS, and what it costs. */
final class Calls implements ExecutionInterceptor {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicReference<Units> units = new AtomicReference<>(Units.NONE);

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        seen.add(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + "."
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        units.accumulateAndGet(Units.of(context.request(), context.response()), Units::plus);
    }

    /** What that cost in DynamoDB. */
    Units units() {
        return units.get();
    }

    /** All that was asked so far, or since something was looked at last. */
    List<String> all() {
        return List.copyOf(seen);
    }

    /** What is asked while something is done. */
    List<String> during(Runnable what) {
        seen.clear();
        units.set(Units.NONE);
        what.run();
        return List.copyOf(seen);
    }
}
