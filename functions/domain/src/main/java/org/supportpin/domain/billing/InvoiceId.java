package org.supportpin.domain.billing;

import org.supportpin.domain.check.Checked;

/**
 * The ID of an invoice, such as {@code inv-1}.
 *
 * @param value 1–64 letters, digits, and {@code . _ -} after the first
 */
public record InvoiceId(String value) {

    public InvoiceId {
        Ids.FORM.require(value);
    }

    public static Checked<InvoiceId> parse(String text) {
        return Ids.FORM.parse(text, InvoiceId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
