package org.supportpin.domain.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.deadline.Deadline;

/** Once a day, reads everything: it audits one part of a segment, and combines the segments' results into the run's report (docs/adr/0041). */
public final class Sweep {

    /** An entry may be stored later than its time: clocks differ, and a ledger's time may run ahead. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private final Supplier<AuditStore> stores;
    private final RotationReports reports;
    private final Violations violations;
    private final Secrets secrets;
    private final Limits limits;
    private final String keyId;
    private final Clock clock;
    private final DailyRoots roots;

    /**
     * Creates the use case over these ports.
     *
     * @param stores creates a store for each part of a run, because a store counts what it reads
     * @param keyId the KMS key with which the secrets must be wrapped
     */
    public Sweep(
            Supplier<AuditStore> stores,
            RotationReports reports,
            Violations violations,
            Secrets secrets,
            Limits limits,
            String keyId,
            Clock clock,
            DailyRoots roots) {
        this.stores = stores;
        this.reports = reports;
        this.violations = violations;
        this.secrets = secrets;
        this.limits = limits;
        this.keyId = keyId;
        this.clock = clock;
        this.roots = roots;
    }

    /**
     * Audits one part of a segment.
     *
     * @param until when the part ends at the latest, also in the middle of a ledger
     */
    public SegmentProgress goOn(SegmentProgress part, Deadline until) {
        var before = reports.newestSweep(part.startedAt());
        var since = before.map(report -> report.startedAt().minus(SLACK)).orElse(Instant.EPOCH);
        var ledgers = before.map(report -> report.tally().ledgers()).orElse(0L);
        var store = stores.get();
        var rules = new LedgerAudit(limits, since, new SecretCheck(keyId, clock.instant()));
        var sample = new Sample(part.startedAt(), part.sample(), ledgers);
        try (var leaves = roots.begin(part, store)) {
            var audit = new SegmentAudit(store, rules, secrets, sample, leaves::take, until::isOver);
            @Nullable String next = audit.goOn(part.open())
                    ? store.scan(part.segment(), part.of(), part.next(), audit).orElse(null)
                    : part.next();
            var tally = audit.finish();
            leaves.end();
            return part.then(next, audit.open(), tally.withReadUnits(store.readUnits()));
        }
    }

    /** When it was done, a sweep does not know, so what a person has resolved does not return with each run. */
    private void keep(Violation violation) {
        var _ = violations.keep(FoundViolation.first(violation, clock.instant(), Finder.SWEEP), Instant.MIN);
    }

    /** Saves the report of a run after all segments were audited, and keeps the violations that it names. */
    public RotationReport report(Instant startedAt, AuditTotals tally) {
        var report = RotationReport.ofSweep(startedAt, clock.instant(), tally);
        reports.keep(report);
        tally.violations().first().forEach(this::keep);
        return report;
    }

    /**
     * Makes the day's root, if this run is the first that can. Violations do not stop it: a root says what there was, right or wrong.
     *
     * @param segments the number of the run's segments, all of which have ended
     */
    public DailyRoots.Outcome root(Instant startedAt, int segments) {
        return roots.complete(startedAt, segments);
    }
}
