package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.name.DomainName;

/**
 * Orders a new service, to be paid by bank transfer. There is no price in it, and no way to call it paid.
 *
 * @param hostname null where the service needs none
 */
public record OrderService(
        ProductId product, BillingCycle cycle, @Nullable DomainName hostname) implements Action {

    @Override
    public ActionName name() {
        return ActionName.ORDER_SERVICE;
    }
}
