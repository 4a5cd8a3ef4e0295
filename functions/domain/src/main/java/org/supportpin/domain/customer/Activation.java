package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.Activated;
import org.supportpin.domain.customer.Event.Deactivated;
import org.supportpin.domain.customer.Event.LockLifted;
import org.supportpin.domain.identity.Language;

/** The rules by which the service comes on, goes off, and opens again after a lock. */
public final class Activation {

    private final Limits limits;

    public Activation(Limits limits) {
        this.limits = limits;
    }

    /** What became of an activation. */
    public enum Outcome {
        ACTIVATED,
        ALREADY_ACTIVE,
        MOBILE_REQUIRED
    }

    /**
     * Activates the service, for the mobile on file or, where there is none, for the one that the panel's token names.
     *
     * @param secret a new one, with the mobile sealed; empty where no mobile is known
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
     * @param secret a new one that no PIN comes from, with the mobile sealed, in place of the one that is destroyed
     * @return whether there was anything to deactivate
     */
    public Decision<Boolean> deactivate(Customer customer, Supplier<StoredSecret> secret) {
        if (!customer.isActive()) {
            return Decision.tell(false);
        }
        var made = secret.get();
        return Decision.record(new Deactivated(made.version()), true, new SecretWritten(made));
    }

    /**
     * Lifts whatever lock of phone verification stands, and changes the PIN.
     *
     * @return whether one stood
     */
    public Decision<Boolean> liftLock(Customer customer, Instant now) {
        return customer.wrongPins().lock(limits, customer.phase(), now).isPresent()
                ? Decision.record(new LockLifted(), true)
                : Decision.tell(false);
    }
}
