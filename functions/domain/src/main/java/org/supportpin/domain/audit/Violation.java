package org.supportpin.domain.audit;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.CustomerId;

/**
 * Something in the store that the service never wrote, or that is too old.
 *
 * @param customer whose data it is; null if the store's key names no customer
 * @param sequence the entry's sequence; for an action, that of its acceptance; 0 if it is not about an entry
 * @param item the action's ID, or the key of another item; null if it is about an entry, a secret or a whole ledger
 */
public record Violation(
        Kind kind,
        @Nullable CustomerId customer,
        long sequence,
        @Nullable String item) {

    /** Of an entry, a secret or a whole ledger. */
    public Violation(Kind kind, @Nullable CustomerId customer, long sequence) {
        this(kind, customer, sequence, null);
    }

    /** What is wrong. */
    public enum Kind implements WireName {
        /** The entry is not as recorded, cannot be read, or has extra attributes. */
        ENTRY_CHANGED,
        /** The entry with this sequence is missing; later ones may be missing too. */
        ENTRY_DROPPED,
        /** The entry is in another entry's place. */
        ENTRY_REORDERED,
        /** The entry does not belong here: it is from another ledger, a copy, or not linked to the previous entry. */
        ENTRY_ADDED,
        /** The chain is intact, but the entry differs from the one that an earlier audit saw: the history was rewritten. */
        HISTORY_REWRITTEN,
        /** The entry's time is before that of the previous entry. */
        TIME_RAN_BACK,
        /** The entry's state does not follow from its event and the previous state. */
        STATE_NOT_FOLD,
        /** The PIN that verified was not acceptable at the time. */
        PIN_OUT_OF_TIME,
        /** The PIN had already been used. */
        PIN_USED_TWICE,
        /** The action was accepted for an agent without a running verification: none, an expired, a void or another agent's. */
        ACTION_NOT_VERIFIED,
        /** The action went on although a gate stood before it, or a hold opened by itself before its time. */
        ACTION_NOT_RELEASED,
        /** An agent verified a caller, sent a PIN or was accepted an action, or one was released, against the customer's own rules. */
        AGAINST_CUSTOMERS_RULES,
        /** The stored secret is missing, is not the one that the ledger refers to, or belongs to another customer. */
        SECRET_DOES_NOT_OPEN,
        /** The secret for PINs is older than a year. */
        SECRET_TOO_OLD,
        /** The secret is wrapped with a key other than the current one. */
        KEY_NOT_CURRENT,
        /** This half hour's PIN equals the previous one's. One in a million sound secrets shows this by chance. */
        PIN_UNCHANGED,
        /** The stored action is one that its customer's ledger never accepted. */
        ACTION_NOT_ACCEPTED,
        /** The stored action differs from what was accepted, or cannot be read. */
        ACTION_CHANGED,
        /** The stored action and the ledger do not agree on how, or whether, it ended. */
        ACTION_END_DIFFERS,
        /** The ledger has an open action that is not stored as pending. */
        ACTION_MISSING,
        /** The secret was changed, added or removed without the entry that this takes, and not by wrapping it again. */
        SECRET_CHANGED,
        /** A stored action was removed before its time, or by somebody else than the table itself. */
        ACTION_REMOVED,
        /** An item that is neither entry, secret nor action was changed in a way in which the service never changes it. */
        ITEM_CHANGED,
        /** Such an item was removed before its time, or by somebody else than the table itself. */
        ITEM_REMOVED,
        /** An item of no known kind. */
        ITEM_UNKNOWN
    }
}
