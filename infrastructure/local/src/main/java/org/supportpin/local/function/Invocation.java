package org.supportpin.local.function;

import java.util.concurrent.Callable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * One call of a function. Lambda stops a function where it is; one JVM cannot stop a thread that goes on. So an ended call is
 * interrupted, and every later attempt to call AWS is refused, in all threads that it started.
 */
final class Invocation {

    /** Threads inherit it from the thread that starts them. */
    private static final InheritableThreadLocal<Invocation> CURRENT = new InheritableThreadLocal<>();

    /** Refuses the calls to AWS of ended invocations. */
    static final ExecutionInterceptor CUT_OFF = new ExecutionInterceptor() {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            var invocation = CURRENT.get();
            if (invocation != null && invocation.isEnded) {
                throw SdkClientException.create("the function has been ended");
            }
        }
    };

    private volatile boolean isEnded;

    /** Its work, for a thread of its own. */
    <T> Callable<T> of(Callable<T> work) {
        return () -> {
            CURRENT.set(this);
            return work.call();
        };
    }

    void end() {
        isEnded = true;
    }
}
