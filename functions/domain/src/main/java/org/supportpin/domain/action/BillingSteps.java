package org.supportpin.domain.action;

import java.util.function.Supplier;
import org.supportpin.domain.action.Procedure.Prepared;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingDecision;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.Placed;

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
    static <P> Effect<Billed<P>> place(P plan, Supplier<BillingDecision<P>> again, Supplier<Effect<Placed>> call) {
        BillingDecision<P> now;
        try {
            now = again.get();
        } catch (BackOfficeUnavailable e) {
            return Effect.notDone();
        }
        return switch (now) {
            case BillingDecision.Refused<P>(var refusal) -> Effect.refused(refusal);
            case BillingDecision.Accepted<P>(var same) ->
                same.equals(plan)
                        ? call.get().map(placed -> new Billed<>(plan, placed))
                        : Effect.refused(BillingRules.priceChanged());
        };
    }

    /** Billing tells by the action's id. */
    static <P extends BillingPlan> Effect<Billed<P>> find(Billing billing, ActionId id, P plan) {
        return billing.findByAction(id, plan).map(placed -> new Billed<>(plan, placed));
    }
}
