package org.supportpin.domain.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/**
 * Everything stored for a customer.
 *
 * @param entries by their places, ascending
 * @param secret null if there is none or it cannot be read
 * @param unknown how many items are neither entry nor secret
 */
public record StoredLedger(
        CustomerId customer,
        List<StoredEntry> entries,
        @Nullable StoredSecret secret,
        int unknown) {

    public StoredLedger {
        entries = List.copyOf(entries);
    }

    /** The newest entry, whatever it is. */
    public Optional<StoredEntry> newest() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast());
    }

    Optional<StoredEntry> at(long place) {
        return entries.stream().filter(each -> each.place() == place).findFirst();
    }
}
