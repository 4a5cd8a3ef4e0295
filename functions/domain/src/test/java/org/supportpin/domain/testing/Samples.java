package org.supportpin.domain.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.supportpin.domain.action.ActionHashes;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Requester.Undoing;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.AddressState;
import org.supportpin.domain.customer.CallNotes;
import org.supportpin.domain.customer.CallReason;
import org.supportpin.domain.customer.Calls;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Customer.PendingMobile;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Event.ActionStopped.Named;
import org.supportpin.domain.customer.MobileState;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.customer.PinState;
import org.supportpin.domain.customer.Pins;
import org.supportpin.domain.customer.Policy;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.SmsLog;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.Addresses;
import org.supportpin.domain.customer.StoredSecret.SealedNumber;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.customer.Today;
import org.supportpin.domain.customer.Told;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.customer.WaitingErasure;
import org.supportpin.domain.customer.WrongPinLog;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.WrappedKey;

/** Complete samples: each optional part is present in one and absent in another. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    /** When something happened that the store may forget later: it must not be over yet, since some stores forget at once. */
    public static final Instant NOT_OVER = Instant.parse("2126-11-22T12:00:00.123Z");

    public static final String KEY = "AbCdEfGhIjKlMnOpQrSt_-";
    public static final Actor.Agent AGENT =
            new Actor.Agent(new AgentId("maria@host.gr"), new CallReference.Kept(sealed("call")));

    private static final PinCounter COUNTER = new PinCounter(996_970, 65_535);
    public static final ActionId ACTION_ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    public static final ActionId UNDO_ID = ActionId.ofUndo(ACTION_ID, 1);
    public static final ActionHashes HASHES = new ActionHashes(Hash.of(new byte[] {2}), Hash.of(new byte[] {3}));

    /** All gates, with the code on its way by SMS. */
    public static final Gates GATES = new Gates(
            List.of(
                    new Shut(Gate.CONSENT, NOON.plus(Duration.ofMinutes(10))),
                    new Shut(Gate.HOLD, NOON.plus(Duration.ofDays(1))),
                    new Shut(Gate.APPROVAL, NOON.plus(Duration.ofDays(1)))),
            ConsentBy.SMS,
            true,
            3);

    private static Event stopped(StopReason reason) {
        return new Event.ActionStopped(List.of(new Named(ACTION_ID, ActionName.CHANGE_DNS_RECORDS)), reason, null);
    }

    /** Rules of each kind. */
    public static final Terms RULES = new Terms(
            Telephone.FROZEN,
            AfterSms.STANDARD_ONLY,
            Map.of(ActionName.CHANGE_NAMESERVERS, Rule.NEVER, ActionName.ORDER_SERVICE, Rule.ASK));

    private Samples() {}

    /** One that no other test uses. */
    public static CustomerId newCustomer() {
        return new CustomerId("customer-" + UUID.randomUUID());
    }

    /** One that no other test uses. */
    public static AgentId newAgent() {
        return new AgentId("agent-" + UUID.randomUUID());
    }

    /** Every kind of event, and each kind in all its shapes. */
    public static List<Event> everyEvent() {
        return List.of(
                new Event.MobileDeclared(NOON.plusSeconds(600), 5, Language.ENGLISH, 1),
                new Event.MobileDeclared(NOON.plusSeconds(600), 1, Language.GREEK, 2),
                new Event.CodeRejected(),
                new Event.MobileConfirmed(null),
                new Event.MobileConfirmed(NOON.plus(Duration.ofDays(3))),
                new Event.Activated(1, 1, true, Language.GREEK),
                new Event.Activated(2, 3, false, Language.ENGLISH),
                new Event.Deactivated(3),
                new Event.PinSent(996_970, NOON.plusSeconds(1800)),
                new Event.PinRejected(),
                new Event.PinRejected(new WrongPinLog.Lock(NOON)),
                new Event.PinRejected(new WrongPinLog.Lock(null)),
                new Event.PinReplayed(COUNTER),
                new Event.RefusedWhileLocked(),
                new Event.Verified(KEY, COUNTER, PinSource.SMS, NOON.plusSeconds(900), 7),
                new Event.Verified(KEY, new PinCounter(0, 0), PinSource.PANEL, NOON.plusSeconds(900), 0x7fff_ffff),
                new Event.Verified(
                        KEY, new PinCounter(1, 2), PinSource.PANEL, NOON.plusSeconds(900), 7, ciphertext("name")),
                new Event.VerificationRequested(KEY, 7, ciphertext("name"), NOON.plusSeconds(300), 3),
                new Event.VerificationRequested(KEY, 7, null, NOON.plusSeconds(300), 3),
                new Event.TypedCodeRejected(),
                new Event.Verified(KEY, null, PinSource.TYPED, NOON.plusSeconds(900), 7),
                new Event.HandoverOffered(KEY, new CallNotes.Offer("AbCdEfGhIjK", NOON.plusSeconds(120))),
                new Event.HandedOver(KEY, KEY, 8, ciphertext("name")),
                new Event.HandedOver(KEY, KEY, 8, null),
                new Event.CallAnnounced(
                        KEY,
                        CallReason.SECURITY,
                        NOON.plusSeconds(600),
                        ciphertext("name"),
                        ciphertext("object"),
                        sealed("object"),
                        true),
                new Event.CallAnnounced(KEY, CallReason.FAULT, NOON.plusSeconds(600), null, null, null, false),
                new Event.AnnouncedCallEnded(KEY),
                new Event.CallsEnded(),
                new Event.VerificationEnded(KEY),
                new Event.LockLifted(),
                new Event.ErasureRequested(sealed("note"), NOON.plus(Duration.ofDays(7))),
                new Event.ErasureRequested(null, NOON.plus(Duration.ofDays(7))),
                new Event.Erased(),
                new Event.DataExported(),
                new Event.AuditRead(),
                new Event.PolicyChanged(Terms.DEFAULT, RULES),
                new Event.PolicyChanged(RULES, Terms.DEFAULT),
                new Event.RefusedWhileFrozen(),
                new Event.AddressDeclared(NOON.plusSeconds(3600), 5),
                new Event.AddressCodeRejected(),
                new Event.AddressConfirmed(false),
                new Event.AddressConfirmed(true),
                new Event.AddressRemoved(),
                new Event.AccountRead(KEY),
                new Event.ActionAccepted(KEY, ACTION_ID, ActionName.CHANGE_DNS_RECORDS, Risk.HIGH, HASHES, null),
                new Event.ActionAccepted(KEY, ACTION_ID, ActionName.RENEW_SERVICE, Risk.STANDARD, HASHES, null),
                new Event.ActionAccepted(KEY, ACTION_ID, ActionName.CHANGE_NAMESERVERS, Risk.HIGH, HASHES, GATES),
                new Event.UndoAccepted(UNDO_ID, ACTION_ID, 1, ActionName.CHANGE_NAMESERVERS, Risk.HIGH, HASHES),
                undone(ActionStatus.SUCCEEDED),
                undone(ActionStatus.REFUSED),
                new Event.GateOpened(ACTION_ID, ActionName.CHANGE_NAMESERVERS, List.of(Gate.CONSENT, Gate.HOLD), null),
                new Event.GateOpened(
                        ACTION_ID, ActionName.RECALL_GR_DOMAIN, List.of(Gate.APPROVAL), sealed("The owner called.")),
                new Event.GateOpened(ACTION_ID, ActionName.RECALL_GR_DOMAIN, List.of(Gate.HOLD), null),
                new Event.ConsentRejected(ACTION_ID, ActionName.CHANGE_NAMESERVERS),
                stopped(StopReason.CUSTOMER),
                stopped(StopReason.AGENT),
                stopped(StopReason.EXPIRED),
                stopped(StopReason.WRONG_CODES),
                stopped(StopReason.SMS_NOT_SENT),
                stopped(StopReason.NOT_ALLOWED),
                new Event.ActionStopped(
                        List.of(new Named(ACTION_ID, ActionName.RECALL_GR_DOMAIN)),
                        StopReason.SUPERVISOR,
                        sealed("Nobody answers there.")),
                new Event.ActionStopped(
                        List.of(
                                new Named(ACTION_ID, ActionName.RECALL_GR_DOMAIN),
                                new Named(new ActionId("B".repeat(24)), ActionName.CHANGE_NAMESERVERS)),
                        StopReason.CALLER,
                        null),
                new Event.ActionRefused(KEY, ActionName.RECALL_GR_DOMAIN, "recall-window-over"),
                new Event.ActionRefused(KEY, ActionName.ORDER_SERVICE, null),
                new Event.ActionFinished(
                        ACTION_ID,
                        ActionName.CHANGE_DNS_RECORDS,
                        ActionStatus.SUCCEEDED,
                        null,
                        false,
                        sealed("[]"),
                        null),
                new Event.ActionFinished(
                        ACTION_ID,
                        ActionName.RECALL_GR_DOMAIN,
                        ActionStatus.REFUSED,
                        "recall-window-over",
                        false,
                        null,
                        null),
                new Event.ActionFinished(
                        ACTION_ID, ActionName.ORDER_SERVICE, ActionStatus.FAILED, null, true, null, null),
                new Event.ActionFinished(
                        ACTION_ID, ActionName.ORDER_SERVICE, ActionStatus.FAILED, null, false, null, null),
                new ActionSettled(ACTION_ID, ActionName.ORDER_SERVICE, true, sealed("seen")),
                new ActionSettled(ACTION_ID, ActionName.ORDER_SERVICE, false, null));
    }

    /** Every type of event, also of those that are declared elsewhere. */
    public static List<Class<?>> eventTypes() {
        return Stream.<Class<?>>of(Event.class.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? Stream.<Class<?>>of(type.getPermittedSubclasses()) : Stream.of(type))
                .toList();
    }

    private static Event undone(ActionStatus status) {
        return new Event.ActionFinished(UNDO_ID, ActionName.CHANGE_NAMESERVERS, status, null, false, null, ACTION_ID);
    }

    /** A state with every part present. */
    public static Customer richState(CustomerId id) {
        return new Customer(
                id,
                Language.ENGLISH,
                new SecretRef(41, 3, true, 2),
                new MobileState(
                        new Mobile(NOON, NOON.plus(Duration.ofDays(3))),
                        new PendingMobile(40, NOON.plusSeconds(600), 2),
                        new SmsLog(List.of(NOON, NOON.plusMillis(1)))),
                new PinState(
                        new Pins(
                                65_535,
                                NOON.minusMillis(1),
                                new SmsLog(List.of(NOON.minusSeconds(90), NOON)),
                                List.of(new Pins.Sent(996_969, NOON.plusSeconds(1)), new Pins.Sent(996_970, NOON)),
                                List.of(
                                        new Pins.Used(COUNTER, NOON, true),
                                        new Pins.Used(new PinCounter(1, 0), NOON, false))),
                        new WrongPinLog(List.of(NOON.minusSeconds(5), NOON), 49, true),
                        new Today(NOON, 10, 1, 50, 3, 0)),
                List.of(verification(PinSource.SMS, 0, 20), verification(PinSource.PANEL, 10, 0)),
                List.of(new OpenAction(ACTION_ID, HASHES, NOON)),
                List.of(),
                new WaitingErasure(new AgentId("auditor@host.gr"), NOON.plus(Duration.ofDays(7))),
                new Policy(RULES, NOON, true),
                new AddressState(
                        NOON,
                        new AddressState.Pending(39, NOON.plusSeconds(3600), 4),
                        new SmsLog(List.of(NOON)),
                        NOON.minusMillis(1)),
                Calls.NONE,
                Told.NONE);
    }

    /** The same during a call, with everything that the panel shows of it. */
    public static Customer calledState(CustomerId id) {
        var rich = richState(id);
        return new Customer(
                id,
                rich.language(),
                rich.secret(),
                rich.mobile(),
                new PinState(rich.pins(), rich.wrongPins(), new Today(NOON, 10, 1, 50, 0, 3)),
                List.of(typed()),
                rich.openActions(),
                rich.stops(),
                rich.erasure(),
                rich.policy(),
                rich.noticeAddress(),
                calls(),
                new Told(Map.of(NoticeKind.LOCKED, NOON, NoticeKind.ACTIVATED, NOON.minusSeconds(9))));
    }

    private static Calls calls() {
        return new Calls(
                new Calls.Announcement(
                        KEY,
                        AGENT.id(),
                        ciphertext("name"),
                        CallReason.EXPIRY,
                        ciphertext("object"),
                        NOON,
                        NOON.plusSeconds(600)),
                new Calls.Request(KEY, AGENT.id(), 7, ciphertext("name"), NOON, NOON.plusSeconds(300), 2));
    }

    /** With everything that the panel shows of a call. */
    private static Verification typed() {
        return new Verification(
                KEY,
                AGENT.id(),
                7,
                null,
                PinSource.TYPED,
                NOON,
                NOON.plus(Duration.ofMinutes(15)),
                2,
                0,
                false,
                new CallNotes(
                        ciphertext("name"),
                        List.of(
                                new CallNotes.Deed(ActionName.CHANGE_DNS_RECORDS, "AbCdEf", ActionStatus.SUCCEEDED),
                                new CallNotes.Deed(ActionName.ORDER_SERVICE, "GhIjKl", ActionStatus.PENDING)),
                        new CallNotes.Offer("AbCdEfGhIjK", NOON.plusSeconds(120))));
    }

    private static Verification verification(PinSource source, int uses, int refusals) {
        return new Verification(
                KEY, AGENT.id(), 7, COUNTER, source, NOON, NOON.plus(Duration.ofMinutes(15)), uses, refusals);
    }

    /** Both keys of this version, and both mobiles. */
    public static StoredSecret secret(int version, long revision) {
        return secret(version, revision, "arn:aws:kms:eu-central-1:111122223333:key/1");
    }

    /** The same, wrapped by this KMS key. */
    public static StoredSecret secret(int version, long revision, String keyId) {
        return new StoredSecret(
                revision,
                key(version, "pin key by " + keyId, keyId),
                recordKey(version, "record key by " + keyId, keyId),
                new SealedNumber(ciphertext("mobile"), new MaskedNumber(30, 78)),
                new SealedNumber(ciphertext("pending"), new MaskedNumber(357, 5)),
                ciphertext("claim"),
                new Addresses(ciphertext("address"), ciphertext("pending address")));
    }

    /** A record key, and nothing else. */
    public static StoredSecret bareSecret(int version, long revision) {
        return new StoredSecret(revision, null, recordKey(version, "record key", "key-1"), null, null, null);
    }

    private static StoredKey key(int version, String wrapped, String keyId) {
        return new StoredKey(version, new WrappedKey(ciphertext(wrapped + " " + version), keyId), NOON);
    }

    private static StoredKey recordKey(int version, String wrapped, String keyId) {
        return new StoredKey(
                version,
                new WrappedKey(ciphertext(wrapped + " " + version), keyId),
                NOON,
                ciphertext(
                        "a public key has 32 bytes, so %d ..".formatted(version).substring(0, 32)));
    }

    private static Ciphertext ciphertext(String text) {
        return new Ciphertext(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text that only a version 2 of a record key would open. */
    public static SealedText sealed(String text) {
        return SealedText.stored(2, ("sealed: " + text).getBytes(StandardCharsets.UTF_8));
    }

    /** A customer's action, pending since it was requested. */
    public static ActionRecord action(CustomerId customer, Instant at) {
        var verification = new VerificationId(customer, KEY);
        return ActionRecord.accepted(
                ActionId.of(verification, new IdempotencyKey("key-1")),
                new ActionRecord.Request(
                        verification, new Actor.Agent(AGENT.id(), null), ActionName.CHANGE_DNS_RECORDS, Risk.HIGH, at),
                new ActionRecord.Texts(sealed("{\"domain\":\"παράδειγμα.gr\"}"), sealed("{}")),
                7);
    }

    /** The customer undoes it. */
    public static ActionRecord undo(CustomerId customer, Instant at) {
        var action = action(customer, at);
        return ActionRecord.accepted(
                ActionId.ofUndo(action.id(), 1),
                new ActionRecord.Request(
                        new Undoing(customer, action.id()), ActionName.CHANGE_DNS_RECORDS, Risk.HIGH, at),
                action.texts(),
                9);
    }

    /** The action, waiting for all gates. */
    public static ActionRecord waiting(CustomerId customer, Instant at) {
        var action = action(customer, at);
        return ActionRecord.accepted(
                action.id(), action.request(), action.texts().withShown(sealed("[]")), GATES, 7);
    }

    /** The ways in which that action may have ended. */
    public static End end() {
        return new End(ActionStatus.SUCCEEDED, NOON.plusSeconds(1), sealed("{\"changes\":[]}"), null, false);
    }
}
