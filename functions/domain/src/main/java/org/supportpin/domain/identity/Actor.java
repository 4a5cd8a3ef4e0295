package org.supportpin.domain.identity;

/** Who caused an entry of the ledger. */
public sealed interface Actor {

    /** The customer, through the panel. */
    record Panel() implements Actor {}

    /** A support agent, in a call. */
    record Agent(AgentId id, CallReference call) implements Actor {}

    /** The service itself: what recovery found out. */
    record Service() implements Actor {}
}
