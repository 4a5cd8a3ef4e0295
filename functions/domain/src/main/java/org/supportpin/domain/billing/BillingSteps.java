package org.supportpin.domain.billing;

import java.util.function.Supplier;
import org.supportpin.domain.action.ActionExecutor.Prepared;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Risk;

/** What orders, renewals and upgrades have in common: a plan with a price, one call, and an order that bears the action's id. */
final class BillingSteps {

    private BillingSteps() {}

    static <P> Prepared<P> prepared(BillingDecision<P> decision) {
        return switch (decision) {
            case BillingDecision.Accepted<P>(var plan) -> new Prepared.Ready<>(plan, Risk.STANDARD);
            case BillingDecision.Refused<P>(var refusal) -> new Prepared.Refused<>(refusal);
        };
    }

    /**
     * Places what was quoted, if it would be quoted the same now.
     *
     * @param again decides once more, on facts read now
     */
    static <P> CallOutcome<BillingResult<P>> place(
            P plan, Supplier<BillingDecision<P>> again, Supplier<CallOutcome<PlacedOrder>> call) {
        BillingDecision<P> now;
        try {
            now = again.get();
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        return switch (now) {
            case BillingDecision.Refused<P>(var refusal) -> CallOutcome.refused(refusal);
            case BillingDecision.Accepted<P>(var same) ->
                same.equals(plan)
                        ? call.get().map(placed -> new BillingResult<>(plan, placed))
                        : CallOutcome.refused(BillingRules.priceChanged());
        };
    }

    /** Billing tells by the action's id. */
    static <P extends BillingPlan> CallOutcome<BillingResult<P>> find(Billing billing, ActionId id, P plan) {
        return billing.findByAction(id, plan).map(placed -> new BillingResult<>(plan, placed));
    }
}
