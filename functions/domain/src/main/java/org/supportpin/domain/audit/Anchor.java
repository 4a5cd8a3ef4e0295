package org.supportpin.domain.audit;

import java.util.Optional;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * An entry that an earlier audit saw and found sound. A chain alone cannot tell that its newest entries are gone, or that all
 * of it was written anew; its anchor can, because the functions that write ledgers cannot write anchors.
 *
 * @param sequence 1 or more
 */
public record Anchor(CustomerId customer, long sequence, Hash hash) {

    public Anchor {
        if (sequence < 1) {
            throw new IllegalArgumentException("there is no entry " + sequence);
        }
    }

    /** What the ledger lacks of what was seen; empty where it bears the anchor out. */
    public Optional<Violation> broken(StoredLedger ledger) {
        return ledger.at(sequence)
                .map(found -> found.actual().equals(hash) ? Optional.<Violation>empty() : told(Kind.HISTORY_REWRITTEN))
                .orElseGet(() -> told(Kind.ENTRY_DROPPED));
    }

    private Optional<Violation> told(Kind kind) {
        return Optional.of(new Violation(kind, customer, sequence));
    }
}
