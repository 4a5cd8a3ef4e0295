package org.supportpin.functions.aws;

import static org.supportpin.functions.aws.Compact.at;
import static org.supportpin.functions.aws.Compact.sealed;
import static org.supportpin.functions.aws.Compact.shown;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.CallNotes.Offer;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.customer.WrongPinLog.Lock;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.functions.aws.Compact.Row;

/** An event inside an entry: a row of its type and its values. */
final class EventJson {

    /** In place of a name that the state has. */
    private static final Json AS_IN_STATE = Json.of(1);

    private EventJson() {}

    /** @param state the state after the event, which has the agent's name too: it is written once, there */
    static Arr write(Event event, Customer state) {
        return Compact.trimmed(Stream.concat(Stream.of(Json.of(event.type())), Arrays.stream(values(event, state))));
    }

    private static Json[] values(Event event, Customer state) {
        return switch (event) {
            case Event.MobileDeclared(var expiresAt, var attempts, var language, var recordKey) ->
                of(at(expiresAt), Json.of(attempts), Json.of(language.tag()), Json.of(recordKey));
            case Event.MobileConfirmed(var heldUntil) -> of(at(heldUntil));
            case Event.Activated(var pinKey, var recordKey, var byClaim, var language) ->
                of(Json.of(pinKey), Json.of(recordKey), Json.of(byClaim ? 1 : 0), Json.of(language.tag()));
            case Event.Deactivated(var pinKey) -> of(Json.of(pinKey));
            case Event.PinSent(var step, var acceptedUntil) -> of(Json.of(step), at(acceptedUntil));
            case Event.PinReplayed(var counter) -> of(Json.of(counter.step()), Json.of(counter.generation()));
            case Event.Verified(var key, var counter, var source, var expiresAt, var call, var name) ->
                of(
                        Json.of(key),
                        counter == null ? Json.Null.NULL : Json.of(counter.step()),
                        counter == null ? Json.Null.NULL : Json.of(counter.generation()),
                        Json.of(source.name()),
                        at(expiresAt),
                        Json.of(call),
                        name != null && name.equals(nameIn(state, key)) ? AS_IN_STATE : shown(name));
            case Event.VerificationRequested(var key, var call, var name, var expiresAt, var attempts) ->
                of(Json.of(key), Json.of(call), shown(name), at(expiresAt), Json.of(attempts));
            case Event.CallAnnounced(var key, var reason, var until, var name, var shown, var object, var bySms) ->
                of(
                        Json.of(key),
                        Json.of(reason.text()),
                        at(until),
                        shown(name),
                        shown(shown),
                        sealed(object),
                        Json.of(bySms ? 1 : 0));
            case Event.AnnouncedCallEnded(var key) -> of(Json.of(key));
            case Event.HandoverOffered(var verification, var offer) ->
                of(Json.of(verification), Json.of(offer.mark()), at(offer.until()));
            case Event.HandedOver(var verification, var key, var call, var name) ->
                of(Json.of(verification), Json.of(key), Json.of(call), shown(name));
            case Event.VerificationEnded(var key) -> of(Json.of(key));
            case Event.AccountRead(var verification) -> of(Json.of(verification));
            case Event.ActionRefused(var verification, var action, var rule) ->
                of(Json.of(verification), Json.of(action.text()), Json.of(rule));
            case Event.ActionAccepted accepted -> accepted(accepted);
            case Event.UndoAccepted(var actionId, var undone, var attempt, var action, var risk, var hashes) ->
                of(
                        Json.of(actionId.value()),
                        Json.of(undone.value()),
                        Json.of(attempt),
                        Json.of(action.text()),
                        Json.of(risk.text()),
                        Compact.hash(hashes.payload()),
                        Compact.hash(hashes.plan()));
            case Event.GateOpened(var actionId, var action, var gates, var note) ->
                of(
                        Json.of(actionId.value()),
                        Json.of(action.text()),
                        Json.array(gates, gate -> Json.of(gate.text())),
                        sealed(note));
            case Event.ConsentRejected(var actionId, var action) ->
                of(Json.of(actionId.value()), Json.of(action.text()));
            case Event.ActionStopped(var actions, var reason, var note) ->
                of(
                        Json.array(
                                actions,
                                each -> Compact.row(
                                        Json.of(each.id().value()),
                                        Json.of(each.action().text()))),
                        Json.of(reason.text()),
                        sealed(note));
            case Event.ActionFinished finished -> finished(finished);
            case ActionSettled settled -> SettledJson.values(settled);
            case Event.ErasureRequested(var note, var until) -> of(sealed(note), at(until));
            case Event.AddressDeclared(var expiresAt, var attempts) -> of(at(expiresAt), Json.of(attempts));
            case Event.AddressConfirmed(var replaced) -> of(Json.of(replaced ? 1 : 0));
            case Event.PolicyChanged(var before, var after) ->
                of(StoredPolicy.terms(before), StoredPolicy.terms(after));
            case Event.PinRejected(var lock) ->
                lock == null ? of() : of(at(Objects.requireNonNullElse(lock.until(), Instant.EPOCH)));
            case Event.CodeRejected(),
                    Event.RefusedWhileLocked(),
                    Event.LockLifted(),
                    Event.TypedCodeRejected(),
                    Event.CallsEnded(),
                    Event.Erased(),
                    Event.DataExported(),
                    Event.RefusedWhileFrozen(),
                    Event.AddressCodeRejected(),
                    Event.AddressRemoved(),
                    Event.AuditRead() -> of();
        };
    }

