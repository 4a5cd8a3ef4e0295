package org.supportpin.domain.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * How far a ledger was found sound, and what is needed to go on from there. A chain alone cannot show that its newest entries were
 * removed or that all of it was rewritten. Its anchor can, because the functions that write ledgers cannot write anchors.
 *
 * @param sequence of the newest entry that was followed, 1 or more
 * @param hash of that entry
 * @param memory what the rules remember up to there
 * @param gap what lies before it and was not followed; null if everything was
 * @param secret the revision of a secret that was seen before the entry with which it was written; 0 if there is none such
 */
public record Anchor(
        CustomerId customer,
        long sequence,
        Hash hash,
        LedgerMemory memory,
        @Nullable Gap gap,
        long secret) {

    public Anchor {
        if (sequence < 1) {
            throw new IllegalArgumentException("there is no entry " + sequence);
        }
    }

    /** Everything before it was followed. */
    public Anchor(CustomerId customer, long sequence, Hash hash, LedgerMemory memory) {
        this(customer, sequence, hash, memory, null, 0);
    }

    /** The same ledger, whose gap an audit of all entries has filled. */
    public Anchor withoutGap() {
        return new Anchor(customer, sequence, hash, memory, null, secret);
    }

    /** The same place, with a secret ahead of its entry. */
    Anchor withSecret(long ahead) {
        return new Anchor(customer, sequence, hash, memory, gap, ahead);
    }

    /**
     * A violation if the ledger no longer contains the anchored entry; empty if it does.
     *
     * @param found what is stored in its place; null if nothing is
     */
    public Optional<Violation> broken(@Nullable StoredEntry found) {
        if (found == null) {
            return violation(Kind.ENTRY_DROPPED);
        }
        return found.actual().equals(hash) ? Optional.empty() : violation(Kind.HISTORY_REWRITTEN);
    }

    private Optional<Violation> violation(Kind kind) {
        return Optional.of(new Violation(kind, customer, sequence));
    }
}
