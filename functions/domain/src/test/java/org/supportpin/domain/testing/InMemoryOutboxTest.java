package org.supportpin.domain.testing;

import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.notice.Outbox;

/** The ledger in memory keeps the outbox's contract. */
class InMemoryOutboxTest extends OutboxContract {

    private final InMemoryLedger store = new InMemoryLedger();

    @Override
    protected Outbox outbox() {
        return store;
    }

    @Override
    protected Ledger ledger() {
        return store;
    }
}
