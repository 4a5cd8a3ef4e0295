package org.supportpin.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.identity.CustomerId;

/**
 * Judges what a scan finds. The scan may see a ledger incomplete or slightly old. So suspicions are read again with strong
 * consistency, and only what is still wrong is a violation.
 */
final class SegmentAudit implements AuditStore.Visitor {

    private static final int MOST_IN_A_BATCH = 100;
    /** A query is not a snapshot of several items: an active customer may be read inconsistently more than once. */
    private static final int LOOKS = 3;

    private final AuditStore store;
    private final LedgerAudit rules;
    private final Secrets secrets;
    private final Sample sample;
    private final ActionCheck actions;
    private final List<Anchor> anchors = new ArrayList<>();
    private AuditTotals tally = AuditTotals.NONE;
    private int opened;

    SegmentAudit(AuditStore store, LedgerAudit rules, Secrets secrets, Sample sample) {
        this.store = store;
        this.rules = rules;
        this.secrets = secrets;
        this.sample = sample;
        this.actions = new ActionCheck(store, sample, rules.since());
    }

    @Override
    public void ledger(StoredLedger seen) {
        var customer = seen.customer();
        boolean isSuspect = !rules.judge(seen).isEmpty();
        var found = new ArrayList<>(isSuspect ? confirmed(() -> rules.judge(store.read(customer))) : List.of());
        var ledger = isSuspect ? store.read(customer) : seen;
        if (hasOpenActions(ledger)) {
            found.addAll(confirmed(() -> actions.missing(customer)));
        }
        boolean isTouched = ledger.newest().stream().anyMatch(this::isNew);
        boolean isOpened = isDrawn(ledger) && rules.secrets().look(ledger).isEmpty();
        if (isOpened) {
            found.addAll(opened(ledger));
        }
        tally = tally.withLedger(ledger, isTouched, isOpened, found);
        if (isTouched && found.isEmpty()) {
            ledger.newest().ifPresent(newest -> store.move(new Anchor(customer, newest.place(), newest.actual())));
        }
    }

    private static boolean hasOpenActions(StoredLedger ledger) {
        return ledger.newest()
                .map(StoredEntry::entry)
                .filter(entry -> !entry.state().openActions().isEmpty())
                .isPresent();
    }

    @Override
    public void action(StoredAction action) {
        if (actions.isDue(action)) {
            tally = tally.withViolations(confirmed(() -> actions.compare(action.id())));
        }
    }

    private boolean isNew(StoredEntry newest) {
        var entry = newest.entry();
        return entry != null && !entry.at().isBefore(rules.since());
    }

    /** Never more than the sample's size in one part, whatever the previous run reported. */
    private boolean isDrawn(StoredLedger ledger) {
        return opened < sample.size() && SecretCheck.isActive(ledger) && sample.has(ledger.customer());
    }

    private List<Violation> opened(StoredLedger ledger) {
        opened++;
        try (var session = secrets.session()) {
            return rules.secrets().open(ledger, session);
        }
    }

    @Override
    public void anchor(Anchor anchor) {
        anchors.add(anchor);
        if (anchors.size() == MOST_IN_A_BATCH) {
            checkAnchors();
        }
    }

    private void checkAnchors() {
        for (var doubtful : store.doubtful(List.copyOf(anchors))) {
            tally = tally.withViolations(confirmed(() -> unanchored(doubtful.customer())));
        }
        anchors.clear();
    }

    private List<Violation> unanchored(CustomerId customer) {
        var anchor = store.anchor(customer);
        return anchor.flatMap(each -> LedgerAudit.judge(store.read(customer), each)).stream()
                .toList();
    }

    /** The violations that appear in each of several reads. */
    private static List<Violation> confirmed(Supplier<List<Violation>> look) {
        var found = look.get();
        for (int looks = 1; looks < LOOKS && !found.isEmpty(); looks++) {
            var again = look.get();
            found = found.stream().filter(again::contains).toList();
        }
        return found;
    }

    @Override
    public void unknown() {
        tally = tally.withViolations(List.of(new Violation(Kind.ITEM_UNKNOWN, null, 0)));
    }

    /** All violations, after the end of the scan. */
    AuditTotals finish() {
        checkAnchors();
        return tally;
    }
}
