package org.supportpin.domain.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;

/** How a service is ordered. */
public final class OrderServiceExecutor extends BillingExecutor<OrderService, ServiceOrder> {

    public OrderServiceExecutor(Billing billing) {
        super(billing);
    }

    @Override
    Verdict<ServiceOrder> quote(CustomerId customer, OrderService action, @Nullable ServiceOrder accepted) {
        var product = billing.findProduct(action.product()).orElse(null);
        return BillingRules.order(customer, product, action.cycle(), action.hostname());
    }

    @Override
    List<Warning> warnings(ServiceOrder plan) {
        return BillingWarnings.of(plan);
    }

    @Override
    CallOutcome<PlacedOrder> place(ActionId id, ServiceOrder plan) {
        return billing.placeOrder(id, plan);
    }
}
