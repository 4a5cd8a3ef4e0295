package org.supportpin.domain.billing;

import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import java.util.List;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;

/** How a service is ordered. The plan is the order with the price that was quoted. */
public final class OrderServiceExecutor
        implements ActionExecutor<OrderService, ServiceOrder, BillingResult<ServiceOrder>> {

    private final Billing billing;

    public OrderServiceExecutor(Billing billing) {
        this.billing = billing;
    }

    @Override
    public Verdict<Proposal<ServiceOrder>> plan(CustomerId customer, OrderService action) {
        return BillingSteps.proposal(decide(customer, action));
    }

    @Override
    public CallOutcome<BillingResult<ServiceOrder>> execute(
            ActionId id, CustomerId customer, OrderService action, ServiceOrder plan) {
        return BillingSteps.place(plan, decide(customer, action), () -> billing.placeOrder(id, plan));
    }

    @Override
    public CallOutcome<BillingResult<ServiceOrder>> reconcile(
            ActionId id, CustomerId customer, OrderService action, ServiceOrder plan) {
        return BillingSteps.find(billing, id, plan);
    }

    private Verdict<ServiceOrder> decide(CustomerId customer, OrderService action) {
        return BillingRules.order(customer, billing.findProduct(action.product()).orElse(null), action.cycle(), action.hostname());
    }

    @Override
    public List<Difference> changes(BillingResult<ServiceOrder> result) {
        return BillingSteps.changes(result);
    }
}
