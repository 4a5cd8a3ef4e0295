package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event.AuditRead;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;

/** Puts on record that an auditor reads a customer's chain, where the customer sees it. */
public final class AuditReading {

    /** An auditor's readings of one customer within an hour are one entry, so that nobody fills a ledger by reading it. */
    static final Duration ONCE = Duration.ofHours(1);

    /** So many of the newest entries are looked through. In a busier ledger one more entry does not matter. */
    private static final int NEWEST = 100;

    private final LedgerCommands commands;
    private final Ledger ledger;

    public AuditReading(LedgerCommands commands, Ledger ledger) {
        this.commands = commands;
        this.ledger = ledger;
    }

    /**
     * Records the reading, before what was read is shown. A ledger without entries stays empty: there was nothing to read.
     *
     * @return false if nothing can be recorded there, because the newest entry cannot be read
     */
    public boolean record(CustomerId customer, AgentId auditor) {
        try {
            var newest = newest(customer, Long.MAX_VALUE);
            if (!newest.isEmpty()) {
                record(customer, auditor, newest);
            }
            return true;
        } catch (Unreadable nothingCanFollow) {
            return false;
        }
    }

    private void record(CustomerId customer, AgentId auditor, List<Recorded> newest) {
        var reader = new Actor.Auditor(auditor);
        var known = new Snapshot(customer, newest.getFirst(), null);
        var _ = commands.<Boolean>perform(known, reader, (snapshot, now) -> {
            var before = snapshot.equals(known) ? newest : newest(customer, snapshot.nextSequence());
            return isOnRecord(before, reader, now) ? Decision.tell(false) : Decision.record(new AuditRead(), true);
        });
    }

    private List<Recorded> newest(CustomerId customer, long below) {
        try {
            return ledger.history(customer, below, NEWEST);
        } catch (Unreadable oneOfThem) {
            // At worst, a reading is on record more than once an hour.
            return ledger.history(customer, below, 1);
        }
    }

    private static boolean isOnRecord(List<Recorded> newest, Actor.Auditor reader, Instant now) {
        return newest.stream()
                .map(Recorded::entry)
                .anyMatch(entry -> entry.event() instanceof AuditRead
                        && entry.actor().equals(reader)
                        && now.isBefore(entry.at().plus(ONCE)));
    }
}
