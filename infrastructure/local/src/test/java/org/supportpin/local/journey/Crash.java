package org.supportpin.local.journey;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Crashes a function before or after one of its outgoing calls: from then on it makes no call and gives no answer. */
final class Crash implements ExecutionInterceptor {

    /** On which side of the call. */
    enum Side {
        BEFORE,
        AFTER
    }

    /** When. */
    record Point(Side side, int call) {}

    /** No exception of the service's: nothing may catch it. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    private Optional<Point> point = Optional.empty();
    private int calls;
    private boolean dead;

    /** From now on the calls are counted, and at that one the function dies. */
    synchronized void at(Point when) {
        point = Optional.of(when);
        calls = 0;
        dead = false;
    }

    /** A new process; whether the one before died. */
    synchronized boolean restart() {
        var died = dead;
        point = Optional.empty();
        dead = false;
        return died;
    }

    @Override
    public synchronized void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        calls++;
        strike(Side.BEFORE);
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        strike(Side.AFTER);
    }

    private void strike(Side side) {
        dead = dead || point.filter(new Point(side, calls)::equals).isPresent();
        if (dead) {
            throw new Died();
        }
    }
}
