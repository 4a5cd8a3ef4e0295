package org.supportpin.domain.billing;

import org.supportpin.domain.action.Difference;
import org.supportpin.domain.money.Money;
import java.time.LocalDate;
import org.supportpin.domain.identity.CustomerId;

/**
 * The renewal of a service, bound to a price and to what it was decided on.
 *
 * @param before the cycle until now
 * @param cycle the cycle to come
 * @param paidUntil until when it is paid now
 * @param until until when it will be, once the invoice is
 * @param price for the cycle to come, VAT included
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
    public Difference change(String note) {
        return new Difference(service.value(), paidUntil.toString(), until + " (" + note + ")");
    }

    /** The same renewal at another price. */
    public Renewal at(Money other) {
        return new Renewal(customer, service, product, before, cycle, paidUntil, until, other);
    }
}
