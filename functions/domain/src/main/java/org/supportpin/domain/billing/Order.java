package org.supportpin.domain.billing;

import org.supportpin.domain.identity.CustomerId;

/**
 * A placed order.
 *
 * @param paid whether its invoice is
 * @param administrator who is in charge of it
 */
public record Order(
        OrderId id, CustomerId customer, OrderSubject what, boolean paid, Invoice invoice, Contact administrator) {

    /** Who gets its details: the owner where it is for a domain name, else the administrator. */
    public Contact recipient() {
        return switch (what) {
            case OrderSubject.OfService _ -> administrator;
            case OrderSubject.OfDomain domain -> domain.owner();
        };
    }
}
