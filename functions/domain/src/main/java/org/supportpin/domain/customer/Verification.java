package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.PinKey;

/**
 * A caller gave the correct PIN: for a while, this agent may act for this customer.
 *
 * @param key 128 random bits, base64url: its part of the public ID
 * @param call the mark of the call, see {@link PinKey#mark}
 * @param counter the counter of the PIN that was given
 * @param source where the caller got the PIN
 * @param uses how many actions it has been used for
 * @param refusals how many requested actions were not accepted
 */
public record Verification(
        String key,
        AgentId agent,
        int call,
        PinCounter counter,
        PinSource source,
        Instant verifiedAt,
        Instant expiresAt,
        int uses,
        int refusals) {

    /** Where a caller got the PIN, as far as is known. */
    public enum PinSource implements WireName {
        /** The panel: the PIN had not been sent by SMS. */
        PANEL,
        /** The PIN had been sent by SMS, so the caller may have it from there. */
        SMS
    }

    static Verification of(Event.Verified event, Actor.Agent agent, Instant at) {
        return new Verification(
                event.key(), agent.id(), event.call(), event.counter(), event.source(), at, event.expiresAt(), 0, 0);
    }

    Verification used() {
        return new Verification(key, agent, call, counter, source, verifiedAt, expiresAt, uses + 1, refusals);
    }

    Verification refused() {
        return new Verification(key, agent, call, counter, source, verifiedAt, expiresAt, uses, refusals + 1);
    }
}
