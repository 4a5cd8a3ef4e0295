package org.supportpin.domain.customer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.supportpin.domain.action.ActionName;

/**
 * Which gates a deployment puts before actions, apart from those that customers set themselves.
 *
 * @param consentForHighRisk whether a high-risk action needs the customer's consent
 * @param hold how long a high-risk action waits if the caller was verified by SMS, or soon after a change of what proves who the
 *     customer is; zero for never
 * @param approval the actions that a supervisor approves
 */
public record GateSettings(boolean consentForHighRisk, Duration hold, Set<ActionName> approval) {

    /** The longest hold. */
    public static final Duration LONGEST_HOLD = Duration.ofDays(7);

    /** Nothing stands before an action but what the customer wants. */
    public static final GateSettings NONE = new GateSettings(false, Duration.ZERO, Set.of());

    public static final GateSettings DEFAULTS = new GateSettings(true, Duration.ofHours(24), Set.of());

    /**
     * @throws IllegalArgumentException if the hold is negative or longer than a week
     */
    public GateSettings {
        if (hold.isNegative() || hold.compareTo(LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException("a hold has 0 to " + LONGEST_HOLD.toHours() + " hours");
        }
        approval = approval.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(approval));
    }
}
