package org.supportpin.functions.action;

import java.time.Clock;
import java.time.Duration;
import org.supportpin.domain.action.Actions;

/** Looks after actions that were accepted and never came to an end: the answer was lost, or the function died. */
public final class Recovery {

    /** Longer than a function lives, so that what is taken over is nobody else's any more. */
    private static final Duration ABANDONED = Duration.ofSeconds(50);

    private static final int MOST_AT_A_TIME = 50;

    private final Actions actions;
    private final ActionRunner runner;
    private final Clock clock;

    Recovery(Actions actions, ActionRunner runner, Clock clock) {
        this.actions = actions;
        this.runner = runner;
        this.clock = clock;
    }

    /**
     * What one run did.
     *
     * @param examined how many actions waited
     * @param ended how many of them have an end now
     */
    public record Report(int examined, int ended) {}

    /** Looks after what waits now. One that fails does not keep the others waiting. */
    public Report run() {
        var waiting = actions.pending(clock.instant().minus(ABANDONED), MOST_AT_A_TIME);
        var ended = waiting.stream()
                .filter(action -> action.end() == null)
                .map(runner::recover)
                .filter(action -> action.end() != null)
                .count();
        return new Report(waiting.size(), (int) ended);
    }
}
