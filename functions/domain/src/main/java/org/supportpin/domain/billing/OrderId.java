package org.supportpin.domain.billing;

import org.supportpin.domain.check.Checked;

/**
 * The ID of an order, such as {@code ord-1}.
 *
 * @param value 1–64 letters, digits, and {@code . _ -} after the first
 */
public record OrderId(String value) {

    public OrderId {
        Ids.FORM.require(value);
    }

    public static Checked<OrderId> parse(String text) {
        return Ids.FORM.parse(text, OrderId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
