package org.supportpin.functions.snapshot;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.crac.Context;
import org.crac.Resource;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;

/**
 * Readies a function for its snapshot: before it is taken, the function's double rehearses; after it was restored, what is drawn at
 * random is drawn anew. A rehearsal that fails is logged, and the snapshot is taken all the same: the function is then slower at
 * first, and not wrong.
 */
public final class Priming implements Resource {

    private final String function;
    private final Play play;
    private final Ids ids;
    private final Log log;
    private final Clock clock;

    /** Makes the function's double, lets it rehearse, and lets all go that it used. */
    @FunctionalInterface
    public interface Play {
        /** How many events it answered. */
        int rehearse() throws IOException;
    }

    /**
     * @param function its name, for the log
     */
    public Priming(String function, Play play, Ids ids, Log log, Clock clock) {
        this.function = function;
        this.play = play;
        this.ids = ids;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        var started = clock.instant();
        var line = log.line().put(Field.FUNCTION, function);
        try {
            var answered = play.rehearse();
            Compilers.ofThisJvm().awaitRest();
            line.put(Field.OUTCOME, "primed").put(Field.EVENTS, answered);
        } catch (IOException | RuntimeException e) {
            line.put(Field.OUTCOME, "not-primed").error(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            line.put(Field.OUTCOME, "not-primed").error(e);
        }
        line.put(Field.DURATION_MS, Duration.between(started, clock.instant()).toMillis())
                .write();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        ids.refresh();
    }
}
