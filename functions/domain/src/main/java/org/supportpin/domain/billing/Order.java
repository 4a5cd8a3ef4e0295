package org.supportpin.domain.billing;

import org.supportpin.domain.identity.CustomerId;

/**
 * A placed order.
 *
 * @param paid whether its invoice is paid
 * @param administrator the person in charge of it
 */
public record Order(
        OrderId id, CustomerId customer, OrderSubject what, boolean paid, Invoice invoice, Contact administrator) {

    /** The recipient of its details: the owner if it is for a domain, else the administrator. */
    public Contact recipient() {
        return switch (what) {
            case OrderSubject.OfService _ -> administrator;
            case OrderSubject.OfDomain domain -> domain.owner();
        };
    }
}
