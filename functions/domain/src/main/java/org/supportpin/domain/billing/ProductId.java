package org.supportpin.domain.billing;

import org.supportpin.domain.check.Checked;

/**
 * The ID of a product, such as {@code hosting-pro}.
 *
 * @param value 1–64 letters, digits, and {@code . _ -} after the first
 */
public record ProductId(String value) {

    public ProductId {
        Ids.FORM.require(value);
    }

    public static Checked<ProductId> parse(String text) {
        return Ids.FORM.parse(text, ProductId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
