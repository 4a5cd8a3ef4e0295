package org.supportpin.domain.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.AgentId;

/** What a supervisor does about suspended agents. */
public final class Suspensions {

    private final AgentBudgets budgets;
    private final Clock clock;

    public Suspensions(AgentBudgets budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * A suspension that was lifted.
     *
     * @param by the supervisor
     * @param note why, in the supervisor's words
     */
    public record Lift(AgentId agent, Suspension suspension, AgentId by, Instant at, String note) {}

    /** The outcome of lifting a suspension. */
    public enum Outcome {
        /** The agent can verify callers again, with a whole budget. */
        LIFTED,
        /** Nobody lifts their own. */
        OWN,
        /** The agent is not suspended. */
        NOT_SUSPENDED
    }

    /** The budgets of the agents who are suspended, soonest free first. */
    public List<AgentBudget> list() {
        return budgets.suspended(now());
    }

    /**
     * Lifts an agent's suspension.
     *
     * @throws Contended if other requests were first twelve times, or until the {@link Deadline}
     */
    public Outcome lift(AgentId agent, AgentId by, String note) {
        if (agent.equals(by)) {
            return Outcome.OWN;
        }
        return Race.run("the agent's budget", () -> budgets.read(agent), budget -> {
            var now = now();
            var suspension = budget.suspension(now);
            if (suspension.isEmpty()) {
                return Optional.of(Outcome.NOT_SUSPENDED);
            }
            var lift = new Lift(agent, suspension.get(), by, now, note);
            return budgets.lift(budget.lifted(), lift) ? Optional.of(Outcome.LIFTED) : Optional.empty();
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
