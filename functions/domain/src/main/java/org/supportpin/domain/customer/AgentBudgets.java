package org.supportpin.domain.customer;

import org.supportpin.domain.identity.AgentId;

/** The agents' budgets of wrong PINs. They are counted up only with a ledger entry: {@link CompanionWrite.AgentCounted}. */
public interface AgentBudgets {

    /** The agent's budget, strongly consistent; a fresh one where nothing is stored. */
    AgentBudget read(AgentId agent);
}
