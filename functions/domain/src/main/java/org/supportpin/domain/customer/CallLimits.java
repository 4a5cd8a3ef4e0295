package org.supportpin.domain.customer;

import static org.supportpin.domain.customer.Limit.duration;
import static org.supportpin.domain.customer.Limit.number;

import java.time.Duration;
import java.util.List;

/**
 * Limits of announced calls, typed verifications and handovers.
 *
 * @param agentPerHour how many of the three one agent starts in any hour
 * @param customerPerDay how many calls and typed verifications one customer sees in a day, which is that of {@link Limits.PerDay}
 * @param announcement how long an announced call is shown
 * @param smsOfAnnouncement whether an SMS tells of an announced call: 1 or 0
 * @param codeLifetime how long the code of a typed verification is accepted
 * @param codeAttempts how many wrong codes end it
 * @param handover how long a colleague may take over an offered call
 */
public record CallLimits(
        int agentPerHour,
        int customerPerDay,
        Duration announcement,
        int smsOfAnnouncement,
        Duration codeLifetime,
        int codeAttempts,
        Duration handover) {

    static final Limit<Integer> AGENT_PER_HOUR = number("AGENT_CALLS_PER_HOUR", 60, 1, 500);
    static final Limit<Integer> CUSTOMER_PER_DAY = number("CALLS_PER_DAY", 50, 5, 500);
    static final Limit<Duration> ANNOUNCEMENT =
            duration("CALL_ANNOUNCEMENT", Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofHours(1));
    static final Limit<Integer> SMS_OF_ANNOUNCEMENT = number("CALL_ANNOUNCEMENT_SMS", 1, 0, 1);
    static final Limit<Duration> CODE_LIFETIME =
            duration("TYPED_CODE_LIFETIME", Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(10));
    static final Limit<Integer> CODE_ATTEMPTS = number("TYPED_CODE_ATTEMPTS", 3, 1, 5);
    static final Limit<Duration> HANDOVER =
            duration("HANDOVER_LIFETIME", Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofMinutes(5));

    static CallLimits of(Limits.Choices chosen) {
        return new CallLimits(
                chosen.of(AGENT_PER_HOUR),
                chosen.of(CUSTOMER_PER_DAY),
                chosen.of(ANNOUNCEMENT),
                chosen.of(SMS_OF_ANNOUNCEMENT),
                chosen.of(CODE_LIFETIME),
                chosen.of(CODE_ATTEMPTS),
                chosen.of(HANDOVER));
    }

    void check(List<String> faults) {
        AGENT_PER_HOUR.check(faults, agentPerHour);
        CUSTOMER_PER_DAY.check(faults, customerPerDay);
        ANNOUNCEMENT.check(faults, announcement);
        SMS_OF_ANNOUNCEMENT.check(faults, smsOfAnnouncement);
        CODE_LIFETIME.check(faults, codeLifetime);
        CODE_ATTEMPTS.check(faults, codeAttempts);
        HANDOVER.check(faults, handover);
    }
}
