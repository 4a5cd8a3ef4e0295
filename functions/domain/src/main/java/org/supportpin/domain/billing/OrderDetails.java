package org.supportpin.domain.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.name.DomainName;

/**
 * The details of an order that are, or were, sent by mail.
 *
 * @param name what the order is for; null if it has none
 * @param basis the fingerprint of the planned mail: SHA-256, 64 hex digits
 * @param sentTo the recipient's address, masked
 */
public record OrderDetails(OrderId order, @Nullable DomainName name, String basis, String sentTo) {

    /** What the customer sees. */
    public List<Difference> changes() {
        return List.of(new Difference(Called.of(order.value(), name), null, sentTo));
    }
}
