package org.supportpin.domain.audit;

/**
 * What was read and what was found.
 *
 * @param touched how many ledgers have new entries since the previous run
 * @param secretsOpened how many secrets were opened
 * @param secretsPostponed how many of the sample were not opened, because the key service did not answer
 * @param readUnits DynamoDB's read units
 * @param gaps how many gaps of the watch were filled: entries that it had not seen, and that are sound
 */
public record AuditTotals(
        long ledgers,
        long touched,
        long entries,
        long secretsOpened,
        long secretsPostponed,
        double readUnits,
        Findings violations,
        long gaps) {

    public static final AuditTotals NONE = new AuditTotals(0, 0, 0, 0, 0, 0, Findings.NONE);

    /** The watch had seen everything. */
    public AuditTotals(
            long ledgers,
            long touched,
            long entries,
            long secretsOpened,
            long secretsPostponed,
            double readUnits,
            Findings violations) {
        this(ledgers, touched, entries, secretsOpened, secretsPostponed, readUnits, violations, 0);
    }

    public AuditTotals plus(AuditTotals other) {
        return new AuditTotals(
                ledgers + other.ledgers,
                touched + other.touched,
                entries + other.entries,
                secretsOpened + other.secretsOpened,
                secretsPostponed + other.secretsPostponed,
                readUnits + other.readUnits,
                violations.and(other.violations),
                gaps + other.gaps);
    }

    AuditTotals withGaps(long filled) {
        return plus(new AuditTotals(0, 0, 0, 0, 0, 0, Findings.NONE, filled));
    }

    AuditTotals withLedger(boolean isTouched) {
        return plus(new AuditTotals(1, isTouched ? 1 : 0, 0, 0, 0, 0, Findings.NONE));
    }

    AuditTotals withEntries(long judged) {
        return plus(new AuditTotals(0, 0, judged, 0, 0, 0, Findings.NONE));
    }

    public AuditTotals withViolations(Findings found) {
        return plus(new AuditTotals(0, 0, 0, 0, 0, 0, found));
    }

    public AuditTotals withReadUnits(double units) {
        return plus(new AuditTotals(0, 0, 0, 0, 0, units, Findings.NONE));
    }
}
