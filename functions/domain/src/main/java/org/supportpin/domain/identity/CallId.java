package org.supportpin.domain.identity;

import java.util.Optional;

/**
 * The public ID of an announced call, in the form of a {@link VerificationId}.
 *
 * @param key 22 characters of base64url, 128 bits: identifies the announcement in the customer's state
 */
public record CallId(CustomerId customer, String key) {

    public String text() {
        return new VerificationId(customer, key).text();
    }

    /** Empty if the text is not in the form of {@link #text()}. */
    public static Optional<CallId> parse(String text) {
        return VerificationId.parse(text).map(id -> new CallId(id.customer(), id.key()));
    }

    @Override
    public String toString() {
        return text();
    }
}
