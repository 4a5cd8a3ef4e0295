package org.supportpin.domain.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/**
 * The renewal of a service, bound to a price and to the facts it was planned on.
 *
 * @param name what the service is for; null if it has none
 * @param before the current cycle
 * @param cycle the next cycle
 * @param paidUntil the date until which it is paid now
 * @param until the date until which it will be paid, once the invoice is
 * @param price for the next cycle, VAT included
 */
public record Renewal(
        CustomerId customer,
        ServiceId service,
        @Nullable DomainName name,
        ProductId product,
        BillingCycle before,
        BillingCycle cycle,
        LocalDate paidUntil,
        LocalDate until,
        Money price)
        implements BillingPlan {

    @Override
    public Difference change() {
        return new Difference(Called.of(service.value(), name), paidUntil.toString(), until + " (" + price + ")");
    }

    /** The same renewal at another price. */
    public Renewal at(Money other) {
        return new Renewal(customer, service, name, product, before, cycle, paidUntil, until, other);
    }
}
