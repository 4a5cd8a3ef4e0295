package org.supportpin.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.FoundViolation.Finder;

/**
 * The result of one run of the audit or of the sweep.
 *
 * @param by which of the two ran: {@link Finder#AUDIT} or {@link Finder#SWEEP}
 * @param backlog what was late; null in the report of a sweep, which does not ask
 */
public record RotationReport(
        Instant startedAt,
        Instant finishedAt,
        Finder by,
        AuditTotals tally,
        @Nullable Backlog backlog) {

    public RotationReport {
        if (by == Finder.WATCH || (by == Finder.AUDIT) != (backlog != null)) {
            throw new IllegalArgumentException(
                    "an audit says what was late, a sweep does not, the watch reports nothing");
        }
    }

    /** A sweep's. */
    public static RotationReport ofSweep(Instant startedAt, Instant finishedAt, AuditTotals tally) {
        return new RotationReport(startedAt, finishedAt, Finder.SWEEP, tally, null);
    }
}
