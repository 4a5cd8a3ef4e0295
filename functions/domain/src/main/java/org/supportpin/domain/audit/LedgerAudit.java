package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Limits;

/**
 * All that can be told of a ledger as it lies there, without opening its secret.
 *
 * @param since see {@link Replay#verify}
 */
public record LedgerAudit(Limits limits, Instant since, SecretCheck secrets) {

    /** What is wrong with a ledger in itself; empty where nothing is. */
    public List<Violation> judge(StoredLedger ledger) {
        var found = new ArrayList<>(Chain.verify(ledger));
        found.addAll(Replay.verify(ledger, limits, since));
        found.addAll(secrets.look(ledger));
        found.addAll(Collections.nCopies(ledger.unknown(), new Violation(Kind.ITEM_UNKNOWN, ledger.customer(), 0)));
        return found;
    }

    /** What only its anchor knows to be wrong with a ledger; empty where {@link #judge} tells it already. */
    public static Optional<Violation> judge(StoredLedger ledger, Anchor anchor) {
        var told = Chain.verify(ledger);
        return anchor.broken(ledger)
                .filter(broken -> told.isEmpty() || broken.kind() == Kind.ENTRY_DROPPED)
                .filter(broken -> !told.contains(broken));
    }
}
