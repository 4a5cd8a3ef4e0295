package org.supportpin.domain.identity;

import org.jspecify.annotations.Nullable;

/**
 * A support agent in a call, as the request says.
 *
 * @param name null if the agent's token has none
 */
public record AgentOnCall(AgentId id, @Nullable AgentName name, CallReference.Said call) {

    /** Who causes the entries of this call. */
    public Actor.Agent actor() {
        return new Actor.Agent(id, call);
    }
}
