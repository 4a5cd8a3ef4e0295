package org.supportpin.domain.customer;

import org.supportpin.domain.action.ActionRecord;

/** What is written in the same transaction as a ledger entry. */
public sealed interface CompanionWrite {

    /** The customer's secret, replacing the previous one. */
    record SecretWritten(StoredSecret secret) implements CompanionWrite {}

    /** An agent's budget, if it has not changed since it was read. */
    record AgentCounted(AgentBudget budget) implements CompanionWrite {}

    /** A number's budget, if it has not changed since it was read. */
    record DestinationCounted(DestinationBudget budget) implements CompanionWrite {}

    /** A new action. There must be none with its ID. */
    record ActionOpened(ActionRecord action) implements CompanionWrite {}

    /** An ended action. It must be pending and have the previous version. */
    record ActionEnded(ActionRecord action) implements CompanionWrite {}
}
