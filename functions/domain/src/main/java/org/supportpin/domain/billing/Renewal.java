package org.supportpin.domain.billing;

import java.time.LocalDate;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;

/**
 * The renewal of a service, bound to a price and to the facts it was planned on.
 *
 * @param before the current cycle
 * @param cycle the next cycle
 * @param paidUntil the date until which it is paid now
 * @param until the date until which it will be paid, once the invoice is
 * @param price for the next cycle, VAT included
 */
public record Renewal(
        CustomerId customer,
        ServiceId service,
        ProductId product,
        BillingCycle before,
        BillingCycle cycle,
        LocalDate paidUntil,
        LocalDate until,
        Money price)
        implements BillingPlan {

    @Override
    public Difference change() {
        return new Difference(service.value(), paidUntil.toString(), until + " (" + price + ")");
    }

    /** The same renewal at another price. */
    public Renewal at(Money other) {
        return new Renewal(customer, service, product, before, cycle, paidUntil, until, other);
    }
}
