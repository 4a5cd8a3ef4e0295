package org.supportpin.functions.snapshot;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.crac.Context;
import org.crac.Resource;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;

/**
 * Prepares a function for its snapshot: before it is taken, the function's double rehearses, and the names that it resolved are
 * forgotten; after a restore, randomness is renewed. A failed rehearsal is logged and the snapshot is taken anyway: the function is then slower at first, but correct.
 */
public final class Priming implements Resource {

    private static final int LONGEST_PAUSES = 24;

    private final String function;
    private final Callable<Integer> rehearsal;
    private final Ids ids;
    private final Log log;
    private final Clock clock;

    /**
     * @param function its name, for the log
     * @param rehearsal returns how many events the function's double answered
     */
    public Priming(String function, Callable<Integer> rehearsal, Ids ids, Log log, Clock clock) {
        this.function = function;
        this.rehearsal = rehearsal;
        this.ids = ids;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        var started = clock.instant();
        var line = log.line().put(Field.FUNCTION, function);
        try {
            rehearse(line);
            NameCache.awaitEmpty();
            awaitRest(ManagementFactory.getCompilationMXBean()::getTotalCompilationTime, Duration.ofMillis(250));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            line.put(Field.OUTCOME, "not-primed").error(e);
        }
        line.put(Field.DURATION_MS, Duration.between(started, clock.instant()).toMillis())
                .write();
    }

    private void rehearse(Log.Line line) throws InterruptedException {
        try {
            var answered = rehearsal.call();
            line.put(Field.OUTCOME, "primed").put(Field.EVENTS, answered);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            line.put(Field.OUTCOME, "not-primed").error(e);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        ids.refresh();
    }

    /**
     * Waits until the compilers do nothing for the length of a pause, for 24 pauses at most: after a restore they would compete with
     * the first request.
     *
     * @param compiling milliseconds spent so far
     * @return whether they came to rest
     */
    static boolean awaitRest(LongSupplier compiling, Duration pause) throws InterruptedException {
        long before = compiling.getAsLong();
        for (int waited = 0; waited < LONGEST_PAUSES; waited++) {
            Thread.sleep(pause);
            long now = compiling.getAsLong();
            if (now == before) {
                return true;
            }
            before = now;
        }
        return false;
    }
}
