package org.supportpin.domain.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.identity.Hash;

/** Verifies that a ledger is one chain of hashes without gaps, with each entry in its place and in order of time. */
public final class Chain {

    private final StoredLedger ledger;
    private final List<Violation> found = new ArrayList<>();

    private Chain(StoredLedger ledger) {
        this.ledger = ledger;
    }

    /** The violations, each at its place; empty for a sound chain. */
    public static List<Violation> verify(StoredLedger ledger) {
        var chain = new Chain(ledger);
        chain.verify();
        return List.copyOf(chain.found);
    }

    private void verify() {
        long expected = 1;
        @Nullable StoredEntry before = null;
        for (var each : ledger.entries()) {
            if (each.place() > expected) {
                tell(Kind.ENTRY_DROPPED, expected);
            }
            verify(each);
            if (each.place() == expected) {
                verifyLink(each, before);
            }
            expected = each.place() + 1;
            before = each;
        }
    }

    private void verify(StoredEntry stored) {
        var entry = stored.entry();
        if (entry == null || !stored.recorded().equals(stored.actual())) {
            tell(Kind.ENTRY_CHANGED, stored.place());
        } else if (!entry.customer().equals(ledger.customer()) || stored.place() < 1) {
            tell(Kind.ENTRY_ADDED, stored.place());
        } else if (entry.sequence() != stored.place()) {
            tell(isCopy(entry) ? Kind.ENTRY_ADDED : Kind.ENTRY_REORDERED, stored.place());
        }
    }

    /** Whether the same entry is also in its own place. */
    private boolean isCopy(Entry entry) {
        return ledger.at(entry.sequence()).map(own -> own.sound(ledger) != null).orElse(false);
    }

    private void verifyLink(StoredEntry stored, @Nullable StoredEntry before) {
        var entry = stored.sound(ledger);
        if (entry == null) {
            return;
        }
        if (before == null) {
            if (!entry.previous().equals(Hash.NONE)) {
                tell(Kind.ENTRY_ADDED, stored.place());
            }
            return;
        }
        var earlier = before.sound(ledger);
        if (earlier == null) {
            return;
        }
        if (!entry.previous().equals(before.actual())) {
            brokenBefore(stored);
        } else if (entry.at().isBefore(earlier.at())) {
            tell(Kind.TIME_RAN_BACK, stored.place());
        }
    }

    /**
     * Two entries, each sound in itself, are not linked: the earlier one was changed or, at the end of the chain, the newest was
     * added. Nothing later tells which, so both are reported.
     */
    private void brokenBefore(StoredEntry stored) {
        tell(Kind.ENTRY_CHANGED, stored.place() - 1);
        if (stored.equals(ledger.entries().getLast())) {
            tell(Kind.ENTRY_ADDED, stored.place());
        }
    }

    private void tell(Kind kind, long sequence) {
        found.add(new Violation(kind, ledger.customer(), sequence));
    }
}
