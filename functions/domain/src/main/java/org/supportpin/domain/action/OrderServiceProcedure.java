package org.supportpin.domain.action;

import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingDecision;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.customer.CustomerId;

/** How a service is ordered. The plan is the order with the price that was quoted. */
public final class OrderServiceProcedure implements Procedure<OrderService, ServiceOrder, Billed<ServiceOrder>> {

    private final Billing billing;

    public OrderServiceProcedure(Billing billing) {
        this.billing = billing;
    }

    @Override
    public Prepared<ServiceOrder> prepare(CustomerId customer, OrderService action) {
        return BillingSteps.prepared(decide(customer, action));
    }

    @Override
    public Effect<Billed<ServiceOrder>> carryOut(
            ActionId id, CustomerId customer, OrderService action, ServiceOrder plan) {
        return BillingSteps.place(plan, () -> decide(customer, action), () -> billing.placeOrder(id, plan));
    }

    @Override
    public Effect<Billed<ServiceOrder>> findOut(
            ActionId id, CustomerId customer, OrderService action, ServiceOrder plan) {
        return BillingSteps.find(billing, id, plan);
    }

    private BillingDecision<ServiceOrder> decide(CustomerId customer, OrderService action) {
        return BillingRules.order(customer, billing.findProduct(action.product()), action.cycle(), action.hostname());
    }
}
