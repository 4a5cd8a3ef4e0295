package org.supportpin.domain.billing;

import java.util.List;
import org.supportpin.domain.action.Difference;

/**
 * The details of an order that go, or went, out by mail.
 *
 * @param basis of the mail that was decided on: SHA-256, 64 hex digits
 * @param sentTo the recipient's address, masked
 */
public record OrderDetails(OrderId order, String basis, String sentTo) {

    /** As the customer is shown it. */
    public List<Difference> changes() {
        return List.of(new Difference(order.value(), null, sentTo));
    }
}
