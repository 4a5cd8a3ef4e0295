package org.supportpin.domain.audit;

import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * Verifies, entry by entry, that a ledger is one chain of hashes without gaps, with each entry in its place and in order of time.
 * It remembers one entry.
 */
final class Chain {

    private final CustomerId customer;
    private final LongFunction<@Nullable StoredEntry> elsewhere;
    private final Consumer<Violation> tell;
    private long expected;
    private @Nullable StoredEntry before;
    private boolean isUnlinked;

    /**
     * Verifies a ledger from its beginning or from a later place.
     *
     * @param first the place that the first entry must have
     * @param elsewhere finds what is stored in another place of the same ledger; null if nothing is
     */
    Chain(CustomerId customer, long first, LongFunction<@Nullable StoredEntry> elsewhere, Consumer<Violation> tell) {
        this.customer = customer;
        this.expected = first;
        this.elsewhere = elsewhere;
        this.tell = tell;
    }

    /** Verifies the next entry, by its place. */
    void next(StoredEntry stored) {
        if (stored.place() > expected) {
            tell(Kind.ENTRY_DROPPED, expected);
        }
        verify(stored);
        isUnlinked = false;
        if (stored.place() == expected) {
            verifyLink(stored);
        }
        expected = stored.place() + 1;
        before = stored;
    }

    private void verify(StoredEntry stored) {
        var entry = stored.entry();
        if (entry == null || !stored.recorded().equals(stored.actual())) {
            tell(Kind.ENTRY_CHANGED, stored.place());
        } else if (!entry.customer().equals(customer) || stored.place() < 1) {
            tell(Kind.ENTRY_ADDED, stored.place());
        } else if (entry.sequence() != stored.place()) {
            tell(isCopy(entry) ? Kind.ENTRY_ADDED : Kind.ENTRY_REORDERED, stored.place());
        }
    }

    /** Whether the same entry is also in its own place. */
    private boolean isCopy(Entry entry) {
        var own = elsewhere.apply(entry.sequence());
        return own != null && own.sound(customer) != null;
    }

    private void verifyLink(StoredEntry stored) {
        var entry = stored.sound(customer);
        if (entry == null) {
            return;
        }
        if (stored.place() == 1 && !entry.previous().equals(Hash.NONE)) {
            tell(Kind.ENTRY_ADDED, stored.place());
        }
        var earlier = stored.place() == 1 || before == null ? null : before.sound(customer);
        if (before == null || earlier == null) {
            return;
        }
        if (!entry.previous().equals(before.actual())) {
            tell(Kind.ENTRY_CHANGED, stored.place() - 1);
            isUnlinked = true;
        } else if (entry.at().isBefore(earlier.at())) {
            tell(Kind.TIME_RAN_BACK, stored.place());
        }
    }

    /**
     * The entry that came last was the newest. Two entries, each sound in itself, are not linked if the earlier one was changed or,
     * at the end of the chain, the newest was added. Nothing later tells which, so both are reported.
     */
    void end() {
        if (isUnlinked && before != null) {
            tell(Kind.ENTRY_ADDED, before.place());
        }
    }

    private void tell(Kind kind, long sequence) {
        tell.accept(new Violation(kind, customer, sequence));
    }
}
