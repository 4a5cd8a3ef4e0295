package org.supportpin.domain.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;

/** What the audit asks of the store, and the little that it keeps there itself. */
public interface AuditStore {

    /** Takes what a scan comes by. */
    interface Visitor {
        void ledger(StoredLedger ledger);

        void anchor(Anchor anchor);

        /** An item of no known kind, in nobody's ledger. */
        void unknown();
    }

    /**
     * Goes through a part of one segment, each ledger whole. What it sees may be a little old, and not all of one moment:
     * whoever suspects something reads again.
     *
     * @param of how many segments there are
     * @param from where the part before ended; null for the first
     * @return where the next part begins; empty after the last
     */
    Optional<String> scan(int segment, int of, @Nullable String from, Visitor visitor);

    /** A customer's ledger as it is now, strongly consistent but for the moment between its pages. */
    StoredLedger read(CustomerId customer);

    /** The customer's anchor, strongly consistent. */
    Optional<Anchor> anchor(CustomerId customer);

    /**
     * Those anchors whose entry is gone or is another one, as far as a look that may be a little old can tell.
     *
     * @param anchors at most 100
     */
    List<Anchor> doubtful(List<Anchor> anchors);

    /** Moves the customer's anchor forward, and never back. */
    void move(Anchor anchor);

    /** What all this read so far, in DynamoDB's read units. */
    double readUnits();
}
