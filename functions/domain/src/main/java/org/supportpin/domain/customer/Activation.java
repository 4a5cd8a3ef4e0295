package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.Deactivated;
import org.supportpin.domain.customer.Event.LockLifted;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** The rules for activating, deactivating and unlocking the service. */
public final class Activation {

    private final Limits limits;

    public Activation(Limits limits) {
        this.limits = limits;
    }

    /** The outcome of an activation. */
    public sealed interface Outcome {

        /** The service is active now. */
        record Activated() implements Outcome {}

        /** It was active before. */
        record AlreadyActive() implements Outcome {}

        /** No mobile is known. */
        record MobileRequired() implements Outcome {}

        /** It was activated too often today. */
        record TooManyToday(Instant until) implements Outcome {}
    }

    /**
     * Activates the service for the mobile on file or, if there is none, for the one in the panel's token. An active service whose
     * PIN key does not open gets a new one.
     *
     * @param isPinKeySound whether the PIN key opens; evaluated only if the service is active
     * @param keys with a new PIN key; empty if no mobile is known
     */
    public Decision<Outcome> activate(
            Customer customer,
            Language language,
            BooleanSupplier isPinKeySound,
            Supplier<Optional<SecretWritten>> keys,
            Instant now) {
        if (customer.isActive() && isPinKeySound.getAsBoolean()) {
            return Decision.tell(new Outcome.AlreadyActive());
        }
        var tooMany =
                customer.pin().today().full(Today::activations, limits.perDay().activations(), now);
        if (tooMany.isPresent()) {
            return Decision.tell(new Outcome.TooManyToday(tooMany.get()));
        }
        var byClaim = customer.mobile().confirmed() == null;
        return keys.get()
                .<Decision<Outcome>>map(made -> Decision.record(
                        new Event.Activated(
                                made.secret().version(Purpose.PIN),
                                made.secret().version(Purpose.RECORD),
                                byClaim,
                                language),
                        new Outcome.Activated(),
                        made))
                .orElseGet(() -> Decision.tell(new Outcome.MobileRequired()));
    }

    /**
     * Deactivates the service.
     *
     * @param keys without the PIN key
     * @return whether the service was active
     */
    public Decision<Boolean> deactivate(Customer customer, Supplier<SecretWritten> keys) {
        return customer.isActive()
                ? Decision.record(new Deactivated(customer.pinKey()), true, keys.get())
                : Decision.tell(false);
    }

    /** The outcome of lifting a lock. */
    public sealed interface Lifting {

        /** The lock is lifted, and the PIN has changed. */
        record Lifted() implements Lifting {}

        /** There was no lock. */
        record NotLocked() implements Lifting {}

        /** Locks were lifted too often today. */
        record TooManyToday(Instant until) implements Lifting {}
    }

    /** Lifts any lock of phone verification and changes the PIN. */
    public Decision<Lifting> liftLock(Customer customer, Instant now) {
        if (customer.wrongPins().lock(limits, customer.phase(), now).isEmpty()) {
            return Decision.tell(new Lifting.NotLocked());
        }
        return customer.pin()
                .today()
                .full(Today::unlocks, limits.perDay().unlocks(), now)
                .<Decision<Lifting>>map(until -> Decision.tell(new Lifting.TooManyToday(until)))
                .orElseGet(() -> Decision.record(new LockLifted(), new Lifting.Lifted()));
    }
}
