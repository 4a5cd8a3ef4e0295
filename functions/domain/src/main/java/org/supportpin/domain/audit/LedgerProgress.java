package org.supportpin.domain.audit;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;

/**
 * How far a part has come in a ledger that is too long for it. What the rules remember of the entries before is read again.
 *
 * @param look 0 while the scan goes through the ledger; 1, 2 … for a look at a suspicious ledger
 * @param next where this look goes on; null at its beginning, and while the scan goes through the ledger
 * @param place the place of the last entry that was judged; 0 if none was
 * @param found what this look has found so far
 * @param confirmed what all earlier looks have found; empty in the first
 */
public record LedgerProgress(
        CustomerId customer, int look, @Nullable String next, long place, Findings found, Findings confirmed) {

    /** A new look, from the ledger's beginning. */
    static LedgerProgress look(CustomerId customer, int look, Findings confirmed) {
        return new LedgerProgress(customer, look, null, 0, Findings.NONE, confirmed);
    }
}
