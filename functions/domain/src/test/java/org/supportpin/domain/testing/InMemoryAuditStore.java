package org.supportpin.domain.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.StoredAction;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.audit.StoredLedger;
import org.supportpin.domain.identity.CustomerId;

/** The ledgers in memory as the audit reads them: one part a segment, a customer's segment by its id's hash. */
public final class InMemoryAuditStore implements AuditStore {

    private final InMemoryLedger ledgers;
    private final Map<CustomerId, Anchor> anchors = new HashMap<>();
    private UnaryOperator<StoredLedger> meddled = UnaryOperator.identity();
    private UnaryOperator<StoredLedger> torn = UnaryOperator.identity();
    private int tornLooks;

    public InMemoryAuditStore(InMemoryLedger ledgers) {
        this.ledgers = ledgers;
    }

    /** The ledgers after someone tampered with them, as every reader sees them. */
    public void meddle(UnaryOperator<StoredLedger> change) {
        meddled = change;
    }

    /** What the next looks see, because the ledger is written meanwhile: the scan's first, then those that read again. */
    public synchronized void tear(int looks, UnaryOperator<StoredLedger> change) {
        tornLooks = looks;
        torn = change;
    }

    @Override
    public Optional<String> scan(int segment, int of, @Nullable String from, Visitor visitor) {
        for (var customer : ledgers.customers()) {
            if (Math.floorMod(customer.hashCode(), of) == segment) {
                visitor.ledger(read(customer));
                anchor(customer).ifPresent(visitor::anchor);
            }
        }
        for (var action : ledgers.actions()) {
            if (Math.floorMod(action.id().hashCode(), of) == segment) {
                visitor.action(new StoredAction(action.id(), action, true));
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized StoredLedger read(CustomerId customer) {
        var entries = ledgers.history(customer, Long.MAX_VALUE, Integer.MAX_VALUE).reversed().stream()
                .map(each -> new StoredEntry(each.entry().sequence(), each.entry(), each.hash(), each.hash()))
                .toList();
        var ledger = meddled.apply(
                new StoredLedger(customer, entries, ledgers.read(customer).secret(), 0));
        return tornLooks-- > 0 ? torn.apply(ledger) : ledger;
    }

    @Override
    public synchronized List<StoredEntry> entries(CustomerId customer, long place, int most) {
        var entries = read(customer).entries().stream()
                .filter(each -> each.place() <= place)
                .toList();
        return entries.subList(Math.max(0, entries.size() - most), entries.size());
    }

    @Override
    public Optional<StoredAction> action(ActionId id) {
        return ledgers.find(id).map(action -> new StoredAction(id, action, true));
    }

    @Override
    public synchronized Optional<Anchor> anchor(CustomerId customer) {
        return Optional.ofNullable(anchors.get(customer));
    }

    @Override
    public List<Anchor> doubtful(List<Anchor> asked) {
        return asked.stream()
                .filter(each -> each.broken(read(each.customer())).isPresent())
                .toList();
    }

    @Override
    public synchronized void move(Anchor anchor) {
        anchors.merge(anchor.customer(), anchor, (old, next) -> next.sequence() > old.sequence() ? next : old);
    }

    @Override
    public double readUnits() {
        return 0;
    }
}
