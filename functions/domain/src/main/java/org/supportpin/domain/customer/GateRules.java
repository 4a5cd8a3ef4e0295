package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Verification.PinSource;

/** Which gates stand before an action. docs/trust.md has the table. */
public final class GateRules {

    /** A recall is carried out so long before the registry's window ends at the latest. */
    static final Duration BEFORE_THE_LATEST = Duration.ofHours(1);

    private final GateSettings settings;
    private final Limits.Gates limits;

    public GateRules(GateSettings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits.gates();
    }

    /**
     * What the gates depend on.
     *
     * @param isAsked whether the customer wants to be asked before this action
     * @param source how the caller was verified
     * @param isRecent whether what proves who the customer is has changed lately
     * @param isToldOutside false if the customer has a notice address, but reads it where the action has its effect: then only a
     *     mobile is told that verified by SMS
     * @param latest when the action stops being possible; null if it does not
     */
    public record Facts(
            ActionName action,
            Risk risk,
            boolean isAsked,
            PinSource source,
            boolean isRecent,
            boolean isToldOutside,
            @Nullable Instant latest) {}

    /**
     * The facts of an action that a verified caller asks for.
     *
     * @param isToldOutside see {@link Facts#isToldOutside}
     */
    public Facts facts(
            Customer customer,
            PinSource source,
            ActionName action,
            Proposal<?> proposal,
            boolean isToldOutside,
            Instant now) {
        return new Facts(
                action,
                proposal.risk(),
                proposal.unlessConsented() != null || customer.policy().rule(action) == Policy.Rule.ASK,
                source,
                isRecent(customer, now),
                isToldOutside,
                proposal.latest());
    }

    /**
     * Whether the gates depend on where the customer is told of an action. A customer without a notice address has only the mobile, and
     * waits as usual: an address is asked for kindly, and required for nothing.
     */
    public boolean dependOnNotice(Customer customer, PinSource source, Proposal<?> proposal) {
        return proposal.risk() == Risk.HIGH
                && proposal.radius() != null
                && source == PinSource.SMS
                && !settings.hold().isZero()
                && customer.noticeAddress().isConfirmed();
    }

    /** Whether what proves who the customer is has changed lately, or what protects it. A first mobile or address is no change. */
    private boolean isRecent(Customer customer, Instant now) {
        var mobile = customer.mobile().confirmed();
        var isMobileRecent = mobile != null
                && mobile.heldUntil() != null
                && now.isBefore(mobile.since().plus(limits.recent()));
        return isMobileRecent
                || customer.policy().isLoosenedWithin(limits.recent(), now)
                || customer.noticeAddress().isChangedWithin(limits.recent(), now);
    }

    /** The gates before an action that is accepted now; empty if it is executed at once. */
    public Optional<Gates> gates(Facts facts, Instant now) {
        var shut = new ArrayList<Shut>();
        if (facts.isAsked() || (facts.risk() == Risk.HIGH && settings.consentForHighRisk())) {
            shut.add(new Shut(Gate.CONSENT, now.plus(limits.consent())));
        }
        if (isHeld(facts)) {
            var end = earliest(now.plus(hold(facts)), facts.latest());
            if (end.isAfter(now)) {
                shut.add(new Shut(Gate.HOLD, end));
            }
        }
        if (settings.approval().contains(facts.action())) {
            var end = earliest(now.plus(limits.approval()), facts.latest());
            shut.add(new Shut(Gate.APPROVAL, end.isAfter(now) ? end : now.plus(limits.consent())));
        }
        return shut.isEmpty()
                ? Optional.empty()
                : Optional.of(new Gates(
                        shut,
                        consentBy(facts, shut.getFirst().gate()),
                        facts.source() == PinSource.SMS,
                        limits.tries()));
    }

    private boolean isHeld(Facts facts) {
        return facts.risk() == Risk.HIGH
                && !settings.hold().isZero()
                && (facts.source() == PinSource.SMS || facts.isRecent());
    }

    /** Twice as long if only whoever has the mobile would hear of it. */
    private Duration hold(Facts facts) {
        return facts.source() == PinSource.SMS && !facts.isToldOutside()
                ? settings.hold().multipliedBy(2)
                : settings.hold();
    }

    private static Instant earliest(Instant end, @Nullable Instant latest) {
        if (latest == null) {
            return end;
        }
        var last = latest.minus(BEFORE_THE_LATEST);
        return last.isBefore(end) ? last : end;
    }

    /** A caller with the PIN of the panel, or who typed into it, has it in sight; and a hold is opened nowhere else. */
    private static ConsentBy consentBy(Facts facts, Gate first) {
        return facts.source() == PinSource.SMS && first == Gate.CONSENT ? ConsentBy.SMS : ConsentBy.PANEL;
    }
}
