package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Customer.PendingMobile;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** How each event changes a customer's state. */
record EventApplier(Customer customer, Actor actor, long sequence, Instant at) {

    Customer apply(Event event) {
        return switch (event) {
            case Event.MobileDeclared(var expiresAt, var attempts, var language) ->
                customer.withSecret(rewrittenSecret())
                        .withLanguage(language)
                        .withPendingMobile(new PendingMobile(sequence, expiresAt, attempts))
                        .withCodesSent(customer.codesSent().with(at));
            case Event.CodeRejected() -> customer.withPendingMobile(oneAttemptLess());
            case Event.MobileConfirmed(var heldUntil) ->
                customer.withSecret(rewrittenSecret())
                        .withMobile(new Mobile(at, heldUntil))
                        .withPendingMobile(null)
                        .withPins(customer.pins().nextGeneration(at));
            case Event.Activated(var version, var _, var language) ->
                customer.withSecret(new SecretRef(version, sequence, Purpose.PIN))
                        .withLanguage(language)
                        .withMobile(customer.mobile() == null ? new Mobile(at, null) : customer.mobile())
                        .withPendingMobile(null)
                        .withPins(customer.pins().ofNewSecret(at));
            case Event.Deactivated(var version) ->
                customer.withSecret(new SecretRef(version, sequence, Purpose.MOBILE))
                        .withPendingMobile(null)
                        .withPins(customer.pins().ofNewSecret(at))
                        .withVerifications(Stream.empty());
            case Event.PinSent(var step, var acceptedUntil) ->
                customer.withPins(customer.pins().withSent(step, acceptedUntil, at));
            case Event.PinRejected() -> customer.withGuesses(customer.guesses().withWrong(at));
            case Event.PinReplayed(var counter) ->
                customer.withPins(customer.pins().withReplayNoted(counter));
            case Event.RefusedWhileLocked() ->
                customer.withGuesses(customer.guesses().withRefusalNoted());
            case Event.LockLifted() ->
                customer.withGuesses(WrongPinLog.NONE).withPins(customer.pins().nextGeneration(at));
            case Verified verified -> verified(verified);
            case Event.VerificationEnded(var key) ->
                customer.withVerifications(
                        verifications().filter(each -> !each.key().equals(key)));
            case Event.ActionAccepted accepted ->
                customer.withVerifications(
                        verifications().map(each -> each.key().equals(accepted.verification()) ? each.used() : each));
            case Event.ActionFinished _ -> customer.withVerifications(verifications());
        };
    }

    private Customer verified(Verified verified) {
        if (!(actor instanceof Actor.Agent agent)) {
            throw new IllegalArgumentException("only an agent verifies a caller");
        }
        return customer.withPins(
                        customer.pins().withUsed(verified.counter(), at).nextGeneration(at))
                .withGuesses(customer.guesses().withRight())
                .withVerifications(Stream.concat(verifications(), Stream.of(Verification.of(verified, agent, at))));
    }

    /** Those that still run: what is over leaves the state with the next entry. */
    private Stream<Verification> verifications() {
        return customer.verifications().stream().filter(each -> at.isBefore(each.expiresAt()));
    }

    private SecretRef rewrittenSecret() {
        var secret = customer.secret();
        return secret == null
                ? new SecretRef(1, sequence, Purpose.MOBILE)
                : new SecretRef(secret.version(), sequence, secret.purpose());
    }

    private @Nullable PendingMobile oneAttemptLess() {
        var pending = customer.pendingMobile();
        return pending == null
                ? null
                : new PendingMobile(pending.declaration(), pending.expiresAt(), pending.attemptsLeft() - 1);
    }
}
