package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.AgentId;

/**
 * Counts right PINs for their agents after the fact, from the entries that recorded them: a verification itself writes nothing for
 * it. The same entry may be told any number of times.
 */
public final class RightPins {

    private final AgentBudgets budgets;
    private final Limits limits;

    public RightPins(AgentBudgets budgets, Limits limits) {
        this.budgets = budgets;
        this.limits = limits;
    }

    /**
     * Counts a PIN that verified. With one more than an hour allows, the agent is suspended from that moment.
     *
     * @param verification the key of the verification
     * @param at the entry's time
     * @return the suspension that it led to; empty if to none
     * @throws Contended if other requests were first twelve times, or until the {@link Deadline}
     */
    public Optional<Suspension> count(AgentId agent, String verification, Instant at) {
        return Race.run("the agent's budget", () -> budgets.read(agent), budget -> {
            var counted = budget.withRight(limits, verification, at);
            return counted.equals(budget) || budgets.write(counted)
                    ? Optional.of(
                            Optional.ofNullable(counted.suspension()).filter(each -> !each.equals(budget.suspension())))
                    : Optional.empty();
        });
    }
}
