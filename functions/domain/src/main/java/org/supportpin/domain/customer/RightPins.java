package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.customer.LedgerCommands.Contended;
import org.supportpin.domain.identity.AgentId;

/**
 * Counts right PINs for their agents after the fact, from the entries that recorded them: a verification itself writes nothing for
 * it. The same entry may be told any number of times.
 */
public final class RightPins {

    private static final int MOST_ATTEMPTS = 12;

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
     * @throws Contended if other requests were first twelve times
     */
    public void count(AgentId agent, String verification, Instant at) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            var budget = budgets.read(agent);
            var counted = budget.withRight(limits, verification, at);
            if (counted.equals(budget) || budgets.write(counted)) {
                return;
            }
        }
        throw new Contended("the agent's budget", MOST_ATTEMPTS);
    }
}
