package org.supportpin.functions.rotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.LedgerAudit;
import org.supportpin.domain.audit.RotationReport;
import org.supportpin.domain.audit.RotationReports;
import org.supportpin.domain.audit.SecretCheck;
import org.supportpin.functions.Wiring;

/** Goes through one part of a segment, and puts the segments' results together to the run's report. */
final class RotationAudit {

    /** An entry may lie in the table later than it says: clocks differ, and a ledger's time may run ahead. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final Wiring wiring;
    private final RotationReports reports;
    private final Clock clock;

    RotationAudit(Wiring wiring) {
        this.wiring = wiring;
        this.reports = wiring.rotationReports();
        this.clock = wiring.clock();
    }

    SegmentProgress goOn(SegmentProgress part) {
        var before = reports.list(part.startedAt(), 1).stream().findFirst();
        var since = before.map(report -> report.startedAt().minus(SLACK)).orElse(Instant.EPOCH);
        var ledgers = before.map(report -> report.tally().ledgers()).orElse(0L);
        var store = wiring.auditStore();
        var rules = new LedgerAudit(
                wiring.settings().limits(),
                since,
                new SecretCheck(wiring.settings().storage().keyId(), clock.instant()));
        var visit =
                new SegmentAudit(store, rules, wiring.secrets(), new Sample(part.startedAt(), part.sample(), ledgers));
        var next = store.scan(part.segment(), part.of(), part.next(), visit);
        return part.then(next, visit.finish().withReadUnits(store.readUnits()));
    }

    /** Keeps the report of a run whose every segment was gone through. */
    RotationReport report(Instant startedAt, AuditTotals tally) {
        var report = new RotationReport(startedAt, clock.instant(), tally);
        reports.keep(report);
        return report;
    }
}
