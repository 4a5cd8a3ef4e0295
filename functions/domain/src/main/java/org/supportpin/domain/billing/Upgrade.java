package org.supportpin.domain.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/**
 * The upgrade of a service, bound to a price and to the facts it was planned on.
 *
 * @param name what the service is for; null if it has none
 * @param on the day of the quote, from which the price is calculated even if the order is sent after midnight
 * @param until the date until which the service is paid, before and after the upgrade
 * @param price for the days between the two, VAT included
 */
public record Upgrade(
        CustomerId customer,
        ServiceId service,
        @Nullable DomainName name,
        ProductId from,
        ProductId to,
        BillingCycle cycle,
        LocalDate on,
        LocalDate until,
        Money price)
        implements BillingPlan {

    @Override
    public Difference change() {
        return new Difference(Called.of(service.value(), name), from.value(), to.value() + " (" + price + ")");
    }

    /** The same upgrade at another price. */
    public Upgrade at(Money other) {
        return new Upgrade(customer, service, name, from, to, cycle, on, until, other);
    }
}
