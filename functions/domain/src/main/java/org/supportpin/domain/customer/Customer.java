package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.Phase;

/**
 * The state of a customer after a ledger entry. It contains no PIN, number or key, and changes only by {@link #apply}.
 *
 * @param language the language of texts for the customer
 * @param secret the keys that belong to this state; null before the first mobile is known
 * @param verifications the verifications that had not expired at the last entry
 * @param openActions the actions that were accepted and have not ended, oldest first
 * @param stops when agents stopped what waited for callers who were not verified, within seven days, oldest first
 * @param erasure the newest request to forget the customer, which may be over; null if there is none
 * @param policy the customer's own rules for telephone support
 * @param noticeAddress the second address for notices
 * @param calls what the panel shows of calls before anybody is verified
 * @param told what the customer was told of within the last hour
 */
public record Customer(
        CustomerId id,
        Language language,
        @Nullable SecretRef secret,
        MobileState mobile,
        PinState pin,
        List<Verification> verifications,
        List<OpenAction> openActions,
        List<Instant> stops,
        @Nullable WaitingErasure erasure,
        Policy policy,
        AddressState noticeAddress,
        Calls calls,
        Told told) {

    /** Nobody has stopped anything, nor requested that the customer be forgotten; there are no rules, no notice address, no calls and no notices. */
    public Customer(
            CustomerId id,
            Language language,
            @Nullable SecretRef secret,
            MobileState mobile,
            PinState pin,
            List<Verification> verifications,
            List<OpenAction> openActions) {
        this(
                id,
                language,
                secret,
                mobile,
                pin,
                verifications,
                openActions,
                List.of(),
                null,
                Policy.DEFAULT,
                AddressState.NONE,
                Calls.NONE,
                Told.NONE);
    }

    /**
     * The keys that belong to the state.
     *
     * @param revision the sequence of the entry that last wrote them; must equal {@link StoredSecret#revision}
     * @param pinKey the version of the newest PIN key; 0 if there never was one
     * @param active whether that PIN key still exists, that is, the service is active
     * @param recordKey the version of the newest record key
     * @param erased whether the customer was forgotten, so that neither key exists
     */
    public record SecretRef(long revision, int pinKey, boolean active, int recordKey, boolean erased) {

        public SecretRef(long revision, int pinKey, boolean active, int recordKey) {
            this(revision, pinKey, active, recordKey, false);
        }

        /** Before the first entry. */
        static final SecretRef NONE = new SecretRef(0, 0, false, 0);
    }

    /**
     * The confirmed mobile.
     *
     * @param since when it was confirmed
     * @param heldUntil the time until which PINs sent to it allow standard-risk actions only; null for the first mobile
     */
    public record Mobile(Instant since, @Nullable Instant heldUntil) {}

    /**
     * The declared mobile.
     *
     * @param declaration the sequence of the entry that declared it, from which its code is derived
     */
    public record PendingMobile(long declaration, Instant expiresAt, int attemptsLeft) {}

    public Customer {
        verifications = List.copyOf(verifications);
        openActions = List.copyOf(openActions);
        stops = List.copyOf(stops);
    }

    /** The state before the first entry. */
    public static Customer fresh(CustomerId id) {
        return new Customer(id, Language.GREEK, null, MobileState.NONE, PinState.NONE, List.of(), List.of());
    }

    public Phase phase() {
        return Phase.of(id);
    }

    /** Whether the service is active, that is, there is a PIN key. */
    public boolean isActive() {
        return secret != null && secret.active();
    }

    /** The version of the newest PIN key; 0 if there never was one. */
    public int pinKey() {
        return secret == null ? 0 : secret.pinKey();
    }

    public Pins pins() {
        return pin.pins();
    }

    public WrongPinLog wrongPins() {
        return pin.wrong();
    }

    /** The verification with this key, if it has not expired. */
    public Optional<Verification> verification(String key, Instant now) {
        return verifications.stream()
                .filter(verification -> verification.key().equals(key) && now.isBefore(verification.expiresAt()))
                .findFirst();
    }

    /** The running call in which an action was requested, if this agent holds it now. */
    public Optional<Verification> callOf(ActionId action, AgentId holder, Instant now) {
        return running(now).stream()
                .filter(each -> each.agent().equals(holder) && each.notes().has(action))
                .findFirst();
    }

    /** The verifications that run, newest first. */
    public List<Verification> running(Instant now) {
        return verifications.reversed().stream()
                .filter(each -> now.isBefore(each.expiresAt()))
                .toList();
    }

    /** The open action with this ID. */
    public Optional<OpenAction> openAction(ActionId action) {
        return openActions.stream().filter(each -> each.id().equals(action)).findFirst();
    }

    /** The actions that wait for something, oldest first. */
    public List<OpenAction> waiting(Instant now) {
        return openActions.stream().filter(each -> each.isWaiting(now)).toList();
    }

    /**
     * The state after an event. Pure: the same ledger always gives the same state.
     *
     * @param actor who caused the event
     * @param sequence the sequence of the event's entry
     * @param at the entry's time
     */
    public Customer apply(Event event, Actor actor, long sequence, Instant at) {
        return new EventApplier(this, actor, sequence, at).apply(event);
    }

    Customer withLanguage(Language next) {
        return with(next, secret, mobile, pin, verifications, openActions);
    }

    Customer withSecret(SecretRef next) {
        return with(language, next, mobile, pin, verifications, openActions);
    }

    Customer withMobile(MobileState next) {
        return with(language, secret, next, pin, verifications, openActions);
    }

    Customer withPin(PinState next) {
        return with(language, secret, mobile, next, verifications, openActions);
    }

    Customer withVerifications(Stream<Verification> next) {
        return with(language, secret, mobile, pin, next.toList(), openActions);
    }

    Customer withOpenActions(Stream<OpenAction> next) {
        return with(language, secret, mobile, pin, verifications, next.toList());
    }

    Customer withStops(List<Instant> next) {
        return with(next, erasure, policy, noticeAddress, calls, told);
    }

    Customer withErasure(@Nullable WaitingErasure next) {
        return with(stops, next, policy, noticeAddress, calls, told);
    }

    Customer withPolicy(Policy next) {
        return with(stops, erasure, next, noticeAddress, calls, told);
    }

    Customer withNoticeAddress(AddressState next) {
        return with(stops, erasure, policy, next, calls, told);
    }

    Customer withCalls(Calls next) {
        return with(stops, erasure, policy, noticeAddress, next, told);
    }

    Customer withTold(Told next) {
        return with(stops, erasure, policy, noticeAddress, calls, next);
    }

    private Customer with(
            Language language,
            @Nullable SecretRef secret,
            MobileState mobile,
            PinState pin,
            List<Verification> verifications,
            List<OpenAction> openActions) {
        return new Customer(
                id,
                language,
                secret,
                mobile,
                pin,
                verifications,
                openActions,
                stops,
                erasure,
                policy,
                noticeAddress,
                calls,
                told);
    }

    private Customer with(
            List<Instant> stops,
            @Nullable WaitingErasure erasure,
            Policy policy,
            AddressState noticeAddress,
            Calls calls,
            Told told) {
        return new Customer(
                id,
                language,
                secret,
                mobile,
                pin,
                verifications,
                openActions,
                stops,
                erasure,
                policy,
                noticeAddress,
                calls,
                told);
    }
}
