package org.supportpin.domain.billing;

import org.supportpin.domain.action.Difference;
import org.supportpin.domain.money.Money;
import java.time.LocalDate;
import org.supportpin.domain.identity.CustomerId;

/**
 * The upgrade of a service, bound to a price and to what it was decided on.
 *
 * @param on the day of the quote: the price counts from here, also if the order goes out after midnight
 * @param until until when the service is paid, now and afterwards
 * @param price for the days between the two, VAT included
 */
public record Upgrade(
        CustomerId customer,
        ServiceId service,
        ProductId from,
        ProductId to,
        BillingCycle cycle,
        LocalDate on,
        LocalDate until,
        Money price)
        implements BillingPlan {

    @Override
    public Difference change(String note) {
        return new Difference(service.value(), from.value(), to.value() + " (" + note + ")");
    }

    /** The same upgrade at another price. */
    public Upgrade at(Money other) {
        return new Upgrade(customer, service, from, to, cycle, on, until, other);
    }
}
