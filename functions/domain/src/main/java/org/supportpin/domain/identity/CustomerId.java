package org.supportpin.domain.identity;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * A customer of the hosting company, as its identity provider names them (the token's {@code sub}, OIDC Core §2).
 *
 * @param value 1–64 characters out of letters, digits and {@code . _ : @ | + ~ -}
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
                        "Give the customer id as the panel shows it: 1 to 64 letters, digits or . _ : @ | + ~ -");
    }

    @Override
    public String toString() {
        return value;
    }
}
