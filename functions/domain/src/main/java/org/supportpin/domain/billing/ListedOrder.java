package org.supportpin.domain.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/**
 * An order in a customer's list. It names nobody: to whom its details go is read when they are sent.
 *
 * @param product what is ordered; null for a domain name
 * @param name the domain or host name that it is for; null if none
 * @param paid whether its invoice is paid
 * @param amount of its invoice; null if billing does not list it
 * @param due null if billing does not list it
 */
public record ListedOrder(
        OrderId id,
        CustomerId customer,
        Purpose purpose,
        @Nullable LocalizedText product,
        @Nullable DomainName name,
        BillingCycle cycle,
        boolean paid,
        @Nullable Money amount,
        @Nullable LocalDate due) {

    public static ListedOrder of(Order order) {
        var invoice = order.invoice();
        return switch (order.what()) {
            case OrderSubject.OfService(var purpose, var product, var cycle, var name) ->
                new ListedOrder(
                        order.id(),
                        order.customer(),
                        purpose,
                        product,
                        name,
                        cycle,
                        order.paid(),
                        invoice.amount(),
                        invoice.due());
            case OrderSubject.OfDomain(var purpose, var name, var cycle, var _) ->
                new ListedOrder(
                        order.id(),
                        order.customer(),
                        purpose,
                        null,
                        name,
                        cycle,
                        order.paid(),
                        invoice.amount(),
                        invoice.due());
        };
    }
}
