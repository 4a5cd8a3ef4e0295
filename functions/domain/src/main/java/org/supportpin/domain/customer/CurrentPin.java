package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Activation.Lifting;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.PinView.PendingNumber;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.PinCounter;

/** The current PIN, for the panel. Viewing it writes nothing. */
public final class CurrentPin {

    private final LedgerCommands commands;
    private final Secrets secrets;
    private final Limits limits;
    private final Activation activation;

    public CurrentPin(LedgerCommands commands, Secrets secrets, Limits limits) {
        this.commands = commands;
        this.secrets = secrets;
        this.limits = limits;
        this.activation = new Activation(limits);
    }

    /**
     * What the panel shows to the customer.
     *
     * @param isMobileVerified whether the panel itself knows the customer's mobile; evaluated only if none is on file
     * @param isShown whether the panel already shows the view with this tag; if so, no key is opened
     */
    public PinView view(CustomerId customer, BooleanSupplier isMobileVerified, Predicate<String> isShown) {
        var snapshot = commands.read(customer);
        var state = snapshot.state();
        var now = commands.now(snapshot);
        if (!state.isActive()) {
            return new PinView.Inactive(
                    state.mobile().confirmed() != null || isMobileVerified.getAsBoolean(), pending(snapshot, now));
        }
        var tag = ViewTag.of(state, limits, now);
        return isShown.test(tag)
                ? new PinView.Unchanged(tag, lock(state, now).isPresent())
                : active(snapshot, tag, now);
    }

    /** Lifts the lock of phone verification, if any. The PIN then changes. */
    public Performed<Lifting> unlock(CustomerId customer) {
        return commands.perform(
                customer, new Actor.Panel(), (snapshot, now) -> activation.liftLock(snapshot.state(), now));
    }

    private PinView active(Snapshot snapshot, String tag, Instant now) {
        try (var session = secrets.session()) {
            var state = snapshot.state();
            var step = state.phase().step(now);
            var key = session.pinKey(snapshot);
            return new PinView.Active(
                    tag,
                    now,
                    key.pin(new PinCounter(step, state.pins().generation())),
                    state.phase().start(step),
                    state.phase().end(step),
                    SecretSession.maskedMobile(snapshot),
                    lock(state, now).orElse(null),
                    state.pins().sms().availableAt(limits, now),
                    state.policy().terms().telephone(),
                    CallsShown.of(state, key, now),
                    state.waiting(now),
                    pending(snapshot, now),
                    state.pins().used().isEmpty()
                            ? null
                            : state.pins().used().getLast().at());
        }
    }

    /** The mobile that awaits its code; null if there is none. Opens nothing. */
    private @Nullable PendingNumber pending(Snapshot snapshot, Instant now) {
        var mobile = snapshot.state().mobile();
        var number = snapshot.current().pendingMobile();
        return mobile.pending(now)
                .filter(_ -> number != null)
                .map(each -> new PendingNumber(
                        Objects.requireNonNull(number).mask(),
                        each.expiresAt(),
                        mobile.codes().availableAt(limits, now)))
                .orElse(null);
    }

    private Optional<WrongPinLog.Lock> lock(Customer state, Instant now) {
        return state.wrongPins().lock(limits, state.phase(), now);
    }
}
