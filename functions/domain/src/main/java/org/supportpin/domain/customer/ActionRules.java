package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.CompanionWrite.ActionEnded;
import org.supportpin.domain.customer.CompanionWrite.ActionOpened;
import org.supportpin.domain.customer.Event.ActionAccepted;
import org.supportpin.domain.customer.Event.ActionFinished;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.AgentId;

/** The rules by which a verified caller's agent may act. */
public final class ActionRules {

    private final Limits limits;

    public ActionRules(Limits limits) {
        this.limits = limits;
    }

    /** The result of the check of a verification. */
    public sealed interface Permission {

        /** The agent may act. */
        record Granted(Verification verification) implements Permission {}

        /** This agent has no valid verification, or its actions are used up. */
        record NotVerified() implements Permission {}

        /** The caller's verification is not strong enough for this action. */
        record TooRisky(Refusal refusal) implements Permission {}
    }

    /** Whether a verification allows its agent an action of this risk. */
    public Permission permission(Customer customer, String key, AgentId agent, Risk risk, Instant now) {
        var verification = customer.verification(key, now)
                .filter(each -> each.agent().equals(agent)
                        && each.uses() < limits.verifications().actions());
        if (verification.isEmpty()) {
            return new Permission.NotVerified();
        }
        var mobile = customer.mobile().confirmed();
        var held = mobile != null && mobile.heldUntil() != null && now.isBefore(mobile.heldUntil());
        return held && risk == Risk.HIGH && verification.get().source() == PinSource.SMS
                ? new Permission.TooRisky(new Refusal(
                        "mobile-recently-changed",
                        "The mobile was changed less than 72 hours ago. The caller must give the PIN shown in the panel,"
                                + " not one sent by SMS."))
                : new Permission.Granted(verification.get());
    }

    /** Accepts an action. It is recorded, and counts against its verification, before any call is made. */
    public static <O> Decision<O> accept(ActionRecord action, O outcome) {
        return Decision.record(
                new ActionAccepted(
                        action.request().verification().key(),
                        action.id().value(),
                        action.request().name(),
                        action.request().risk()),
                outcome,
                new ActionOpened(action));
    }

    /** Ends an action. The customer sees the result. */
    public static Decision<ActionRecord> finish(ActionRecord ended, List<Difference> differences) {
        var end = ended.end();
        if (end == null) {
            throw new IllegalArgumentException("the action has not ended");
        }
        var refusal = end.refusal();
        return Decision.record(
                new ActionFinished(
                        ended.id().value(),
                        ended.request().name(),
                        end.status(),
                        refusal == null ? null : refusal.rule(),
                        differences),
                ended,
                new ActionEnded(ended));
    }
}
