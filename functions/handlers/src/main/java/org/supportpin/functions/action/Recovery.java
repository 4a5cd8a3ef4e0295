package org.supportpin.functions.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Actions.Waiting;
import org.supportpin.domain.action.BackOfficeSystem;
import org.supportpin.domain.action.FairTurns;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.functions.action.Reconciliation.Look;
import org.supportpin.functions.http.Log;

/**
 * Reconciles accepted actions that have no end: the answer was lost, or the function died. A run looks at those that wait longest, each
 * once, as {@link FairTurns} lets it; what it looked at goes to the back of the queue.
 */
public final class Recovery {

    /** Longer than any function's time-out, so that no other function is still executing the action. */
    private static final Duration ABANDONED = Duration.ofSeconds(50);

    private final Actions actions;
    private final ActionRegistry registry;
    private final ActionRunner runner;
    private final Clock clock;
    private final Log log;

    Recovery(Actions actions, ActionRegistry registry, ActionRunner runner, Clock clock, Log log) {
        this.actions = actions;
        this.registry = registry;
        this.runner = runner;
        this.clock = clock;
        this.log = log;
    }

    /**
     * The result of one run.
     *
     * @param due how many actions were waiting, as far as the run came
     * @param examined how many of them it looked at
     * @param ended how many of those have ended now
     */
    public record Report(int due, int examined, int ended) {}

    /** Reconciles the pending actions until the {@link Deadline}. If one fails, the others go on. */
    public Report run() {
        var now = clock.instant();
        var before = now.minus(ABANDONED);
        var turns = new FairTurns(Deadline.current());
        int due = 0;
        int examined = 0;
        int ended = 0;
        int unknown = 0;
        for (var waiting : actions.due(before)) {
            var id = waiting.id();
            if (id == null) {
                unknown++;
                continue;
            }
            due++;
            var turn = turns.next(systems(waiting)).orElse(null);
            var look = turn == null ? Optional.<Look>empty() : turn.deadline().hold(() -> look(id, before, now));
            if (turn != null && look.isPresent()) {
                turns.ended(turn, look.get().isAnswered());
                examined++;
                ended += look.get().action().end() == null ? 0 : 1;
            }
            if (turns.isOver()) {
                break;
            }
        }
        tell(unknown);
        return new Report(due, examined, ended);
    }

    private void tell(int unknown) {
        if (unknown > 0) {
            log.line()
                    .put(Log.Field.OUTCOME, "pending-items-unknown")
                    .count(Log.Metric.ROTATION_VIOLATIONS, unknown)
                    .write();
        }
    }

    private Set<BackOfficeSystem> systems(Waiting waiting) {
        return waiting.name() == null ? Set.of() : registry.find(waiting.name()).systems();
    }

    /** Empty if the action was dispatched or looked at a moment ago, has ended, was set aside unread, or the store does not answer. */
    private Optional<Look> look(ActionId id, Instant before, Instant now) {
        try {
            return readable(id, before, now).map(new Reconciliation(runner)::recover);
        } catch (RuntimeException e) {
            log.line().put(Log.Field.OUTCOME, "recovery-postponed").error(e).write();
            return Optional.empty();
        }
    }

    private Optional<ActionRecord> readable(ActionId id, Instant before, Instant now) {
        try {
            return actions.look(id, before, now);
        } catch (Unreadable e) {
            runner.acceptances().setAsideUnreadable(id);
            return Optional.empty();
        }
    }
}
