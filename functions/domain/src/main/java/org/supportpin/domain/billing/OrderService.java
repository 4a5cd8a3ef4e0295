package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.name.DomainName;

/**
 * Orders a new service, payable by bank transfer. A request cannot set a price or mark the order as paid.
 *
 * @param hostname null if the service needs none
 */
public record OrderService(
        ProductId product, BillingCycle cycle, @Nullable DomainName hostname) implements Action {

    @Override
    public ActionName name() {
        return ActionName.ORDER_SERVICE;
    }
}
