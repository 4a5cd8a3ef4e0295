package org.supportpin.functions.action;

import java.time.Clock;
import java.time.Duration;
import org.supportpin.domain.action.Actions;

/** Reconciles accepted actions that have no end: the answer was lost, or the function died. */
public final class Recovery {

    /** Longer than a function's time-out, so that no other function is still executing the action. */
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
     * The result of one run.
     *
     * @param examined how many actions were pending
     * @param ended how many of them have ended now
     */
    public record Report(int examined, int ended) {}

    /** Reconciles the pending actions. If one fails, the others go on. */
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
