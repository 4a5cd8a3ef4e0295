package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Limits;

/**
 * Everything that can be checked in a stored ledger without opening its secret.
 *
 * @param since see {@link Replay#verify}
 */
public record LedgerAudit(Limits limits, Instant since, SecretCheck secrets) {

    /** The violations in the ledger itself; empty if there are none. */
    public List<Violation> judge(StoredLedger ledger) {
        var found = new ArrayList<>(Chain.verify(ledger));
        found.addAll(Replay.verify(ledger, limits, since));
        found.addAll(secrets.look(ledger));
        found.addAll(Collections.nCopies(ledger.unknown(), new Violation(Kind.ITEM_UNKNOWN, ledger.customer(), 0)));
        return found;
    }

    /** A violation that only the anchor shows; empty if {@link #judge} already reports it. */
    public static Optional<Violation> judge(StoredLedger ledger, Anchor anchor) {
        var found = Chain.verify(ledger);
        return anchor.broken(ledger)
                .filter(broken -> found.isEmpty() || broken.kind() == Kind.ENTRY_DROPPED)
                .filter(broken -> !found.contains(broken));
    }
}
