package org.supportpin.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was read and what was found.
 *
 * @param touched how many ledgers have new entries since the previous run
 * @param secretsOpened how many secrets were opened
 * @param readUnits DynamoDB's read units
 * @param violationCount how many violations there are
 * @param violations the first violations, at most {@value #MOST}
 */
public record AuditTotals(
        long ledgers,
        long touched,
        long entries,
        long secretsOpened,
        double readUnits,
        long violationCount,
        List<Violation> violations) {

    /** Enough to start with; for more, read the table. */
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
