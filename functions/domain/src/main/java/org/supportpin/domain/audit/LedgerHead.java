package org.supportpin.domain.audit;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/**
 * What is newest in a customer's stored ledger.
 *
 * @param newest the entry with the highest place, whatever it is; null if there is none
 * @param secret null if there is none or it cannot be read
 */
public record LedgerHead(
        CustomerId customer,
        @Nullable StoredEntry newest,
        @Nullable StoredSecret secret) {

    /** Whether the newest entry says that actions of this customer may still be carried out. */
    boolean hasOpenActions() {
        var entry = newest == null ? null : newest.entry();
        return entry != null && !entry.state().openActions().isEmpty();
    }
}
