package org.supportpin.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.Activated;
import org.supportpin.domain.customer.Event.Deactivated;
import org.supportpin.domain.customer.Event.LockLifted;
import org.supportpin.domain.identity.Language;

/** The rules by which the service comes on, goes off, and opens again after a lock. */
public final class Activation {

    private Activation() {}

    /** What became of an activation. */
    public enum Outcome {
        ACTIVATED,
        ALREADY_ACTIVE,
        MOBILE_REQUIRED
    }

    /**
     * Activates the service.
     *
     * @param byClaim whether the mobile came from the panel's token
     * @param secret a new one, with the mobile sealed; null where no mobile is known
     */
    public static Decision<Outcome> activate(
            Customer customer, boolean byClaim, Language language, @Nullable StoredSecret secret) {
        if (customer.isActive()) {
            return Decision.tell(Outcome.ALREADY_ACTIVE);
        }
        if (secret == null) {
            return Decision.tell(Outcome.MOBILE_REQUIRED);
        }
        return Decision.record(
                new Activated(secret.version(), byClaim, language), Outcome.ACTIVATED, new SecretWritten(secret));
    }

    /**
     * Deactivates the service.
     *
     * @param secret a new one that no PIN comes from, with the mobile sealed, in place of the one that is destroyed
     * @return whether there was anything to deactivate
     */
    public static Decision<Boolean> deactivate(Customer customer, StoredSecret secret) {
        return customer.isActive()
                ? Decision.record(new Deactivated(secret.version()), true, new SecretWritten(secret))
                : Decision.tell(false);
    }

    /**
     * Lifts whatever lock of phone verification stands, and changes the PIN.
     *
     * @return whether one stood
     */
    public static Decision<Boolean> liftLock(Customer customer, Limits limits, Instant now) {
        return customer.guesses().lock(limits, customer.phase(), now).isPresent()
                ? Decision.record(new LockLifted(), true)
                : Decision.tell(false);
    }
}
