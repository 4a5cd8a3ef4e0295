package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Customer.PendingMobile;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.identity.Actor;

/**
 * How each event changes a customer's state. A verification ends with what proved it: when the mobile is confirmed anew, when a
 * lock is lifted, when the service is deactivated, and when the customer tightens their own rules, running ones are void.
 */
record EventApplier(Customer customer, Actor actor, long sequence, Instant at) {

    /** Verifications of one customer that are valid at once. One more voids the oldest, so that entries stay small. */
    private static final int MOST_AT_ONCE = 20;

    Customer apply(Event event) {
        var changed = changed(event);
        var told = customer.told().after(event, at);
        var after = told.equals(customer.told()) ? changed : changed.withTold(told);
        return after.calls().equals(Calls.NONE)
                ? after
                : after.withCalls(after.calls().at(at));
    }

    private Customer changed(Event event) {
        var mobile = customer.mobile();
        var pin = customer.pin();
        return switch (event) {
            case Event.MobileDeclared(var expiresAt, var attempts, var language, var recordKey) ->
                customer.withSecret(secret(recordKey))
                        .withLanguage(language)
                        .withMobile(mobile.declared(new PendingMobile(sequence, expiresAt, attempts), at));
            case Event.CodeRejected() -> customer.withMobile(mobile.withCodeRejected());
            case Event.MobileConfirmed(var heldUntil) ->
                customer.withSecret(secret(before().recordKey()))
                        .withMobile(mobile.withConfirmed(new Mobile(at, heldUntil)))
                        .withPin(pin.nextGeneration(at))
                        .withVerifications(Stream.empty())
                        .withCalls(customer.calls().withoutRequest());
            case Event.Activated(var pinKey, var recordKey, var _, var language) ->
                customer.withSecret(new SecretRef(sequence, pinKey, true, recordKey))
                        .withLanguage(language)
                        .withMobile(mobile.activated(at))
                        .withPin(pin.activated(at))
                        .withVerifications(Stream.empty())
                        .withCalls(Calls.NONE);
            case Event.Deactivated(var pinKey) ->
                customer.withSecret(new SecretRef(sequence, pinKey, false, before().recordKey()))
                        .withMobile(mobile.withoutPending())
                        .withPin(pin.deactivated(at))
                        .withVerifications(Stream.empty())
                        .withOpenActions(customer.openActions().stream().map(OpenAction::withdrawn))
                        .withCalls(Calls.NONE);
            case Event.PinSent(var step, var acceptedUntil) -> customer.withPin(pin.sent(step, acceptedUntil, at));
            case Event.PinRejected _ -> customer.withPin(pin.rejected(at));
            case Event.PinReplayed(var counter) -> customer.withPin(pin.replayed(counter));
            case Event.RefusedWhileLocked() -> customer.withPin(pin.refusedWhileLocked());
            case Event.LockLifted() ->
                customer.withPin(pin.lockLifted(at))
                        .withVerifications(Stream.empty())
                        .withCalls(customer.calls().withoutRequest());
            case Verified verified -> verified(verified);
            case Event.VerificationEnded(var key) ->
                customer.withVerifications(
                        verifications().filter(each -> !each.key().equals(key)));
            case Event.VerificationRequested _,
                    Event.TypedCodeRejected _,
                    Event.CallsEnded _,
                    Event.CallAnnounced _,
                    Event.AnnouncedCallEnded _,
                    Event.HandoverOffered _,
                    Event.HandedOver _ -> new CallApplier(customer, actor, at).apply(event);
            case Event.AccountRead(var key) ->
                customer.withVerifications(
                        verifications().map(each -> each.key().equals(key) ? each.withAccountRead() : each));
            case Event.ActionAccepted accepted -> accepted(accepted);
            case Event.UndoAccepted undo ->
                customer.withVerifications(verifications())
                        .withOpenActions(Stream.concat(
                                customer.openActions().stream(),
                                Stream.of(new OpenAction(undo.actionId(), undo.hashes(), at))));
            case Event.GateOpened(var id, var _, var opened, var _) -> withGates(id, gates -> gates.without(opened));
            case Event.ConsentRejected(var id, var _) -> withGates(id, Gates::withWrongCode);
            case Event.ActionStopped stopped ->
                customer.withVerifications(verifications().map(each -> stopped(each, stopped)))
                        .withOpenActions(customer.openActions().stream().filter(each -> !stopped.has(each.id())))
                        .withStops(
                                stopped.reason() == StopReason.CALLER
                                        ? Gatekeeper.WEEK.with(customer.stops(), at)
                                        : customer.stops());
            case Event.ActionRefused refused ->
                customer.withVerifications(
                        verifications().map(each -> each.key().equals(refused.verification()) ? each.refused() : each));
            case Event.ErasureRequested(var _, var until) -> erasureRequested(until);
            case Event.Erased() ->
                customer.withSecret(new SecretRef(sequence, before().pinKey(), false, before().recordKey(), true))
                        .withMobile(mobile.forgotten())
                        .withPin(pin.deactivated(at))
                        .withVerifications(Stream.empty())
                        .withCalls(Calls.NONE)
                        .withErasure(null)
                        .withPolicy(Policy.DEFAULT)
                        .withNoticeAddress(customer.noticeAddress().forgotten());
            case Event.ActionFinished finished ->
                customer.withVerifications(
                                verifications().map(each -> each.changed(finished.actionId(), finished.status())))
                        .withOpenActions(customer.openActions().stream()
                                .filter(each -> !each.id().equals(finished.actionId())));
            case ActionSettled(var id, var _, var isDone, var _) -> {
                var status = isDone ? ActionStatus.SUCCEEDED : ActionStatus.FAILED;
                yield customer.withVerifications(verifications().map(each -> each.changed(id, status)));
            }
            case Event.PolicyChanged(var before, var after) -> policyChanged(before, after);
            case Event.RefusedWhileFrozen() ->
                customer.withVerifications(verifications())
                        .withPolicy(customer.policy().withRefusalNoted());
            case Event.AddressDeclared(var expiresAt, var attempts) ->
                resealed()
                        .withNoticeAddress(customer.noticeAddress()
                                .declared(new AddressState.Pending(sequence, expiresAt, attempts), at));
            case Event.AddressCodeRejected() ->
                customer.withVerifications(verifications())
                        .withNoticeAddress(customer.noticeAddress().withCodeRejected());
            case Event.AddressConfirmed(var replaced) ->
                resealed().withNoticeAddress(customer.noticeAddress().confirmed(replaced, at));
            case Event.AddressRemoved() ->
                resealed().withNoticeAddress(customer.noticeAddress().removed(at));
            case Event.AuditRead _, Event.DataExported _ -> customer.withVerifications(verifications());
        };
    }

