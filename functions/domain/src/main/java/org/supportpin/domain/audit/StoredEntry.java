package org.supportpin.domain.audit;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.identity.Hash;

/**
 * What lies in an entry's place.
 *
 * @param place the sequence that its key tells
 * @param entry what it says; null where that cannot be read, or where there is more than an entry
 * @param recorded the hash that lies beside it
 * @param actual the hash of what lies there
 */
public record StoredEntry(long place, @Nullable Entry entry, Hash recorded, Hash actual) {

    /** Its own entry, of its own ledger and in its own place, as it was recorded; null otherwise. */
    @Nullable Entry sound(StoredLedger ledger) {
        return entry != null
                        && recorded.equals(actual)
                        && entry.sequence() == place
                        && entry.customer().equals(ledger.customer())
                ? entry
                : null;
    }
}