    private static Json[] accepted(Event.ActionAccepted accepted) {
        var gates = accepted.gates();
        var values = Stream.of(
                Json.of(accepted.verification()),
                Json.of(accepted.actionId().value()),
                Json.of(accepted.action().text()),
                Json.of(accepted.risk().text()),
                Compact.hash(accepted.hashes().payload()),
                Compact.hash(accepted.hashes().plan()));
        return (gates == null ? values : Stream.concat(values, Stream.of(GatesJson.write(gates)))).toArray(Json[]::new);
    }

    private static Json[] finished(Event.ActionFinished finished) {
        var undone = finished.undone();
        var values = Stream.of(
                Json.of(finished.actionId().value()),
                Json.of(finished.action().text()),
                Json.of(finished.status().text()),
                Json.of(finished.rule()),
                Json.of(finished.needsHuman() ? 1 : 0),
                sealed(finished.changes()));
        return (undone == null ? values : Stream.concat(values, Stream.of(Json.of(undone.value()))))
                .toArray(Json[]::new);
    }

    /** One that only the customer lifts has the time 0. */
    private static Lock lock(Instant until) {
        return new Lock(until.equals(Instant.EPOCH) ? null : until);
    }

    private static Json[] of(Json... values) {
        return values;
    }

    private static @Nullable Ciphertext nameIn(Customer state, String key) {
        return state.verifications().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .map(each -> each.notes().agentName())
                .orElse(null);
    }

    private static Event verified(Row in, Customer state) {
        var key = in.text();
        var counter = in.counterOrNull();
        var source = PinSource.valueOf(in.text());
        var expiresAt = in.instant();
        var call = in.integer();
        var name = in.take();
        return new Event.Verified(
                key,
                counter,
                source,
                expiresAt,
                call,
                name.equals(AS_IN_STATE) ? nameIn(state, key) : Compact.shownOrNull(name));
    }

