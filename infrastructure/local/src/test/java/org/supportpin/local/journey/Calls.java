package org.supportpin.local.journey;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts the functions' calls to AWS, at the SDK. */
final class Calls implements ExecutionInterceptor {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /** A call that was answered. */
    record Exchange(SdkRequest request, SdkResponse response) {}

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        seen.add(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + "."
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        exchanges.add(new Exchange(context.request(), context.response()));
    }

    /** What AWS bills for the calls during an operation. */
    Units units(Runnable what) {
        exchanges.clear();
        what.run();
        return exchanges.stream().map(Units::of).reduce(Units.NONE, Units::plus);
    }

    /** The same, of calls that name this table. */
    Units units(Runnable what, String table) {
        exchanges.clear();
        what.run();
        return exchanges.stream()
                .filter(each -> each.request()
                        .getValueForField("TableName", String.class)
                        .filter(table::equals)
                        .isPresent())
                .map(Units::of)
                .reduce(Units.NONE, Units::plus);
    }

    /** All requests so far, or since the last look. */
    List<String> all() {
        return List.copyOf(seen);
    }

    /** All calls that were answered so far. */
    List<Exchange> answered() {
        return List.copyOf(exchanges);
    }

    /** The calls during an operation. */
    List<String> during(Runnable what) {
        seen.clear();
        what.run();
        return List.copyOf(seen);
    }
}
