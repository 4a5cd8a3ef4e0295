package org.supportpin.domain.audit;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * What is stored in an entry's place.
 *
 * @param place the sequence in its key
 * @param entry the entry; null if it cannot be read or has extra attributes
 * @param recorded the hash stored with it
 * @param actual the hash of what is stored
 */
public record StoredEntry(long place, @Nullable Entry entry, Hash recorded, Hash actual) {

    /** The entry, if it belongs to this customer's ledger and this place and is as recorded; null otherwise. */
    public @Nullable Entry sound(CustomerId customer) {
        return entry != null
                        && recorded.equals(actual)
                        && entry.sequence() == place
                        && entry.customer().equals(customer)
                ? entry
                : null;
    }
}
