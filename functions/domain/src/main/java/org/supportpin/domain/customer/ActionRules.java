package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionName;
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
import org.supportpin.domain.customer.Event.ActionRefused;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.SealedText;

/** The rules by which a verified caller's agent may act. */
public final class ActionRules {

    /** Each takes up 150 bytes in every entry while it is open; a back office that is down all day must not fill the ledger. */
    public static final int MOST_OPEN = 50;

    private static final Duration READABLE = Duration.ofHours(1);

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

        /** Too many requests under this verification were refused. */
        record RefusalsUsedUp() implements Permission {}

        /** The caller's verification is not strong enough for this action. */
        record TooRisky(Refusal refusal) implements Permission {}

        /** The customer's own rules do not allow this action. */
        record NotAllowed(Refusal refusal) implements Permission {}

        /** The customer has frozen telephone support. */
        record Frozen() implements Permission {}
    }

    /** Whether a verification, and the customer's own rules, allow its agent this action of this risk. */
    public Permission permission(
            Customer customer, String key, AgentId agent, ActionName action, Risk risk, Instant now) {
        return switch (permission(customer, key, agent, risk, now)) {
            case Permission.Granted granted ->
                customer.policy()
                        .refusal(action, risk, granted.verification().source() == PinSource.SMS)
                        .<Permission>map(Permission.NotAllowed::new)
                        .orElse(granted);
            case Permission denied -> denied;
        };
    }

    /** Whether a verification allows its agent something of this risk. */
    public Permission permission(Customer customer, String key, AgentId agent, Risk risk, Instant now) {
        if (customer.policy().isFrozen()) {
            return new Permission.Frozen();
        }
        var verification = customer.verification(key, now)
                .filter(each -> each.agent().equals(agent)
                        && each.uses() < limits.verifications().actions());
        if (verification.isEmpty()) {
            return new Permission.NotVerified();
        }
        if (verification.get().refusals() >= limits.verifications().refusals()) {
            return new Permission.RefusalsUsedUp();
        }
        var mobile = customer.mobile().confirmed();
        var held = mobile != null && mobile.heldUntil() != null && now.isBefore(mobile.heldUntil());
        return held && risk == Risk.HIGH && verification.get().source() == PinSource.SMS
                ? new Permission.TooRisky(
                        new Refusal(
                                "mobile-recently-changed",
                                "The mobile was changed less than 72 hours ago. The caller must give the PIN shown in the panel,"
                                        + " not one sent by SMS.",
                                "Το κινητό άλλαξε πριν από λιγότερο από 72 ώρες. Ο πελάτης πρέπει να πει το PIN που δείχνει ο πίνακας ελέγχου, όχι PIN που στάλθηκε με SMS."))
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
                : Optional.of(new Refusal(
                        "too-many-open-actions",
                        "Too many actions of this customer have no outcome yet. Wait until the back office has answered.",
                        "Πολλές ενέργειες του πελάτη δεν έχουν ακόμη αποτέλεσμα. Περιμένετε να απαντήσει το σύστημα."));
    }

    /** Accepts an action. It is recorded, and counts against its verification, before any call is made. */
    public static <O> Decision<O> accept(ActionRecord action, O outcome) {
        var call = action.request().call().orElseThrow();
        return Decision.record(
                new ActionAccepted(
                        call.verification().key(),
                        action.id(),
                        action.request().name(),
                        action.request().risk(),
                        action.hashes(),
                        action.gates()),
                outcome,
                new ActionOpened(action));
    }

    /**
     * Counts a request that is not accepted, before its agent hears why: whoever asks for what is forbidden may be feeling for what
     * is there.
     *
     * @param rule the rule that refused it; null if the parameters did not fit the facts
     */
    public static <O> Decision<O> refuse(String key, ActionName action, @Nullable String rule, O outcome) {
        return Decision.record(new ActionRefused(key, action, rule), outcome);
    }

    /**
     * Whether the agent may still read the action: while the verification lives and for an hour after. It lived no longer than its
     * lifetime after the request, whenever the call was over.
     */
    public boolean isReadable(ActionRecord action, Instant now) {
        return now.isBefore(
                action.request().at().plus(limits.verifications().lifetime()).plus(READABLE));
    }

    /** Ends an action. The customer sees the result. */
    public static Decision<ActionRecord> finish(ActionRecord ended, @Nullable SealedText changes) {
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
                        changes,
                        ended.request().undone().orElse(null)),
                ended,
                new ActionEnded(ended));
    }
}
