package org.supportpin.domain.customer;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinKey;

/**
 * What the state keeps of an agent's call, so that the panel can say who is calling.
 *
 * @param mark see {@link PinKey#mark}
 * @param agentName the agent's name, sealed by {@link PinKey#sealShown}; null if the token has none
 */
public record CallMark(int mark, @Nullable Ciphertext agentName) {

    /** The label under which names are sealed, after the key of what shows them. */
    private static final String NAME = "/name";

    /** @param key of the verification, the request or the announcement that shows the name */
    static CallMark of(PinKey pins, AgentOnCall agent, String key) {
        var name = agent.name();
        return new CallMark(pins.mark(agent.call()), name == null ? null : pins.sealShown(key + NAME, name.value()));
    }

    /** The agent's name in clear; null if there is none. */
    static @Nullable String name(PinKey pins, String key, @Nullable Ciphertext sealed) {
        return sealed == null ? null : pins.openShown(key + NAME, sealed);
    }
}
