package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/**
 * An order of a new service, bound to a price.
 *
 * @param hostname null where none was given
 * @param price for one cycle, VAT included
 */
public record ServiceOrder(
        CustomerId customer,
        ProductId product,
        BillingCycle cycle,
        @Nullable DomainName hostname,
        Money price) implements BillingPlan {

    @Override
    public Difference change() {
        return new Difference(Called.of(product.value(), hostname), null, cycle.text() + " (" + price + ")");
    }
}
