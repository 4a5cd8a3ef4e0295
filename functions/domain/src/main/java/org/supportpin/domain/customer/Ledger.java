package org.supportpin.domain.customer;

import java.util.List;
import java.util.Optional;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.identity.CustomerId;

/** The customers' ledgers. Every implementation passes {@code LedgerContract} of the test fixtures. */
public interface Ledger {

    /**
     * A customer's newest entry and secret, strongly consistent, in one round trip.
     *
     * @throws Unreadable if the newest entry is none
     */
    Snapshot read(CustomerId customer);

    /**
     * Appends an entry with its companion writes if its sequence is still free; writes everything or nothing.
     *
     * @return the recorded entry; empty if another request was first and nothing was written
     */
    Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside);

    /**
     * Entries in descending sequence.
     *
     * @param below only entries with a lower sequence; {@link Long#MAX_VALUE} for the newest
     * @param limit 1–100
     * @throws Unreadable if one of them is none
     */
    List<Recorded> history(CustomerId customer, long below, int limit);
}
