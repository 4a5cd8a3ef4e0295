package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.Activated;
import org.supportpin.domain.customer.Event.Deactivated;
import org.supportpin.domain.customer.Event.LockLifted;
import org.supportpin.domain.identity.Language;

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
     * Activates the service for the mobile on file or, if there is none, for the one in the panel's token.
     *
     * @param secret a new secret with the mobile sealed in it; empty if no mobile is known
     */
    public Decision<Outcome> activate(Customer customer, Language language, Supplier<Optional<StoredSecret>> secret) {
        if (customer.isActive()) {
            return Decision.tell(Outcome.ALREADY_ACTIVE);
        }
        var byClaim = customer.mobile().confirmed() == null;
        return secret.get()
                .map(made -> Decision.record(
                        new Activated(made.version(), byClaim, language), Outcome.ACTIVATED, new SecretWritten(made)))
                .orElseGet(() -> Decision.tell(Outcome.MOBILE_REQUIRED));
    }

    /**
     * Deactivates the service.
     *
     * @param secret a new secret that yields no PINs, with the mobile sealed in it; it replaces the destroyed one
     * @return whether the service was active
     */
    public Decision<Boolean> deactivate(Customer customer, Supplier<StoredSecret> secret) {
        if (!customer.isActive()) {
            return Decision.tell(false);
        }
        var made = secret.get();
        return Decision.record(new Deactivated(made.version()), true, new SecretWritten(made));
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
