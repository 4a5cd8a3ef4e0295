package org.supportpin.domain.customer;

import org.supportpin.domain.action.ActionRecord;

/** What is written in the same transaction as a ledger entry. */
public sealed interface CompanionWrite {

    /** The customer's secret, in place of the one before. */
    record SecretWritten(StoredSecret secret) implements CompanionWrite {}

    /** An agent's budget, if nobody else has counted since it was read. */
    record AgentCounted(AgentBudget budget) implements CompanionWrite {}

    /** An action that is new: there must be none of its id. */
    record ActionOpened(ActionRecord action) implements CompanionWrite {}

    /** An action that ended: it must be pending, and of the version before. */
    record ActionEnded(ActionRecord action) implements CompanionWrite {}
}
