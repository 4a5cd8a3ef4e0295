package org.supportpin.domain.pin;

import java.util.Map;
import org.supportpin.domain.identity.CustomerId;

/**
 * What a wrapped key is bound to: the KMS encryption context. A key copied to another customer does not open.
 *
 * @param tenant the hosting company
 * @param version 1 for the customer's first key of this purpose, then 2, 3 …
 */
public record SecretContext(String tenant, CustomerId customer, int version, Purpose purpose) {

    /** Which of a customer's two keys it is. */
    public enum Purpose {
        /** The PIN key: derives PINs, and seals nothing. Deactivation destroys it. */
        PIN("pin"),
        /** The record key: seals what is personal, and yields no PINs. It survives deactivation. */
        RECORD("record");

        private final String text;

        Purpose(String text) {
            this.text = text;
        }

        /** As in the encryption context. */
        public String text() {
            return text;
        }
    }

    /** The pairs of the encryption context, which appear in KMS's audit trail; none is secret. */
    public Map<String, String> pairs() {
        return Map.of(
                "tenant",
                tenant,
                "customer",
                customer.value(),
                "version",
                Integer.toString(version),
                "purpose",
                purpose.text());
    }
}
