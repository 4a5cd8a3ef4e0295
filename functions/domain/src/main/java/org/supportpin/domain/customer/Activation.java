package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.Activated;
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
    public enum Outcome {
        ACTIVATED,
        ALREADY_ACTIVE,
        MOBILE_REQUIRED
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
            Supplier<Optional<SecretWritten>> keys) {
        if (customer.isActive() && isPinKeySound.getAsBoolean()) {
            return Decision.tell(Outcome.ALREADY_ACTIVE);
        }
        var byClaim = customer.mobile().confirmed() == null;
        return keys.get()
                .map(made -> Decision.record(
                        new Activated(
                                made.secret().version(Purpose.PIN),
                                made.secret().version(Purpose.RECORD),
                                byClaim,
                                language),
                        Outcome.ACTIVATED,
                        made))
                .orElseGet(() -> Decision.tell(Outcome.MOBILE_REQUIRED));
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

    /**
     * Lifts any lock of phone verification and changes the PIN.
     *
     * @return whether there was a lock
     */
    public Decision<Boolean> liftLock(Customer customer, Instant now) {
        return customer.wrongPins().lock(limits, customer.phase(), now).isPresent()
                ? Decision.record(new LockLifted(), true)
                : Decision.tell(false);
    }
}
