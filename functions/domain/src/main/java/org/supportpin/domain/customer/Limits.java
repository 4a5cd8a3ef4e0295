package org.supportpin.domain.customer;

import static org.supportpin.domain.customer.Limit.duration;
import static org.supportpin.domain.customer.Limit.number;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.supportpin.domain.pin.Phase;

/**
 * All limits of the service, each declared once with its default and range. A deployment may choose other values within what NIST
 * SP 800-63B-4 allows. docs/settings.md explains each one to operators.
 */
public record Limits(
        WrongPins wrongPins,
        AgentPins agentPins,
        Sms sms,
        SmsBudgets smsBudgets,
        PinLifetimes pins,
        MobileChange mobile,
        Verifications verifications,
        PerDay perDay,
        NoticeDelivery notices,
        Gates gates,
        CallLimits calls) {

    /**
     * Wrong PINs for one customer, over all agents.
     *
     * @param perHalfHour the number after which phone verification is locked for the rest of the half hour
     * @param perDay the number in any 24 hours after which it is locked until the oldest is a day old
     * @param inARow the number in a row after which it is locked until the customer unlocks it; at most 100 (SP 800-63B-4 §3.2.2)
     */
    public record WrongPins(int perHalfHour, int perDay, int inARow) {
        static final Limit<Integer> PER_HALF_HOUR = number("WRONG_PINS_PER_HALF_HOUR", 5, 1, 20);
        static final Limit<Integer> PER_DAY = number("WRONG_PINS_PER_DAY", 10, 1, 40);
        static final Limit<Integer> IN_A_ROW = number("WRONG_PINS_IN_A_ROW", 50, 1, 100);
    }

    /**
     * PINs of one agent, over all customers.
     *
     * @param wrongPerHour the number of wrong ones after which the agent is suspended
     * @param wrongPerCustomer how many wrong ones of the same customer count in that hour
     * @param rightPerHour the most right ones; with one more the agent is suspended
     * @param suspension how long the suspension lasts
     */
    public record AgentPins(int wrongPerHour, int wrongPerCustomer, int rightPerHour, Duration suspension) {
        static final Limit<Integer> WRONG_PER_HOUR = number("AGENT_WRONG_PINS_PER_HOUR", 10, 1, 40);
        static final Limit<Integer> WRONG_PER_CUSTOMER = number("AGENT_WRONG_PINS_PER_CUSTOMER", 2, 1, 40);
        static final Limit<Integer> RIGHT_PER_HOUR = number("AGENT_RIGHT_PINS_PER_HOUR", 30, 1, 200);
        static final Limit<Duration> SUSPENSION =
                duration("AGENT_SUSPENSION", Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofDays(1));
    }

    /**
     * SMS to one customer. PINs and confirmation codes are counted separately.
     *
     * @param cooldown the minimum time between two SMS
     * @param perHalfHour the most in any 30 minutes
     * @param perDay the most in any 24 hours
     */
    public record Sms(Duration cooldown, int perHalfHour, int perDay) {
        static final Limit<Duration> COOLDOWN =
                duration("SMS_COOLDOWN", Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(10));
        static final Limit<Integer> PER_HALF_HOUR = number("SMS_PER_HALF_HOUR", 3, 1, 10);
        static final Limit<Integer> PER_DAY = number("SMS_PER_DAY", 10, 1, 20);
    }

    /**
     * SMS over all customers.
     *
     * @param agentPerHour the most that one agent sends in any hour
     * @param numberPerDay the most to one number in any 24 hours, whoever asks
     * @param codesPerDay how many of these may be confirmation codes
     */
    public record SmsBudgets(int agentPerHour, int numberPerDay, int codesPerDay) {
        static final Limit<Integer> AGENT_PER_HOUR = number("AGENT_SMS_PER_HOUR", 30, 1, 200);
        static final Limit<Integer> NUMBER_PER_DAY = number("NUMBER_SMS_PER_DAY", 10, 1, 40);
        static final Limit<Integer> CODES_PER_DAY = number("NUMBER_CODES_PER_DAY", 5, 1, 40);
    }

    /**
     * How long a PIN is accepted after the panel stops showing it.
     *
     * @param previousGrace how long the previous PIN is accepted after a change
     * @param sentBySms how long a PIN sent by SMS is accepted at least
     */
    public record PinLifetimes(Duration previousGrace, Duration sentBySms) {
        public static final Limit<Duration> PREVIOUS_GRACE =
                duration("PREVIOUS_PIN_GRACE", Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(2));
        static final Limit<Duration> SENT_BY_SMS =
                duration("SMS_PIN_LIFETIME", Duration.ofMinutes(10), Duration.ofMinutes(1), Phase.STEP);
    }

    /**
     * Declaration and confirmation of a mobile.
     *
     * @param codeLifetime how long a confirmation code is accepted
     * @param codeAttempts how many wrong codes cancel a confirmation
     * @param hold how long PINs sent to a mobile that replaced another allow standard-risk actions only
     */
    public record MobileChange(Duration codeLifetime, int codeAttempts, Duration hold) {
        static final Limit<Duration> CODE_LIFETIME =
                duration("CONFIRMATION_LIFETIME", Duration.ofMinutes(10), Duration.ofMinutes(1), Phase.STEP);
        static final Limit<Integer> CODE_ATTEMPTS = number("CONFIRMATION_ATTEMPTS", 5, 1, 10);
        static final Limit<Duration> HOLD =
                duration("MOBILE_HOLD", Duration.ofDays(3), Duration.ZERO, Duration.ofDays(30));
    }

    /**
     * The verification that follows a correct PIN.
     *
     * @param lifetime how long the agent may act
     * @param actions how many actions one verification allows
     * @param refusals how many refused requests end it
     */
    public record Verifications(Duration lifetime, int actions, int refusals) {
        static final Limit<Duration> LIFETIME =
                duration("VERIFICATION_LIFETIME", Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofHours(1));
        static final Limit<Integer> ACTIONS = number("VERIFICATION_ACTIONS", 10, 1, 50);
        static final Limit<Integer> REFUSALS = number("VERIFICATION_REFUSALS", 20, 1, 100);
    }

    /**
     * What one customer's ledger records in a day, which begins with the first of these; see {@link Today}.
     *
     * @param activations the most activations, each of which may be followed by a deactivation
     * @param unlocks how often the customer lifts a lock
     * @param verifications how often the customer is verified, over all agents
     * @param loosenings how often the customer loosens their own rules; between two of them, tightening comes to an end by itself
     */
    public record PerDay(int activations, int unlocks, int verifications, int loosenings) {
        static final Limit<Integer> ACTIVATIONS = number("ACTIVATIONS_PER_DAY", 10, 1, 50);
        static final Limit<Integer> UNLOCKS = number("UNLOCKS_PER_DAY", 10, 1, 50);
        static final Limit<Integer> VERIFICATIONS = number("VERIFICATIONS_PER_DAY", 500, 50, 5000);
        static final Limit<Integer> LOOSENINGS = number("POLICY_LOOSENINGS_PER_DAY", 10, 1, 50);
    }

    /**
     * Notices to customers.
     *
     * @param lifetime how long the service tries to deliver one
     * @param codeLifetime how long the code that confirms a notice address is accepted: a mail may be slow
     */
    public record NoticeDelivery(Duration lifetime, Duration codeLifetime) {
        static final Limit<Duration> LIFETIME =
                duration("NOTICE_LIFETIME", Duration.ofDays(3), Duration.ofHours(1), Duration.ofDays(4));
        static final Limit<Duration> CODE_LIFETIME =
                duration("ADDRESS_CODE_LIFETIME", Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofDays(1));
    }

    /**
     * What stands between the acceptance of an action and its execution.
     *
     * @param consent how long the customer has to give the code
     * @param tries how many wrong codes stop the action
     * @param approval how long a supervisor has to approve
     * @param recent how long a change of what proves who the customer is counts as recent
     * @param stops how often agents may stop what waits for callers who are not verified, in any seven days of a customer
     */
    public record Gates(Duration consent, int tries, Duration approval, Duration recent, int stops) {
        static final Limit<Duration> CONSENT =
                duration("CONSENT_LIFETIME", Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofHours(1));
        static final Limit<Integer> TRIES = number("CONSENT_TRIES", 3, 1, 5);
        static final Limit<Duration> APPROVAL =
                duration("APPROVAL_LIFETIME", Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofDays(3));
        static final Limit<Duration> RECENT =
                duration("RECENT_CHANGE", Duration.ofDays(3), Duration.ZERO, Duration.ofDays(30));
        static final Limit<Integer> STOPS = number("STOPS_PER_WEEK", 3, 1, 20);
    }

    /** The values that a deployment chooses. */
    @FunctionalInterface
    public interface Choices {
        <T extends Comparable<T>> T of(Limit<T> limit);
    }

    public static final Limits DEFAULTS = of(Limit::usual);

    /** All limits, in the order of documentation. */
    public static final List<Limit<?>> ALL = all();

    /**
     * Validates the limits.
     *
     * @throws IllegalArgumentException naming all limits that are out of range
     */
    public Limits {
        var faults = new ArrayList<String>();
        WrongPins.PER_HALF_HOUR.check(faults, wrongPins.perHalfHour());
        WrongPins.PER_DAY.check(faults, wrongPins.perDay(), wrongPins.perHalfHour());
        WrongPins.IN_A_ROW.check(faults, wrongPins.inARow(), wrongPins.perDay());
        AgentPins.WRONG_PER_HOUR.check(faults, agentPins.wrongPerHour());
        AgentPins.WRONG_PER_CUSTOMER.check(faults, agentPins.wrongPerCustomer());
        AgentPins.RIGHT_PER_HOUR.check(faults, agentPins.rightPerHour());
        AgentPins.SUSPENSION.check(faults, agentPins.suspension());
        Sms.COOLDOWN.check(faults, sms.cooldown());
        Sms.PER_HALF_HOUR.check(faults, sms.perHalfHour());
        Sms.PER_DAY.check(faults, sms.perDay(), sms.perHalfHour());
        SmsBudgets.AGENT_PER_HOUR.check(faults, smsBudgets.agentPerHour());
        SmsBudgets.CODES_PER_DAY.check(faults, smsBudgets.codesPerDay());
        SmsBudgets.NUMBER_PER_DAY.check(faults, smsBudgets.numberPerDay(), smsBudgets.codesPerDay());
        PinLifetimes.PREVIOUS_GRACE.check(faults, pins.previousGrace());
        PinLifetimes.SENT_BY_SMS.check(faults, pins.sentBySms());
        MobileChange.CODE_LIFETIME.check(faults, mobile.codeLifetime());
        MobileChange.CODE_ATTEMPTS.check(faults, mobile.codeAttempts());
        MobileChange.HOLD.check(faults, mobile.hold());
        Verifications.LIFETIME.check(faults, verifications.lifetime());
        Verifications.ACTIONS.check(faults, verifications.actions());
        Verifications.REFUSALS.check(faults, verifications.refusals());
        PerDay.ACTIVATIONS.check(faults, perDay.activations());
        PerDay.UNLOCKS.check(faults, perDay.unlocks());
        PerDay.VERIFICATIONS.check(faults, perDay.verifications());
        PerDay.LOOSENINGS.check(faults, perDay.loosenings());
        NoticeDelivery.LIFETIME.check(faults, notices.lifetime());
        NoticeDelivery.CODE_LIFETIME.check(faults, notices.codeLifetime());
        Gates.CONSENT.check(faults, gates.consent());
        Gates.TRIES.check(faults, gates.tries());
        Gates.APPROVAL.check(faults, gates.approval());
        Gates.RECENT.check(faults, gates.recent());
        Gates.STOPS.check(faults, gates.stops());
        calls.check(faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /**
     * The limits of a deployment.
     *
     * @throws IllegalArgumentException naming all limits that are out of range
     */
    public static Limits of(Choices chosen) {
        return new Limits(
                new WrongPins(
                        chosen.of(WrongPins.PER_HALF_HOUR),
                        chosen.of(WrongPins.PER_DAY),
                        chosen.of(WrongPins.IN_A_ROW)),
                new AgentPins(
                        chosen.of(AgentPins.WRONG_PER_HOUR),
                        chosen.of(AgentPins.WRONG_PER_CUSTOMER),
                        chosen.of(AgentPins.RIGHT_PER_HOUR),
                        chosen.of(AgentPins.SUSPENSION)),
                new Sms(chosen.of(Sms.COOLDOWN), chosen.of(Sms.PER_HALF_HOUR), chosen.of(Sms.PER_DAY)),
                new SmsBudgets(
                        chosen.of(SmsBudgets.AGENT_PER_HOUR),
                        chosen.of(SmsBudgets.NUMBER_PER_DAY),
                        chosen.of(SmsBudgets.CODES_PER_DAY)),
                new PinLifetimes(chosen.of(PinLifetimes.PREVIOUS_GRACE), chosen.of(PinLifetimes.SENT_BY_SMS)),
                new MobileChange(
                        chosen.of(MobileChange.CODE_LIFETIME),
                        chosen.of(MobileChange.CODE_ATTEMPTS),
                        chosen.of(MobileChange.HOLD)),
                new Verifications(
                        chosen.of(Verifications.LIFETIME),
                        chosen.of(Verifications.ACTIONS),
                        chosen.of(Verifications.REFUSALS)),
                new PerDay(
                        chosen.of(PerDay.ACTIVATIONS),
                        chosen.of(PerDay.UNLOCKS),
                        chosen.of(PerDay.VERIFICATIONS),
                        chosen.of(PerDay.LOOSENINGS)),
                new NoticeDelivery(chosen.of(NoticeDelivery.LIFETIME), chosen.of(NoticeDelivery.CODE_LIFETIME)),
                new Gates(
                        chosen.of(Gates.CONSENT),
                        chosen.of(Gates.TRIES),
                        chosen.of(Gates.APPROVAL),
                        chosen.of(Gates.RECENT),
                        chosen.of(Gates.STOPS)),
                CallLimits.of(chosen));
    }

    private static List<Limit<?>> all() {
        var found = new ArrayList<Limit<?>>();
        of(new Choices() {
            @Override
            public <T extends Comparable<T>> T of(Limit<T> limit) {
                found.add(limit);
                return limit.usual();
            }
        });
        return List.copyOf(found);
    }
}
