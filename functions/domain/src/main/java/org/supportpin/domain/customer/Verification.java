package org.supportpin.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.PinKey;

/**
 * A caller gave the correct PIN: for a while, this agent may act for this customer.
 *
 * @param key 128 random bits, base64url: its part of the public ID
 * @param call the mark of the call, see {@link PinKey#mark}
 * @param counter the counter of the PIN that was given; null if the customer typed a code instead
 * @param source where the caller got the PIN
 * @param uses how many actions it has been used for
 * @param refusals how many requested actions were not accepted
 * @param accountRead whether the agent has read the customer's account by it
 * @param notes what the panel shows of it
 */
public record Verification(
        String key,
        AgentId agent,
        int call,
        @Nullable PinCounter counter,
        PinSource source,
        Instant verifiedAt,
        Instant expiresAt,
        int uses,
        int refusals,
        boolean accountRead,
        CallNotes notes) {

    /** The agent has not read the account. */
    public Verification(
            String key,
            AgentId agent,
            int call,
            @Nullable PinCounter counter,
            PinSource source,
            Instant verifiedAt,
            Instant expiresAt,
            int uses,
            int refusals) {
        this(key, agent, call, counter, source, verifiedAt, expiresAt, uses, refusals, false, CallNotes.NONE);
    }

    /** How a caller proved it: where the PIN came from, as far as is known. */
    public enum PinSource implements WireName {
        /** The panel: the PIN had not been sent by SMS. */
        PANEL,
        /** The PIN had been sent by SMS, so the caller may have it from there. */
        SMS,
        /** The panel: the customer typed there what the agent read out. As good as a PIN from the panel. */
        TYPED
    }

    static Verification of(Event.Verified event, AgentId agent, Instant at) {
        return new Verification(
                event.key(),
                agent,
                event.call(),
                event.counter(),
                event.source(),
                at,
                event.expiresAt(),
                0,
                0,
                false,
                CallNotes.of(event.agentName()));
    }

    /** What a typed code proves. */
    static Verification of(Calls.Request request, Instant expiresAt, Instant at) {
        return new Verification(
                request.key(),
                request.agent(),
                request.call(),
                null,
                PinSource.TYPED,
                at,
                expiresAt,
                0,
                0,
                false,
                CallNotes.of(request.agentName()));
    }

    /** @param isOpen whether no gate stands before the action */
    Verification accepted(ActionName action, ActionId id, boolean isOpen) {
        return with(uses + 1, refusals, accountRead, notes.accepted(action, id, isOpen));
    }

    /** An action of the call has another status. */
    Verification changed(ActionId id, ActionStatus status) {
        return with(uses, refusals, accountRead, notes.changed(id, status));
    }

    Verification refused() {
        return with(uses, refusals + 1, accountRead, notes);
    }

    Verification withAccountRead() {
        return with(uses, refusals, true, notes);
    }

    Verification offered(CallNotes.Offer offer) {
        return with(uses, refusals, accountRead, notes.offered(offer));
    }

    /** The same verification, under a new key, for another agent. */
    Verification handedTo(AgentId next, String nextKey, int nextCall, @Nullable Ciphertext name) {
        return new Verification(
                nextKey,
                next,
                nextCall,
                counter,
                source,
                verifiedAt,
                expiresAt,
                uses,
                refusals,
                accountRead,
                notes.handedTo(name));
    }

    private Verification with(int uses, int refusals, boolean accountRead, CallNotes notes) {
        return new Verification(
                key, agent, call, counter, source, verifiedAt, expiresAt, uses, refusals, accountRead, notes);
    }
}
