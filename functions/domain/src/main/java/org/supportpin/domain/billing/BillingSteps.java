package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import java.util.List;
import java.util.function.Supplier;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;

/** What orders, renewals and upgrades have in common: a plan with a price, one call, and an order with the action's id. */
final class BillingSteps {

    private BillingSteps() {}

    static <P extends BillingPlan> Verdict<Proposal<P>> proposal(Verdict<P> decision) {
        return decision.map(plan -> new Proposal<>(
                plan,
                Risk.STANDARD,
                List.of(plan.change(plan.price().toString())),
                plan.price(),
                List.of()));
    }

    /**
     * Places what was quoted, if it would be quoted the same now.
     *
     * @param now decided once more, on facts read now
     */
    static <P extends BillingPlan> CallOutcome<BillingResult<P>> place(
            P plan, Verdict<P> now, Supplier<CallOutcome<PlacedOrder>> call) {
        return now.call(same -> same.equals(plan)
                ? call.get().map(placed -> new BillingResult<>(plan, placed))
                : CallOutcome.refused(BillingRules.priceChanged()));
    }

    /** The product that a service is of, as billing knows it. */
    static @Nullable Product product(Billing billing, @Nullable Service service) {
        return service == null ? null : billing.findProduct(service.product()).orElse(null);
    }

    /** Billing finds it by the action's id. */
    static <P extends BillingPlan> CallOutcome<BillingResult<P>> find(Billing billing, ActionId id, P plan) {
        return billing.findByAction(id, plan).map(placed -> new BillingResult<>(plan, placed));
    }

    /** As the customer is shown it: {@code 2028-06-10 (ord-6, 44.64 EUR)}. */
    static <P extends BillingPlan> List<Difference> changes(BillingResult<P> result) {
        var placed = result.placed();
        return List.of(result.plan().change(placed.order() + ", " + placed.amountDue()));
    }
}
