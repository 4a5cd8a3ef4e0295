package org.supportpin.domain.customer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.supportpin.domain.pin.Phase;

/**
 * Every limit of the service. The defaults are design.md's; a deployment may choose others within what NIST SP 800-63B-4
 * allows.
 *
 * @param wrongPinsPerHalfHour 1–20; then phone verification is locked for the rest of the half hour
 * @param wrongPinsPerDay in any 24 hours; then it is locked until the oldest is a day old
 * @param wrongPinsInARow at most 100 (SP 800-63B-4 §3.2.2); then it is locked until the customer lifts it
 * @param agentWrongPinsPerHour over all customers; then the agent is suspended
 * @param agentSuspension how long for
 * @param smsCooldown between two SMS of a kind
 * @param smsPerHalfHour in any 30 minutes
 * @param smsPerDay in any 24 hours
 * @param previousPinGrace how long the previous PIN is accepted after a change
 * @param smsPinLifetime how long a PIN sent by SMS is accepted at least
 * @param confirmationLifetime how long a confirmation code is accepted
 * @param confirmationAttempts how many wrong codes void a confirmation
 * @param verificationLifetime how long an agent may act after a right PIN
 * @param verificationActions how many actions one verification allows
 * @param mobileHold how long PINs sent to a mobile that replaced another verify standard-risk actions only
 */
public record Limits(
        int wrongPinsPerHalfHour,
        int wrongPinsPerDay,
        int wrongPinsInARow,
        int agentWrongPinsPerHour,
        Duration agentSuspension,
        Duration smsCooldown,
        int smsPerHalfHour,
        int smsPerDay,
        Duration previousPinGrace,
        Duration smsPinLifetime,
        Duration confirmationLifetime,
        int confirmationAttempts,
        Duration verificationLifetime,
        int verificationActions,
        Duration mobileHold) {

    /** The longest {@link #previousPinGrace} that a deployment may choose. */
    public static final Duration LONGEST_PREVIOUS_PIN_GRACE = Duration.ofMinutes(2);

    public static final Limits DEFAULTS = new Limits(
            5,
            10,
            50,
            10,
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            3,
            10,
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            5,
            Duration.ofMinutes(15),
            10,
            Duration.ofHours(72));

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException naming every limit that is out of range, not the first alone
     */
    public Limits {
        var faults = new ArrayList<String>();
        within(faults, "wrong PINs per half hour", wrongPinsPerHalfHour, 1, 20);
        within(faults, "wrong PINs per day", wrongPinsPerDay, wrongPinsPerHalfHour, 40);
        within(faults, "wrong PINs in a row", wrongPinsInARow, wrongPinsPerDay, 100);
        within(faults, "wrong PINs of an agent per hour", agentWrongPinsPerHour, 1, 40);
        within(faults, "agent suspension", agentSuspension, Duration.ofMinutes(1), Duration.ofDays(1));
        within(faults, "SMS cool-down", smsCooldown, Duration.ofSeconds(10), Duration.ofMinutes(10));
        within(faults, "SMS per half hour", smsPerHalfHour, 1, 10);
        within(faults, "SMS per day", smsPerDay, smsPerHalfHour, 20);
        within(faults, "previous PIN's grace", previousPinGrace, Duration.ZERO, LONGEST_PREVIOUS_PIN_GRACE);
        within(faults, "SMS PIN's lifetime", smsPinLifetime, Duration.ofMinutes(1), Phase.STEP);
        within(faults, "confirmation's lifetime", confirmationLifetime, Duration.ofMinutes(1), Phase.STEP);
        within(faults, "confirmation's attempts", confirmationAttempts, 1, 10);
        within(faults, "verification's lifetime", verificationLifetime, Duration.ofMinutes(1), Duration.ofHours(1));
        within(faults, "verification's actions", verificationActions, 1, 50);
        within(faults, "mobile's hold", mobileHold, Duration.ZERO, Duration.ofDays(30));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    private static <T extends Comparable<T>> void within(List<String> faults, String what, T value, T min, T max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            faults.add(what + ": " + value + " is not within " + min + " to " + max);
        }
    }
}
