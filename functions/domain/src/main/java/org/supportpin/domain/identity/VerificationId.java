package org.supportpin.domain.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked.Valid;

/**
 * A verification's public ID. It contains the customer's ID, so that a request needs no other look-up.
 *
 * @param key 22 characters of base64url, 128 bits: identifies the verification in the customer's state
 */
public record VerificationId(CustomerId customer, String key) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");

    public VerificationId {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a verification's key");
        }
    }

    /** {@code <customer id, base64url>.<key>}. */
    public String text() {
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(customer.value().getBytes(StandardCharsets.UTF_8))
                + "." + key;
    }

    /** Empty if the text is not in the form of {@link #text()}. */
    public static Optional<VerificationId> parse(String text) {
        var dot = text.indexOf('.');
        if (dot < 0
                || text.length() > 128
                || !KEY.matcher(text.substring(dot + 1)).matches()) {
            return Optional.empty();
        }
        try {
            var customer = new String(Base64.getUrlDecoder().decode(text.substring(0, dot)), StandardCharsets.UTF_8);
            return CustomerId.parse(customer) instanceof Valid<CustomerId>(var id)
                    ? Optional.of(new VerificationId(id, text.substring(dot + 1)))
                            .filter(each -> each.text().equals(text))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text();
    }
}
