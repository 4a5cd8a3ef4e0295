package org.supportpin.domain.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * An entry that an earlier audit found sound. A chain alone cannot show that its newest entries were removed or that all of it
 * was rewritten. Its anchor can, because the functions that write ledgers cannot write anchors.
 *
 * @param sequence 1 or more
 */
public record Anchor(CustomerId customer, long sequence, Hash hash) {

    public Anchor {
        if (sequence < 1) {
            throw new IllegalArgumentException("there is no entry " + sequence);
        }
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
