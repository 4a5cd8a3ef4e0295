package org.supportpin.domain.customer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.supportpin.domain.deadline.Deadline;

/** Reads, decides and writes, and does all of it again while other requests are first. */
public final class Race {

    private static final int MOST_ATTEMPTS = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

    private Race() {}

    /** As {@link #run(String, Object, Supplier, Function)}, with nothing known before. */
    public static <S, O> O run(String what, Supplier<S> read, Function<S, Optional<O>> attempt) {
        return run(what, read.get(), read, attempt);
    }

    /**
     * Runs it, with what is known.
     *
     * @param what what is written, for the message
     * @param known what was read or written before; read again only if another request was first
     * @param attempt empty if another request was first
     * @throws Contended if others were first twelve times, or until the {@link Deadline}
     */
    public static <S, O> O run(String what, S known, Supplier<S> read, Function<S, Optional<O>> attempt) {
        var state = known;
        for (int attempts = 1; ; attempts++) {
            var outcome = attempt.apply(state);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (attempts == MOST_ATTEMPTS || Deadline.current().isOver()) {
                throw new Contended(what, attempts);
            }
            pause(attempts);
            state = read.get();
        }
    }

    /** Full jitter, growing with each lost race. */
    private static void pause(int attempts) {
        var most = Math.min(LONGEST_PAUSE.toNanos(), Duration.ofMillis(1).toNanos() << attempts);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
}
