package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.RecordSize;
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

    /** Each takes up 150 bytes in every entry while it is open; a back office that is down all day must not fill the ledger. */
    public static final int MOST_OPEN = 50;

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

    /**
     * Why an action, though allowed, cannot be recorded until its end; empty if it can.
     *
     * @param changes what it is going to change
     */
    public static Optional<Refusal> unrecordable(Customer customer, Texts texts, List<Difference> changes) {
        return customer.openActions().size() < MOST_OPEN
                ? RecordSize.refusal(texts, changes)
                : Optional.of(
                        new Refusal(
                                "too-many-open-actions",
                                "Too many actions of this customer have no outcome yet. Wait until the back office has answered."));
    }

    /** Accepts an action. It is recorded, and counts against its verification, before any call is made. */
    public static <O> Decision<O> accept(ActionRecord action, O outcome) {
        return Decision.record(
                new ActionAccepted(
                        action.request().verification().key(),
                        action.id(),
                        action.request().name(),
                        action.request().risk(),
                        action.hashes()),
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
                        ended.id(),
                        ended.request().name(),
                        end.status(),
                        refusal == null ? null : refusal.rule(),
                        end.needsHuman(),
                        differences),
                ended,
                new ActionEnded(ended));
    }
}