    static Event read(Json json, Customer state) {
        var in = new Row(json);
        return switch (in.text()) {
            case "mobile-declared" -> new Event.MobileDeclared(in.instant(), in.integer(), language(in), in.integer());
            case "code-rejected" -> new Event.CodeRejected();
            case "mobile-confirmed" -> new Event.MobileConfirmed(in.instantOrNull());
            case "activated" -> new Event.Activated(in.integer(), in.integer(), in.integer() == 1, language(in));
            case "deactivated" -> new Event.Deactivated(in.integer());
            case "pin-sent" -> new Event.PinSent(in.number(), in.instant());
            case "pin-rejected" -> new Event.PinRejected(in.hasMore() ? lock(in.instant()) : null);
            case "pin-replayed" -> new Event.PinReplayed(counter(in));
            case "refused-while-locked" -> new Event.RefusedWhileLocked();
            case "verified" -> verified(in, state);
            case "verification-requested" ->
                new Event.VerificationRequested(in.text(), in.integer(), in.shownOrNull(), in.instant(), in.integer());
            case "typed-code-rejected" -> new Event.TypedCodeRejected();
            case "calls-ended" -> new Event.CallsEnded();
            case "call-announced" ->
                new Event.CallAnnounced(
                        in.text(),
                        CallsJson.reason(in.text()),
                        in.instant(),
                        in.shownOrNull(),
                        in.shownOrNull(),
                        in.sealedOrNull(),
                        in.integer() == 1);
            case "announced-call-ended" -> new Event.AnnouncedCallEnded(in.text());
            case "handover-offered" -> new Event.HandoverOffered(in.text(), new Offer(in.text(), in.instant()));
            case "handed-over" -> new Event.HandedOver(in.text(), in.text(), in.integer(), in.shownOrNull());
            case "verification-ended" -> new Event.VerificationEnded(in.text());
            case "lock-lifted" -> new Event.LockLifted();
            case "erasure-requested" -> new Event.ErasureRequested(in.sealedOrNull(), in.instant());
            case "erased" -> new Event.Erased();
            case "data-exported" -> new Event.DataExported();
            case "audit-read" -> new Event.AuditRead();
            case "policy-changed" ->
                new Event.PolicyChanged(StoredPolicy.terms(in.take()), StoredPolicy.terms(in.take()));
            case "notice-address-declared" -> new Event.AddressDeclared(in.instant(), in.integer());
            case "notice-address-code-rejected" -> new Event.AddressCodeRejected();
            case "notice-address-confirmed" -> new Event.AddressConfirmed(in.integer() == 1);
            case "notice-address-removed" -> new Event.AddressRemoved();
            case "refused-while-frozen" -> new Event.RefusedWhileFrozen();
            case "account-read" -> new Event.AccountRead(in.text());
            case "action-accepted" ->
                new Event.ActionAccepted(
                        in.text(), new ActionId(in.text()), action(in), risk(in.text()), in.hashes(), in.gatesOrNull());
            case "undo-accepted" ->
                new Event.UndoAccepted(
                        new ActionId(in.text()),
                        new ActionId(in.text()),
                        in.integer(),
                        action(in),
                        risk(in.text()),
                        in.hashes());
            case "gate-opened" ->
                new Event.GateOpened(
                        new ActionId(in.text()),
                        action(in),
                        in.row().texts().map(GatesJson::gate).toList(),
                        in.sealedOrNull());
            case "consent-rejected" -> new Event.ConsentRejected(new ActionId(in.text()), action(in));
            case "action-stopped" ->
                new Event.ActionStopped(
                        in.rows().map(EventJson::named).toList(), stopReason(in.text()), in.sealedOrNull());
            case "action-refused" -> new Event.ActionRefused(in.text(), action(in), in.textOrNull());
            case "action-finished" -> finished(in);
            case "action-settled" -> SettledJson.read(in);
            default -> throw Compact.unreadable();
        };
    }

    private static Event finished(Row in) {
        return new Event.ActionFinished(
                new ActionId(in.text()),
                action(in),
                status(in.text()),
                in.textOrNull(),
                in.integer() == 1,
                in.sealedOrNull(),
                in.hasMore() ? new ActionId(in.text()) : null);
    }

    private static Event.ActionStopped.Named named(Row in) {
        return new Event.ActionStopped.Named(new ActionId(in.text()), action(in));
    }

    private static StopReason stopReason(String text) {
        return WireName.find(StopReason.values(), text).orElseThrow(Compact::unreadable);
    }

    private static PinCounter counter(Row in) {
        return new PinCounter(in.number(), in.integer());
    }

    private static Language language(Row in) {
        return Language.stored(in.text()).orElseThrow(Compact::unreadable);
    }

    static ActionName action(Row in) {
        return WireName.find(ActionName.values(), in.text()).orElseThrow(Compact::unreadable);
    }

    static ActionStatus status(String text) {
        return WireName.find(ActionStatus.values(), text).orElseThrow(Compact::unreadable);
    }

    static Risk risk(String text) {
        return WireName.find(Risk.values(), text).orElseThrow(Compact::unreadable);
    }
}
