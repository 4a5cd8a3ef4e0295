package org.supportpin.domain.testing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.LedgerAudit;
import org.supportpin.domain.audit.LedgerHead;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.audit.Violation;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/**
 * Everything stored for a customer, as a test lays it out; the audit sees it item by item.
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

    public Optional<StoredEntry> at(long place) {
        return entries.stream().filter(each -> each.place() == place).findFirst();
    }

    public LedgerHead head() {
        return new LedgerHead(customer, entries.isEmpty() ? null : entries.getLast(), secret);
    }

    public int size() {
        return entries.size() + (secret == null ? 0 : 1) + unknown;
    }

    /** Shows the item with this index, as in the table: entries, then the secret, then others. */
    public void show(int index, AuditStore.Items to) {
        if (index < entries.size()) {
            to.entry(entries.get(index));
        } else if (secret != null && index == entries.size()) {
            to.secret(secret);
        } else {
            to.unknown();
        }
    }

    /** What one look at the whole ledger finds. */
    public List<Violation> judged(LedgerAudit rules) {
        var look = rules.look(customer, place -> at(place).orElse(null));
        entries.forEach(look::entry);
        if (secret != null) {
            look.secret(secret);
        }
        for (int each = 0; each < unknown; each++) {
            look.unknown();
        }
        return look.end().first();
    }
}
