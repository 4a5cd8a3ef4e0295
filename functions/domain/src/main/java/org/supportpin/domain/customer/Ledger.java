package org.supportpin.domain.customer;

import java.util.List;
import java.util.Optional;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.identity.CustomerId;

/** The customers' ledgers. Every implementation keeps {@code LedgerContract} among the test fixtures. */
public interface Ledger {

    /** A customer's newest entry and secret, strongly consistent, in one round trip. */
    Snapshot read(CustomerId customer);

    /**
     * Appends an entry if there is none yet of its sequence, together with all that stands alongside, or nothing at all.
     *
     * @return the entry as it was recorded; empty if somebody else was first, and nothing was written
     */
    Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside);

    /**
     * Entries in descending sequence.
     *
     * @param below only entries with a lower sequence; {@link Long#MAX_VALUE} for the newest
     * @param limit 1–100
     */
    List<Recorded> history(CustomerId customer, long below, int limit);
}
