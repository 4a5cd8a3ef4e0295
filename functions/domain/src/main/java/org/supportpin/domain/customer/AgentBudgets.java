package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import org.supportpin.domain.identity.AgentId;

/**
 * The agents' budgets. What a request counts is written only together with a ledger entry: {@link CompanionWrite.AgentCounted}.
 */
public interface AgentBudgets {

    /** The agent's budget, strongly consistent; an unused one if nothing is stored. */
    AgentBudget read(AgentId agent);

    /** The budgets of the agents who are suspended at this time, soonest free first. The result may be a few seconds old. */
    List<AgentBudget> suspended(Instant now);

    /**
     * Writes what was counted after the fact.
     *
     * @return whether the budget had not changed since it was read; if it had, nothing was written
     */
    boolean write(AgentBudget counted);

    /**
     * Writes a budget whose suspension was lifted, and for good by whom and why: both or neither.
     *
     * @return as {@link #write}
     */
    boolean lift(AgentBudget lifted, Suspensions.Lift lift);
}
