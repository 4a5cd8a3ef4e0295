package org.supportpin.domain.billing;

import java.util.List;
import org.supportpin.domain.action.Difference;

/**
 * The details of an order that are, or were, sent by mail.
 *
 * @param basis the fingerprint of the planned mail: SHA-256, 64 hex digits
 * @param sentTo the recipient's address, masked
 */
public record OrderDetails(OrderId order, String basis, String sentTo) {

    /** What the customer sees. */
    public List<Difference> changes() {
        return List.of(new Difference(order.value(), null, sentTo));
    }
}
