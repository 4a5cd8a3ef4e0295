package org.supportpin.domain.identity;

import org.jspecify.annotations.Nullable;

/** Who caused a ledger entry. */
public sealed interface Actor {

    /** The customer, through the panel. */
    record Panel() implements Actor {}

    /**
     * A support agent during a call.
     *
     * @param call null for what follows a verification, whose entry has the call; and if the customer has no key to seal it with
     */
    record Agent(AgentId id, @Nullable CallReference call) implements Actor {}

    /** A member of staff outside any call, such as an auditor who reads the customer's chain. */
    record Auditor(AgentId id) implements Actor {}

    /** The service itself, for example when recovery ends an action. */
    record Service() implements Actor {}
}
