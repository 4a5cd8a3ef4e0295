package org.supportpin.domain.customer;

import org.supportpin.domain.pin.DataKeys;

/**
 * Opens sessions with customers' keys.
 *
 * @param tenant the hosting company, part of every encryption context
 */
public record Secrets(DataKeys keys, String tenant) {

    /** A session for one request, which closes it. */
    public SecretSession session() {
        return new SecretSession(keys, tenant);
    }
}
