package org.supportpin.domain.customer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.supportpin.domain.customer.Activation.Lifting;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.PinCounter;

/** The current PIN, for the panel. Viewing it writes nothing. */
public final class CurrentPin {

    private static final int TAG_BYTES = 12;

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
     * @param isShown whether the panel already shows the PIN with this tag; if so, no key is opened
     */
    public PinView view(CustomerId customer, BooleanSupplier isMobileVerified, Predicate<String> isShown) {
        var snapshot = commands.read(customer);
        var state = snapshot.state();
        if (!state.isActive()) {
            return new PinView.Inactive(state.mobile().confirmed() != null || isMobileVerified.getAsBoolean());
        }
        var now = commands.now(snapshot);
        var tag = tag(state, now);
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
            return new PinView.Active(
                    tag,
                    now,
                    session.pinKey(snapshot)
                            .pin(new PinCounter(step, state.pins().generation())),
                    state.phase().start(step),
                    state.phase().end(step),
                    SecretSession.maskedMobile(snapshot),
                    lock(state, now).orElse(null),
                    state.pins().sms().availableAt(limits, now),
                    state.policy().terms().telephone());
        }
    }

    private Optional<WrongPinLog.Lock> lock(Customer state, Instant now) {
        return state.wrongPins().lock(limits, state.phase(), now);
    }

    /** A hash of what the view shows: of the PIN's inputs, which do not reveal the PIN, and of a freeze. */
    private static String tag(Customer state, Instant now) {
        var text = state.id().value()
                + '\n'
                + state.pinKey()
                + '\n'
                + state.phase().step(now)
                + '\n'
                + state.pins().generation()
                + (state.policy().isFrozen() ? "\nfrozen" : "");
        var hash = Hash.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
    }
}
