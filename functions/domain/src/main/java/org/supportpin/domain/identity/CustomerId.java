package org.supportpin.domain.identity;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.TextForm;

/**
 * The ID of a customer at the hosting company's identity provider (the token's {@code sub}, OIDC Core §2).
 *
 * @param value 1–64 letters, digits or {@code . _ : @ | + ~ -}
 */
public record CustomerId(String value) {

    private static final TextForm FORM = TextForm.of(
            "[A-Za-z0-9._:@|+~-]{1,64}",
            "Enter the customer ID as shown in the panel: 1 to 64 letters, digits or . _ : @ | + ~ -");

    public CustomerId {
        FORM.require(value);
    }

    public static Checked<CustomerId> parse(String text) {
        return FORM.parse(text, CustomerId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
