package org.supportpin.domain.identity;

/** Who caused a ledger entry. */
public sealed interface Actor {

    /** The customer, through the panel. */
    record Panel() implements Actor {}

    /** A support agent during a call. */
    record Agent(AgentId id, CallReference call) implements Actor {}

    /** A member of staff outside any call, such as an auditor who reads the customer's chain. */
    record Auditor(AgentId id) implements Actor {}

    /** The service itself, for example when recovery ends an action. */
    record Service() implements Actor {}
}
