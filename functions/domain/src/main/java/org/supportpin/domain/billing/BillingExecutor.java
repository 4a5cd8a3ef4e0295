package org.supportpin.domain.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;

/**
 * What orders, renewals and upgrades have in common: the plan is a quote, one call places it, and billing finds the order by the
 * action's id.
 */
abstract sealed class BillingExecutor<A extends Action, P extends BillingPlan>
        implements ActionExecutor<A, P, BillingResult<P>>
        permits OrderServiceExecutor, RenewServiceExecutor, UpgradeServiceExecutor {

    final Billing billing;

    BillingExecutor(Billing billing) {
        this.billing = billing;
    }

    /**
     * The plan with the current price of billing.
     *
     * @param accepted the quote that was accepted; null for the first one
     */
    abstract Verdict<P> quote(CustomerId customer, A action, @Nullable P accepted);

    /** What the caller should hear first. */
    abstract List<Warning> warnings(P plan);

    /** The one call. */
    abstract CallOutcome<PlacedOrder> place(ActionId id, P plan);

    @Override
    public final Verdict<Proposal<P>> plan(CustomerId customer, A action) {
        return quote(customer, action, null)
                .map(plan -> new Proposal<>(plan, Risk.STANDARD, List.of(plan.change()), plan.price(), warnings(plan)));
    }

    @Override
    public final CallOutcome<BillingResult<P>> execute(ActionId id, CustomerId customer, A action, P plan) {
        return quote(customer, action, plan)
                .call(now -> now.equals(plan)
                        ? place(id, plan).map(placed -> new BillingResult<>(plan, placed))
                        : CallOutcome.refused(BillingRules.priceChanged()));
    }

    @Override
    public final CallOutcome<BillingResult<P>> reconcile(ActionId id, CustomerId customer, A action, P plan) {
        return billing.findByAction(id, plan).map(placed -> new BillingResult<>(plan, placed));
    }

    /** What was quoted: {@code 2028-06-10 (44.64 EUR)}, with the order in the note, and what it costs if that is less or more. */
    @Override
    public final List<Difference> changes(BillingResult<P> result) {
        var placed = result.placed();
        var isAsQuoted = placed.amountDue().equals(result.plan().price());
        var order = placed.order().value();
        return List.of(result.plan().change().noted(isAsQuoted ? order : order + ", " + placed.amountDue()));
    }

    /** The product of a service; null if there is no service or billing no longer knows the product. */
    @Nullable Product productOf(@Nullable Service service) {
        return service == null ? null : billing.findProduct(service.product()).orElse(null);
    }
}
