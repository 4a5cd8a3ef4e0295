package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import org.supportpin.domain.customer.Event.DataExported;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;

/** Puts on record that a customer takes a copy of everything that is kept. */
public final class DataExport {

    /** The exports of an hour are one entry, so that nobody fills a ledger by reading it. */
    static final Duration ONCE = Duration.ofHours(1);

    /** So many of the newest entries are looked through. In a busier ledger one more entry does not matter. */
    private static final int NEWEST = 25;

    private final LedgerCommands commands;
    private final Ledger ledger;

    public DataExport(LedgerCommands commands, Ledger ledger) {
        this.commands = commands;
        this.ledger = ledger;
    }

    /** Records an export, before anything is shown. A ledger without entries stays empty: there was nothing to take. */
    public void record(CustomerId customer) {
        commands.<Boolean>perform(
                customer,
                new Actor.Panel(),
                (snapshot, now) -> snapshot.last() == null || isOnRecord(snapshot, now)
                        ? Decision.tell(false)
                        : Decision.record(new DataExported(), true));
    }

    private boolean isOnRecord(Snapshot snapshot, Instant now) {
        return ledger.history(snapshot.customer(), snapshot.nextSequence(), NEWEST).stream()
                .anyMatch(each -> each.entry().event() instanceof DataExported
                        && now.isBefore(each.entry().at().plus(ONCE)));
    }
}
