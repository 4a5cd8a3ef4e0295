package org.supportpin.domain.deadline;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How much time the work at hand still has, in real time. Whatever waits or tries again asks {@link #current()} first, so that a
 * function answers before it is ended. It is held for the duration of a call, not kept: code that goes on in another thread takes it
 * along with {@link #hold}.
 */
public final class Deadline {

    /** For work that nobody ends. */
    public static final Deadline NONE = new Deadline(() -> Duration.ofDays(365));

    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final Supplier<Duration> left;

    private Deadline(Supplier<Duration> left) {
        this.left = left;
    }

    /** When a clock of someone else's says so, such as Lambda's. */
    public static Deadline in(Supplier<Duration> left) {
        return new Deadline(left);
    }

    /** The deadline of the work at hand; {@link #NONE} if it has none. */
    public static Deadline current() {
        return CURRENT.orElse(NONE);
    }

    /** The time left; zero when it is over, never negative. */
    public Duration left() {
        return longer(left.get(), Duration.ZERO);
    }

    public boolean isOver() {
        return left().isZero();
    }

    /** As long as one would like to wait, or as long as is left. */
    public Duration atMost(Duration wish) {
        return shorter(left(), wish);
    }

    /** An earlier deadline, which leaves time for what must still follow. */
    public Deadline before(Duration reserve) {
        return new Deadline(() -> left().minus(reserve));
    }

    /** A deadline that ends after this time from now, or with this one. */
    public Deadline within(Duration most) {
        var start = System.nanoTime();
        return new Deadline(() -> atMost(most.minusNanos(System.nanoTime() - start)));
    }

    /** Does work under this deadline. */
    public <T, X extends Throwable> T hold(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
