package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionHashes;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinCounter;

/**
 * Everything that can happen to a customer. An event contains what the configuration determined at the time, such as an expiry.
 */
public sealed interface Event {

    /** The event's name in the API and in the store, such as {@code pin-sent}. */
    default String type() {
        return EventNames.of(this);
    }

    /**
     * A code was sent to a mobile that the customer declared.
     *
     * @param recordKey the version of the record key that seals the number. If it is not the previous one, that did not open, and
     *     what it sealed is lost
     */
    record MobileDeclared(Instant expiresAt, int attempts, Language language, int recordKey) implements Event {}

    /** A wrong confirmation code. */
    record CodeRejected() implements Event {}

    /** The declared mobile is confirmed. It is not held if it is the first mobile; then the time is null. */
    record MobileConfirmed(@Nullable Instant heldUntil) implements Event {}

    /**
     * The service is active, with a new PIN key.
     *
     * @param pinKey its version
     * @param recordKey the version of the record key that seals the mobile, as in {@link MobileDeclared}
     * @param byClaim whether the mobile came from the panel's token instead of a confirmed code
     */
    record Activated(int pinKey, int recordKey, boolean byClaim, Language language) implements Event {}

    /**
     * The service is inactive.
     *
     * @param pinKey the version of the PIN key, which is destroyed
     */
    record Deactivated(int pinKey) implements Event {}

    /** A PIN was sent by SMS. */
    record PinSent(long step, Instant acceptedUntil) implements Event {}

    /** The caller gave a wrong PIN. The lock is the one that begins with it; null if none does. */
    record PinRejected(WrongPinLog.@Nullable Lock lock) implements Event {

        /** No lock begins. */
        public PinRejected() {
            this(null);
        }
    }

    /** The caller gave a PIN that had already been used. Recorded once per PIN. */
    record PinReplayed(PinCounter counter) implements Event {}

    /** A PIN was given while phone verification was locked. Recorded once per lock. */
    record RefusedWhileLocked() implements Event {}

    /**
     * The caller gave the correct PIN, or the customer typed the code of the {@link VerificationRequested request} with this key.
     *
     * @param counter the counter of the PIN; null for a typed code
     * @param call the mark of the call, see {@link Verification#call}
     * @param agentName see {@link CallNotes#agentName}; null for a typed code, whose request has it
     */
    record Verified(
            String key,
            @Nullable PinCounter counter,
            PinSource source,
            Instant expiresAt,
            int call,
            @Nullable Ciphertext agentName)
            implements Event {

        /** Without the agent's name. */
        public Verified(String key, @Nullable PinCounter counter, PinSource source, Instant expiresAt, int call) {
            this(key, counter, source, expiresAt, call, null);
        }
    }

    /** The call is over. */
    record VerificationEnded(String key) implements Event {}

    /**
     * An agent asked the customer to type a code in the panel, in place of an earlier one.
     *
     * @param key see {@link Calls.Request#key}
     */
    record VerificationRequested(
            String key, int call, @Nullable Ciphertext agentName, Instant expiresAt, int attempts) implements Event {}

    /** The customer typed a wrong code in the panel. */
    record TypedCodeRejected() implements Event {}

    /** The customer ended all calls in the panel: running verifications, announced calls and requests are void. */
    record CallsEnded() implements Event {}

    /**
     * An agent announced that the hosting company is about to ring the customer.
     *
     * @param key see {@link Calls.Announcement#key}
     * @param shown what it is about, for the panel, see {@link Calls.Announcement#object}
     * @param object the same, for the record; null if nothing in particular, or there was no key to seal it with
     * @param bySms whether the customer is also told by SMS
     */
    record CallAnnounced(
            String key,
            CallReason reason,
            Instant until,
            @Nullable Ciphertext agentName,
            @Nullable Ciphertext shown,
            @Nullable SealedText object,
            boolean bySms)
            implements Event {}

    /** An announced call is over, or does not take place. */
    record AnnouncedCallEnded(String key) implements Event {}

    /** An agent offered the call to a colleague. */
    record HandoverOffered(String verification, CallNotes.Offer offer) implements Event {}

    /**
     * Another agent took over the call. The verification has a new key; the old one is void.
     *
     * @param call the mark of the other agent's call
     * @param agentName the other agent's, see {@link CallNotes#agentName}
     */
    record HandedOver(
            String verification,
            String key,
            int call,
            @Nullable Ciphertext agentName) implements Event {}

