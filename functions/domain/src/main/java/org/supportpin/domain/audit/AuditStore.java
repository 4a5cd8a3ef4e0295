package org.supportpin.domain.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/** What the audit reads from the store, and the little that it writes there. No ledger is ever held as a whole. */
public interface AuditStore {

    /** Receives a ledger's items one by one: the entries by their places, ascending, and later the secret. */
    interface Items {
        void entry(StoredEntry entry);

        void secret(StoredSecret secret);

        /** An item that is neither entry nor secret, or a secret that cannot be read. */
        void unknown();

        /** Asked after each item: whether to stop here, to go on in another part. */
        boolean isEnough();
    }

    /** Receives what a scan finds. Items follow between a ledger's start and its end. */
    interface Visitor extends Items {
        void ledger(CustomerId customer);

        /**
         * The ledger that began last is complete.
         *
         * @return whether the scan may go on; false if it must stop here, to go on after this ledger in another part
         */
        boolean end();

        void anchor(Anchor anchor);

        void action(StoredAction action);
    }

    /**
     * Scans part of one segment, ledger by ledger. The data may be slightly old and not from one moment, so suspicions must be
     * read again. It stops where the visitor has enough, also in the middle of a ledger; the next part then goes on with that
     * ledger's items, without another start.
     *
     * @param of the number of segments
     * @param from where the previous part ended; null for the first
     * @return where the next part starts; empty after the last
     */
    Optional<String> scan(int segment, int of, @Nullable String from, Visitor visitor);

    /**
     * Reads a customer's ledger as it is now, strongly consistent within each page, until there is enough.
     *
     * @param from where the previous read ended; null for the beginning
     * @return where to go on; empty after the last item
     */
    Optional<String> read(CustomerId customer, @Nullable String from, Items items);

    /**
     * Some entries at and before a place, ascending, strongly consistent.
     *
     * @param place the highest place
     * @param most 1–100: the entries nearest to the place
     */
    List<StoredEntry> entries(CustomerId customer, long place, int most);

    /**
     * A customer behind a place of the table, which may be anywhere: each of them has places of its own there, however long its ledger is.
     *
     * @param place any text
     * @return empty if what lies there is no customer's
     */
    Optional<CustomerId> near(String place);

    /**
     * The newest entry and the secret.
     *
     * @param isConsistent whether as of the last write; else at half the price, and perhaps not of one moment
     */
    LedgerHead head(CustomerId customer, boolean isConsistent);

    /** The customer's secret, strongly consistent; empty if there is none or it cannot be read. */
    Optional<StoredSecret> secret(CustomerId customer);

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

    /**
     * Moves the customer's anchor forward, never back, after everything up to there was judged; or, in the same place, fills its gap.
     *
     * @return the gap that this filled; empty if there was none
     */
    Optional<Gap> move(Anchor anchor);

    /** The read units of DynamoDB used so far. */
    double readUnits();
}
