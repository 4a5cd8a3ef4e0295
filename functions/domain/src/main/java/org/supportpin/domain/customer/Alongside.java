package org.supportpin.domain.customer;

/** What is written in the same transaction as a ledger entry. */
public sealed interface Alongside {

    /** The customer's secret, in place of the one before. */
    record SecretWritten(StoredSecret secret) implements Alongside {}

    /** An agent's budget, if nobody else has counted since it was read. */
    record AgentCounted(AgentBudget budget) implements Alongside {}
}