    /** The customer lifted a lock of phone verification. */
    record LockLifted() implements Event {}

    /**
     * An auditor requested that the customer be forgotten.
     *
     * @param note why; null if there was no key to seal it with
     * @param until how long another person may confirm it
     */
    record ErasureRequested(@Nullable SealedText note, Instant until) implements Event {}

    /** The customer is forgotten: both keys are destroyed, and nothing that they sealed can be read. */
    record Erased() implements Event {}

    /** The customer took a copy of everything that is kept. */
    record DataExported() implements Event {}

    /** The agent read the customer's account, to choose from; recorded once for each verification. */
    record AccountRead(String verification) implements Event {}

    /**
     * An action was requested for the customer. It will be executed, once its gates are open.
     *
     * @param gates what stands before it; null if nothing does
     */
    record ActionAccepted(
            String verification,
            ActionId actionId,
            ActionName action,
            Risk risk,
            ActionHashes hashes,
            @Nullable Gates gates)
            implements Event, Acceptance {}

    /**
     * The customer undoes an action in the panel. The undo is an action of the same name, and will be executed: no gate stands
     * before what the customer does.
     *
     * @param actionId the undo's own
     * @param undone the action that is undone
     * @param attempt 1 for the first; one more after each that ended with nothing done
     */
    record UndoAccepted(
            ActionId actionId, ActionId undone, int attempt, ActionName action, Risk risk, ActionHashes hashes)
            implements Event, Acceptance {}

    /**
     * Gates of a waiting action opened. After the last one, it is executed.
     *
     * @param gates at least one
     * @param note why, in a supervisor's words; null for any other gate
     */
    record GateOpened(
            ActionId actionId,
            ActionName action,
            List<Gate> gates,
            @Nullable SealedText note) implements Event {
        public GateOpened {
            gates = List.copyOf(gates);
        }
    }

    /** A wrong code was given for a waiting action. */
    record ConsentRejected(ActionId actionId, ActionName action) implements Event {}

    /**
     * Waiting actions were stopped. Nothing of them was done.
     *
     * @param actions at least one
     * @param note why, in a supervisor's words; null for any other reason
     */
    record ActionStopped(
            List<Named> actions,
            StopReason reason,
            @Nullable SealedText note) implements Event {

        /** One of them. */
        public record Named(ActionId id, ActionName action) {}

        public ActionStopped {
            actions = List.copyOf(actions);
        }

        /** Whether this action is among them. */
        public boolean has(ActionId id) {
            return actions.stream().anyMatch(each -> each.id().equals(id));
        }
    }

    /**
     * An action was requested and not accepted. It counts towards the refusals of its verification.
     *
     * @param rule the rule that refused it; null if the parameters did not fit the facts
     */
    record ActionRefused(
            String verification,
            ActionName action,
            @Nullable String rule) implements Event {}

    /**
     * An action ended.
     *
     * @param rule the rule that refused it; null otherwise
     * @param needsHuman whether it is unknown what was done
     * @param changes what has changed; null if nothing has, or there was no key to seal it with
     * @param undone the action that it undoes; null if it is no undo
     */
    record ActionFinished(
            ActionId actionId,
            ActionName action,
            ActionStatus status,
            @Nullable String rule,
            boolean needsHuman,
            @Nullable SealedText changes,
            @Nullable ActionId undone)
            implements Event {}

    /** An operator found out what became of something. */
    sealed interface Settlement extends Event permits ActionSettled {}

    /** An auditor read the customer's audit chain; recorded once an hour for each of them. */
    record AuditRead() implements Event {}

    /** The customer changed their own rules for telephone support. */
    record PolicyChanged(Policy.Terms before, Policy.Terms after) implements Event {}

    /** An agent tried to verify a caller, or to send a PIN, while telephone support was frozen. Recorded once per freeze. */
    record RefusedWhileFrozen() implements Event {}

    /** A code was sent to a notice address that the customer declared. */
    record AddressDeclared(Instant expiresAt, int attempts) implements Event {}

    /** A wrong code for the notice address. */
    record AddressCodeRejected() implements Event {}

    /**
     * The declared notice address is confirmed.
     *
     * @param replaced whether it takes another one's place
     */
    record AddressConfirmed(boolean replaced) implements Event {}

    /** The notice address is removed, and any that awaited confirmation. */
    record AddressRemoved() implements Event {}
}
