package org.supportpin.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/** A change of one item of the table, as its stream tells it. What it says of the item is not trusted. */
public sealed interface Change {

    /** How an item went. */
    enum Removal {
        /** It is still there. */
        NONE,
        /** The table itself removed it, because its time had come. */
        BY_EXPIRY,
        /** Somebody removed it. */
        BY_HAND
    }

    /** Something new is in an entry's place. */
    record EntryWritten(CustomerId customer, StoredEntry entry) implements Change {}

    /** What is in an entry's place was changed. */
    record EntryAltered(CustomerId customer, long place) implements Change {}

    /** What was in an entry's place is gone. */
    record EntryRemoved(CustomerId customer, long place) implements Change {}

    /**
     * A customer's secret.
     *
     * @param before null if there was none; {@link StoredSecret#UNREADABLE} if it could not be read
     * @param after null if it is gone; {@link StoredSecret#UNREADABLE} if it cannot be read
     */
    record SecretWritten(
            CustomerId customer,
            @Nullable StoredSecret before,
            @Nullable StoredSecret after) implements Change {}

    /**
     * An action.
     *
     * @param before null if there was none
     * @param after null if it is gone
     */
    record ActionWritten(
            ActionId id,
            @Nullable StoredAction before,
            @Nullable StoredAction after,
            Removal removal) implements Change {}

    /**
     * Any other item that the service has.
     *
     * @param item its key, as an operator finds it in the table
     * @param before null if there was none
     * @param after null if it is gone
     */
    record ItemWritten(
            String item,
            ItemLaw law,
            @Nullable Image before,
            @Nullable Image after,
            Removal removal) implements Change {}

    /**
     * A beat of the rotation audit.
     *
     * @param lane 0 to {@value Pulse#LANES} − 1
     */
    record BeatSent(int lane, Instant sent, ItemWritten item) implements Change {}

    /**
     * An item of no known kind, or one that cannot be read.
     *
     * @param item its key
     * @param customer whose partition it is in; null if it is in none's
     */
    record Unknown(String item, @Nullable CustomerId customer) implements Change {}

    /**
     * What an item's law needs of it.
     *
     * @param version by which its changes are counted; 0 if it has none
     * @param fixed a text of all that never changes in it
     */
    record Image(long version, String fixed) {}
}
