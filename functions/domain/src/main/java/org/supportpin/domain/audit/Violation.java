package org.supportpin.domain.audit;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.CustomerId;

/**
 * Something in the store that the service never wrote there, or that has grown too old.
 *
 * @param customer whose; null where the store's key names no customer
 * @param sequence of the entry that it is about; 0 where it is about none
 */
public record Violation(Kind kind, @Nullable CustomerId customer, long sequence) {

    /** What is wrong. */
    public enum Kind implements WireName {
        /** The entry is not what was recorded, or cannot be read, or bears more than an entry does. */
        ENTRY_CHANGED,
        /** There is no entry of this sequence any more; those after it may be missing too. */
        ENTRY_DROPPED,
        /** The entry lies in another one's place. */
        ENTRY_REORDERED,
        /** The entry does not belong here: it is another ledger's, or a copy, or was never linked to what stands before it. */
        ENTRY_ADDED,
        /** The chain holds, but the entry is another one than an earlier audit saw: the history was written anew. */
        HISTORY_REWRITTEN,
        /** The entry's time lies before that of the entry before it. */
        TIME_RAN_BACK,
        /** The entry's state is not what its event makes of the state before it. */
        STATE_NOT_FOLD,
        /** The PIN that verified was not one of those accepted then. */
        PIN_OUT_OF_TIME,
        /** The PIN had verified before. */
        PIN_USED_TWICE,
        /** The stored secret is missing, or not the one that the ledger tells of, or another customer's. */
        SECRET_DOES_NOT_OPEN,
        /** PINs come from a secret that is older than a year. */
        SECRET_TOO_OLD,
        /** The secret is wrapped with another key than the one in use. */
        KEY_NOT_CURRENT,
        /** This half hour's PIN is the last one's. Of a million sound secrets, one shows this by chance. */
        PIN_UNCHANGED,
        /** An item of no known kind. */
        ITEM_UNKNOWN
    }
}
