package org.supportpin.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was gone through, and what was found.
 *
 * @param touched how many ledgers have entries since the run before
 * @param secretsOpened how many secrets were opened
 * @param readUnits of DynamoDB
 * @param violationCount how many violations there are
 * @param violations the first of them, {@value #MOST} at most
 */
public record AuditTotals(
        long ledgers,
        long touched,
        long entries,
        long secretsOpened,
        double readUnits,
        long violationCount,
        List<Violation> violations) {

    /** Enough to begin with; who has more of them reads the table itself. */
    public static final int MOST = 50;

    public static final AuditTotals NONE = new AuditTotals(0, 0, 0, 0, 0, 0, List.of());

    public AuditTotals {
        violations = List.copyOf(violations);
    }

    public AuditTotals plus(AuditTotals other) {
        return new AuditTotals(
                ledgers + other.ledgers,
                touched + other.touched,
                entries + other.entries,
                secretsOpened + other.secretsOpened,
                readUnits + other.readUnits,
                violationCount + other.violationCount,
                first(Stream.concat(violations.stream(), other.violations.stream())));
    }

    public AuditTotals withLedger(StoredLedger ledger, boolean isTouched, boolean isOpened, List<Violation> found) {
        return plus(new AuditTotals(1, isTouched ? 1 : 0, ledger.entries().size(), isOpened ? 1 : 0, 0, 0, List.of()))
                .withViolations(found);
    }

    public AuditTotals withViolations(List<Violation> found) {
        return plus(new AuditTotals(0, 0, 0, 0, 0, found.size(), found));
    }

    public AuditTotals withReadUnits(double units) {
        return plus(new AuditTotals(0, 0, 0, 0, units, 0, List.of()));
    }

    private static List<Violation> first(Stream<Violation> all) {
        return new ArrayList<>(all.limit(MOST).toList());
    }
}
