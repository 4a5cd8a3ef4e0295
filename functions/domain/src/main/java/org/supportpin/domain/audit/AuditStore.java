package org.supportpin.domain.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.identity.CustomerId;

/** What the audit reads from the store, and the little that it writes there. */
public interface AuditStore {

    /** Receives what a scan finds. */
    interface Visitor {
        void ledger(StoredLedger ledger);

        void anchor(Anchor anchor);

        void action(StoredAction action);

        /** An item of no known kind, outside any ledger. */
        void unknown();
    }

    /**
     * Scans part of one segment, ledger by ledger. The data may be slightly old and not from one moment, so suspicions must be
     * read again.
     *
     * @param of the number of segments
     * @param from where the previous part ended; null for the first
     * @return where the next part starts; empty after the last
     */
    Optional<String> scan(int segment, int of, @Nullable String from, Visitor visitor);

    /** A customer's ledger as it is now, strongly consistent within each page. */
    StoredLedger read(CustomerId customer);

    /**
     * Some entries at and before a place, ascending, strongly consistent.
     *
     * @param place the highest place
     * @param most 1–100: the entries nearest to the place
     */
    List<StoredEntry> entries(CustomerId customer, long place, int most);

    /** What is stored of an action, strongly consistent; empty if nothing is. */
    Optional<StoredAction> action(ActionId id);

    /** The customer's anchor, strongly consistent. */
    Optional<Anchor> anchor(CustomerId customer);

    /**
     * The anchors whose entry is missing or different, according to a read that may be slightly old.
     *
     * @param anchors at most 100
     */
    List<Anchor> doubtful(List<Anchor> anchors);

    /** Moves the customer's anchor forward, never back. */
    void move(Anchor anchor);

    /** The read units of DynamoDB used so far. */
    double readUnits();
}