    private Customer accepted(Event.ActionAccepted accepted) {
        var gates = accepted.gates();
        var isSent = gates != null && gates.isConsentSent();
        return customer.withPin(isSent ? customer.pin().told(at) : customer.pin())
                .withVerifications(verifications()
                        .map(each -> each.key().equals(accepted.verification())
                                ? each.accepted(accepted.action(), accepted.actionId(), gates == null)
                                : each))
                .withOpenActions(Stream.concat(
                        customer.openActions().stream(),
                        Stream.of(new OpenAction(accepted.actionId(), accepted.hashes(), at, gates))));
    }

    private Customer withGates(ActionId id, Function<Gates, @Nullable Gates> change) {
        var next = customer.openActions().stream()
                .map(each -> each.id().equals(id) ? changed(each, change) : each)
                .toList();
        var isReleased = next.stream().anyMatch(each -> each.id().equals(id) && each.gates() == null);
        return customer.withVerifications(
                        verifications().map(each -> isReleased ? each.changed(id, ActionStatus.PENDING) : each))
                .withOpenActions(next.stream());
    }

    private static Verification stopped(Verification verification, Event.ActionStopped stopped) {
        var after = verification;
        for (var action : stopped.actions()) {
            after = after.changed(action.id(), ActionStatus.STOPPED);
        }
        return after;
    }

    private OpenAction changed(OpenAction open, Function<Gates, @Nullable Gates> change) {
        var gates = open.gates();
        return gates == null ? open : open.withGates(change.apply(gates), at);
    }

    private Customer erasureRequested(Instant until) {
        if (!(actor instanceof Actor.Auditor(var by))) {
            throw new IllegalArgumentException("only an auditor requests an erasure");
        }
        return customer.withErasure(new WaitingErasure(by, until));
    }

    /** The keys are rewritten with this entry, and stay what they are. */
    private Customer resealed() {
        return customer.withVerifications(verifications()).withSecret(secret(before().recordKey()));
    }

    private Customer policyChanged(Policy.Terms before, Policy.Terms after) {
        if (!before.equals(customer.policy().terms())) {
            throw new IllegalArgumentException("these were not the customer's rules");
        }
        return customer.withPolicy(customer.policy().changed(after, at))
                .withPin(after.isLooserThan(before) ? customer.pin().loosened(at) : customer.pin())
                .withVerifications(after.isStricterThan(before) ? Stream.empty() : verifications())
                .withCalls(after.isStricterThan(before) ? customer.calls().withoutRequest() : customer.calls());
    }

    private Customer verified(Verified verified) {
        var calls = new CallApplier(customer, actor, at);
        var counter = verified.counter();
        var valid = verifications().toList();
        return customer.withPin(
                        counter == null
                                ? customer.pin().typed(at)
                                : customer.pin().verified(counter, at))
                .withVerifications(Stream.concat(
                        valid.stream().skip(Math.max(0, valid.size() + 1 - MOST_AT_ONCE)),
                        Stream.of(counter == null ? calls.typed(verified) : calls.spoken(verified))))
                .withCalls(counter == null ? customer.calls().withoutRequest() : customer.calls());
    }

    /** The valid verifications. Expired ones are dropped from the state with the next entry. */
    private Stream<Verification> verifications() {
        return customer.verifications().stream().filter(each -> at.isBefore(each.expiresAt()));
    }

    private SecretRef before() {
        var secret = customer.secret();
        return secret == null ? SecretRef.NONE : secret;
    }

    /** The keys, rewritten with this entry; the PIN key is the same. */
    private SecretRef secret(int recordKey) {
        return new SecretRef(sequence, before().pinKey(), before().active(), recordKey);
    }
}
