package org.supportpin.domain.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.Gap;
import org.supportpin.domain.audit.LedgerHead;
import org.supportpin.domain.audit.StoredAction;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/** The ledgers in memory as the audit reads them: a customer's segment is by its id's hash. */
public final class InMemoryAuditStore implements AuditStore {

    private final InMemoryLedger ledgers;
    private final InMemoryAnchors anchors = new InMemoryAnchors();
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
        var customers = ledgers.customers().stream()
                .filter(each -> Math.floorMod(each.hashCode(), of) == segment)
                .sorted(Comparator.comparing(CustomerId::value))
                .dropWhile(each -> from != null && each.value().compareTo(customer(from)) < 0)
                .toList();
        for (var customer : customers) {
            var ledger = stored(customer);
            int index = from != null && customer(from).equals(customer.value()) ? index(from) : 0;
            if (index == 0) {
                visitor.ledger(customer);
            }
            while (index < ledger.size()) {
                ledger.show(index++, visitor);
                if (visitor.isEnough()) {
                    return Optional.of(customer.value() + " " + index);
                }
            }
            if (!visitor.end()) {
                return Optional.of(customer.value() + " " + index);
            }
            anchor(customer).ifPresent(visitor::anchor);
        }
        for (var action : ledgers.actions()) {
            if (Math.floorMod(action.id().hashCode(), of) == segment) {
                visitor.action(new StoredAction(action.id(), action, true));
            }
        }
        return Optional.empty();
    }

    private static String customer(String position) {
        return position.substring(0, position.indexOf(' '));
    }

    private static int index(String position) {
        return Integer.parseInt(position.substring(position.indexOf(' ') + 1));
    }

    @Override
    public Optional<String> read(CustomerId customer, @Nullable String from, Items items) {
        var ledger = stored(customer);
        int index = from == null ? 0 : index(from);
        while (index < ledger.size()) {
            ledger.show(index++, items);
            if (items.isEnough() && index < ledger.size()) {
                return Optional.of(customer.value() + " " + index);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<StoredEntry> entries(CustomerId customer, long place, int most) {
        var before = stored(customer).entries().stream()
                .filter(each -> each.place() <= place)
                .toList();
        return before.subList(Math.max(0, before.size() - most), before.size());
    }

    /** The next customer in the order of the IDs, and after the last one the first. */
    @Override
    public Optional<CustomerId> near(String place) {
        var all = ledgers.customers().stream()
                .sorted(Comparator.comparing(CustomerId::value))
                .toList();
        return all.stream()
                .filter(each -> each.value().compareTo(place) >= 0)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    public LedgerHead head(CustomerId customer, boolean isConsistent) {
        var ledger = stored(customer);
        var entries = ledger.entries();
        return new LedgerHead(customer, entries.isEmpty() ? null : entries.getLast(), ledger.secret());
    }

    @Override
    public Optional<StoredSecret> secret(CustomerId customer) {
        return Optional.ofNullable(stored(customer).secret());
    }

    private synchronized StoredLedger stored(CustomerId customer) {
        var entries = ledgers.history(customer, Long.MAX_VALUE, Integer.MAX_VALUE).reversed().stream()
                .map(each -> new StoredEntry(each.entry().sequence(), each.entry(), each.hash(), each.hash()))
                .toList();
        var ledger = meddled.apply(
                new StoredLedger(customer, entries, ledgers.read(customer).secret(), 0));
        return tornLooks-- > 0 ? torn.apply(ledger) : ledger;
    }

    @Override
    public Optional<StoredAction> action(ActionId id) {
        return ledgers.find(id).map(action -> new StoredAction(id, action, true));
    }

    @Override
    public synchronized Optional<Anchor> anchor(CustomerId customer) {
        return anchors.find(customer);
    }

    @Override
    public List<Anchor> doubtful(List<Anchor> asked) {
        return asked.stream()
                .filter(each -> each.broken(
                                stored(each.customer()).at(each.sequence()).orElse(null))
                        .isPresent())
                .toList();
    }

    @Override
    public Optional<Gap> move(Anchor anchor) {
        return anchors.audited(anchor);
    }

    /** The same anchors, as the watch has them. */
    public InMemoryAnchors anchors() {
        return anchors;
    }

    @Override
    public double readUnits() {
        return 0;
    }
}
