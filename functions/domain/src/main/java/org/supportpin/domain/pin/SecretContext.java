package org.supportpin.domain.pin;

import java.util.Map;
import org.supportpin.domain.identity.CustomerId;

/**
 * What a wrapped secret is bound to: the KMS encryption context. A secret copied to another customer does not open.
 *
 * @param tenant the hosting company
 * @param version 1 for the customer's first secret, then 2, 3 …
 */
public record SecretContext(String tenant, CustomerId customer, int version, Purpose purpose) {

    /** What the secret is for. */
    public enum Purpose {
        /** Seals the mobile number of a customer whose service is not active. It yields no PINs. */
        MOBILE,
        /** Derives PINs and seals the mobile number. */
        PIN
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
                purpose == Purpose.PIN ? "pin" : "mobile");
    }
}
