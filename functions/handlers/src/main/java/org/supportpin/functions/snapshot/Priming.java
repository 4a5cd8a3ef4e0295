package org.supportpin.functions.snapshot;

import java.io.IOException;
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

    private static final int LONGEST_PAUSES = 80;

    private final String function;
    private final Callable<Integer> rehearsal;
    private final Connecting connecting;
    private final Ids ids;
    private final Log log;
    private final Clock clock;

    /** Opens what the first request will need. */
    @FunctionalInterface
    public interface Connecting {
        void connect() throws IOException;
    }

    /**
     * @param function its name, for the log
     * @param rehearsal returns how many events the function's double answered
     * @param connecting runs beside the first request after a restore
     */
    public Priming(String function, Callable<Integer> rehearsal, Connecting connecting, Ids ids, Log log, Clock clock) {
        this.function = function;
        this.rehearsal = rehearsal;
        this.connecting = connecting;
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
        Thread.ofPlatform().daemon().name("connecting").start(this::connect);
    }

    /** A request that finds no connection opens its own, so a failure here costs nothing but the time. */
    private void connect() {
        try {
            connecting.connect();
        } catch (IOException e) {
            log.line()
                    .put(Field.FUNCTION, function)
                    .put(Field.OUTCOME, "not-connected")
                    .error(e)
                    .write();
        }
    }

    /**
     * Waits until the compilers do nothing for the length of a pause, for 80 pauses at most: after a restore they would compete with
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
