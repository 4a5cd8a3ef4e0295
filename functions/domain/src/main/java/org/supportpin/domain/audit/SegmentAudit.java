package org.supportpin.domain.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;

/**
 * Judges what a scan finds. The scan may see a ledger incomplete or slightly old. So suspicions are read again with strong
 * consistency, and only what is still wrong is a violation.
 */
final class SegmentAudit implements AuditStore.Visitor {

    private static final int MOST_IN_A_BATCH = 100;

    private final AuditStore store;
    private final LedgerAudit rules;
    private final SampleCheck sample;
    private final ActionCheck actions;
    private final LooksAgain looks;
    private final Consumer<LedgerHead> taken;
    private final BooleanSupplier isEnough;
    private final List<Anchor> anchors = new ArrayList<>();
    private final Set<CustomerId> gaps = new LinkedHashSet<>();
    private AuditTotals tally = AuditTotals.NONE;
    private long entries;
    private @Nullable LedgerLook scanned;
    private @Nullable LedgerProgress open;

    /** @param taken takes each ledger once it is judged; after a retry, perhaps again */
    SegmentAudit(
            AuditStore store,
            LedgerAudit rules,
            Secrets secrets,
            Sample sample,
            Consumer<LedgerHead> taken,
            BooleanSupplier isEnough) {
        this.store = store;
        this.rules = rules;
        this.sample = new SampleCheck(rules.secrets(), secrets, sample);
        this.actions = new ActionCheck(store, sample, rules.since());
        this.looks = new LooksAgain(store, rules, isEnough);
        this.taken = taken;
        this.isEnough = isEnough;
    }

    /**
     * Goes on in the ledger in whose middle the part before ended.
     *
     * @return whether the scan may go on; false if this part, too, ends within that ledger
     */
    boolean goOn(@Nullable LedgerProgress within) {
        if (within == null) {
            return true;
        }
        if (within.look() == 0) {
            scanned = looks.resumed(within);
            return true;
        }
        return lookAgain(within);
    }

    @Override
    public void ledger(CustomerId customer) {
        scanned = rules.look(customer);
    }

    @Override
    public void entry(StoredEntry entry) {
        if (scanned != null) {
            scanned.entry(entry);
            entries++;
        }
    }

    @Override
    public void secret(StoredSecret secret) {
        if (scanned != null) {
            scanned.secret(secret);
        }
    }

    @Override
    public void unknown() {
        if (scanned != null) {
            scanned.unknown();
        } else {
            tally = tally.withViolations(Findings.of(List.of(new Violation(Kind.ITEM_UNKNOWN, null, 0))));
        }
    }

    @Override
    public boolean isEnough() {
        return isEnough.getAsBoolean();
    }

    @Override
    public boolean end() {
        var look = scanned;
        scanned = null;
        if (look == null) {
            return true;
        }
        if (!look.end().isEmpty()) {
            return lookAgain(LedgerProgress.look(look.head().customer(), 1, Findings.NONE));
        }
        judged(look, Findings.NONE);
        return true;
    }

    private boolean lookAgain(LedgerProgress from) {
        open = looks.at(from, this::judged);
        return open == null;
    }

    private void judged(LedgerLook look, Findings found) {
        var head = look.head();
        taken.accept(head);
        var newest = head.newest();
        boolean isTouched = newest != null && isNew(newest);
        var all = found.and(missing(head)).and(sample.open(head));
        tally = tally.withLedger(isTouched).withViolations(all);
        if (isTouched && all.isEmpty()) {
            anchor(look);
        }
    }

    private void anchor(LedgerLook look) {
        var reached = look.anchor();
        if (reached != null && store.move(reached).isPresent()) {
            tally = tally.withGaps(1);
        }
    }

    private Findings missing(LedgerHead head) {
        return head.hasOpenActions()
                ? looks.confirmed(() -> Findings.of(actions.missing(head.customer())))
                : Findings.NONE;
    }

    @Override
    public void action(StoredAction action) {
        if (actions.isDue(action)) {
            tally = tally.withViolations(looks.confirmed(() -> Findings.of(actions.compare(action.id()))));
        }
    }

    private boolean isNew(StoredEntry newest) {
        var entry = newest.entry();
        return entry != null && !entry.at().isBefore(rules.since());
    }

    @Override
    public void anchor(Anchor anchor) {
        anchors.add(anchor);
        if (anchor.gap() != null) {
            gaps.add(anchor.customer());
        }
        if (anchors.size() == MOST_IN_A_BATCH) {
            checkAnchors();
        }
    }

    private void checkAnchors() {
        for (var doubtful : store.doubtful(List.copyOf(anchors))) {
            tally = tally.withViolations(looks.confirmed(() -> unanchored(doubtful.customer())));
        }
        anchors.clear();
    }

    private Findings unanchored(CustomerId customer) {
        return Findings.of(store
                .anchor(customer)
                .flatMap(anchor -> LedgerAudit.judge(anchor, store.entries(customer, anchor.sequence() + 1, 3)))
                .stream()
                .toList());
    }

    /** All violations, after the end of the part's scan. */
    AuditTotals finish() {
        checkAnchors();
        fillGaps();
        return tally.withEntries(entries).plus(sample.finish());
    }

    /** Of ledgers that nobody has touched lately, the scan has moved no anchor. What is not done in time, the next run does. */
    private void fillGaps() {
        for (var customer : gaps) {
            if (isEnough()) {
                return;
            }
            var first = LedgerProgress.look(customer, 1, Findings.NONE);
            var _ = looks.at(first, (look, found) -> {
                if (found.isEmpty()) {
                    anchor(look);
                }
            });
        }
    }

    /** The ledger in whose middle the part ended. */
    @Nullable LedgerProgress open() {
        return open == null && scanned != null ? scanned.progress() : open;
    }
}
