package org.supportpin.domain.customer;

import org.supportpin.domain.identity.AgentId;

/** The agents' budgets of wrong PINs. They change only together with a ledger entry: {@link CompanionWrite.AgentCounted}. */
public interface AgentBudgets {

    /** The agent's budget, strongly consistent; an unused one if nothing is stored. */
    AgentBudget read(AgentId agent);
}
