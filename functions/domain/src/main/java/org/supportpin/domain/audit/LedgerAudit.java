package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.identity.CustomerId;

/**
 * Everything that can be checked in a stored ledger without opening its secret.
 *
 * @param since see {@link Replay}
 */
public record LedgerAudit(Limits limits, Instant since, SecretCheck secrets) {

    /** How many entries before a place are enough to go on from there. */
    static final int RUN_UP = Replay.MEMORY + 1;

    /** A look at a ledger from its beginning. Its entries are not looked for elsewhere, so a copy may count as reordered. */
    public LedgerLook look(CustomerId customer) {
        return look(customer, _ -> null);
    }

    /**
     * A look at a ledger from its beginning.
     *
     * @param elsewhere finds what is stored in another place of the same ledger; null if nothing is
     */
    public LedgerLook look(CustomerId customer, LongFunction<@Nullable StoredEntry> elsewhere) {
        return new LedgerLook(customer, this, elsewhere);
    }

    /**
     * A violation that only the anchor shows; empty if the ledger shows it too.
     *
     * @param around the entries before, at and after the anchored one
     */
    public static Optional<Violation> judge(Anchor anchor, List<StoredEntry> around) {
        var found = new ArrayList<Violation>();
        var chain = new Chain(anchor.customer(), Math.max(1, anchor.sequence() - 1), _ -> null, found::add);
        around.forEach(chain::next);
        var anchored = around.stream()
                .filter(each -> each.place() == anchor.sequence())
                .findFirst();
        return anchor.broken(anchored.orElse(null))
                .filter(broken -> found.isEmpty() || broken.kind() == Kind.ENTRY_DROPPED)
                .filter(broken -> !found.contains(broken));
    }
}
