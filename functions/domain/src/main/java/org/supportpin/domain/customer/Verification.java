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
 * @param accountRead whether the agent has read the customer's account by it
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
        int refusals,
        boolean accountRead) {

    /** The agent has not read the account. */
    public Verification(
            String key,
            AgentId agent,
            int call,
            PinCounter counter,
            PinSource source,
            Instant verifiedAt,
            Instant expiresAt,
            int uses,
            int refusals) {
        this(key, agent, call, counter, source, verifiedAt, expiresAt, uses, refusals, false);
    }

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
        return with(uses + 1, refusals, accountRead);
    }

    Verification refused() {
        return with(uses, refusals + 1, accountRead);
    }

    Verification withAccountRead() {
        return with(uses, refusals, true);
    }

    private Verification with(int uses, int refusals, boolean accountRead) {
        return new Verification(key, agent, call, counter, source, verifiedAt, expiresAt, uses, refusals, accountRead);
    }
}
