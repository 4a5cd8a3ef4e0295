package org.supportpin.domain.identity;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * The ID of a customer at the hosting company's identity provider (the token's {@code sub}, OIDC Core §2).
 *
 * @param value 1–64 letters, digits or {@code . _ : @ | + ~ -}
 */
public record CustomerId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:@|+~-]{1,64}");

    public CustomerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a customer id");
        }
    }

    public static Checked<CustomerId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Checked.valid(new CustomerId(text))
                : Checked.faulty(
                        "Enter the customer ID as shown in the panel: 1 to 64 letters, digits or . _ : @ | + ~ -");
    }

    @Override
    public String toString() {
        return value;
    }
}
