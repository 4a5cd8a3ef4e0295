package org.supportpin.domain.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.notice.Outbox;

/**
 * Asks every half hour what the table's stream cannot show (docs/adr/0041): whether the watch keeps up, whether secrets open and PINs
 * change, whether keys are current, whether waiting actions and ledgers agree, what is overdue, and what nobody has resolved. What it
 * reads does not depend on how much there ever was.
 */
public final class RotationAudit {

    /** Of waiting actions, waiting notices and open violations, a run looks at no more. */
    static final int MOST = 100;

    /** The watch takes seconds. A beat that is not noted by then is late. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** Actions and notices are taken every minute, by functions that may be away for a while. */
    private static final Duration OVERDUE = Duration.ofHours(1);

    /** Longer than any gate waits. */
    private static final Duration EVER = Duration.ofDays(3650);

    /**
     * What it asks.
     *
     * @param stores creates a store for each run, because a store counts what it reads
     */
    public record Ports(
            Supplier<AuditStore> stores,
            RotationReports reports,
            Violations violations,
            Pulse pulse,
            Actions actions,
            Outbox outbox) {}

    private final Ports ports;
    private final Secrets secrets;
    private final Limits limits;
    private final String keyId;
    private final Clock clock;
    private final DailyRoots roots;

    /** @param keyId the KMS key with which the secrets must be wrapped */
    public RotationAudit(Ports ports, Secrets secrets, Limits limits, String keyId, Clock clock, DailyRoots roots) {
        this.ports = ports;
        this.secrets = secrets;
        this.limits = limits;
        this.keyId = keyId;
        this.clock = clock;
        this.roots = roots;
    }

    /**
     * A run. What it finds is kept, and its report.
     *
     * @param sample how many places of the table are drawn to look at the customers there, 1 or more
     * @param until when it stops to look at more
     */
    public RotationReport run(int sample, Deadline until) {
        var startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var store = ports.stores().get();
        var behind = behind(startedAt);
        var rules = new LedgerAudit(limits, startedAt, new SecretCheck(keyId, startedAt));
        var tally = new RandomLook(store, rules, secrets, until, startedAt, sample)
                .look()
                .withViolations(waiting(store, rules, until, startedAt));
        tally.violations().first().forEach(this::keep);
        var backlog = new Backlog(behind, actions(startedAt), notices(startedAt), open(tally.violations()));
        var report = new RotationReport(
                startedAt, clock.instant(), Finder.AUDIT, tally.withReadUnits(store.readUnits()), backlog);
        ports.reports().keep(report);
        return report;
    }

    /** Signs the day's root, if a sweep of the day has collected it and could not. */
    public DailyRoots.Outcome root() {
        var now = clock.instant();
        return roots.again(now, () -> ports.reports().newestSweep(now).map(RotationReport::startedAt));
    }

    /** A late beat may be lost, so another follows it; one that is young may still come. */
    private Duration behind(Instant now) {
        var longest = Duration.ZERO;
        for (var lane : ports.pulse().lanes()) {
            boolean isLate = !lane.isHeard() && !lane.sent().plus(LATE).isAfter(now);
            if (isLate) {
                longest = Stream.of(longest, LATE, Duration.between(lane.kept(), now))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            }
            if (isLate || lane.isHeard()) {
                ports.pulse().send(lane.number(), now);
            }
        }
        return longest;
    }

    /** Compares those actions with their ledgers that are carried out next. */
    private Findings waiting(AuditStore store, LedgerAudit rules, Deadline until, Instant now) {
        var looks = new LooksAgain(store, rules, until::isOver);
        var check = new ActionCheck(store, new Sample(now, 1, 0), now);
        return StreamSupport.stream(ports.actions().due(now.plus(EVER)).spliterator(), false)
                .limit(MOST)
                .takeWhile(_ -> !until.isOver())
                .flatMap(each -> Optional.ofNullable(each.id()).stream())
                .map(id -> looks.confirmed(() -> Findings.of(check.compare(id))))
                .reduce(Findings.NONE, Findings::and);
    }

    private long actions(Instant now) {
        return StreamSupport.stream(ports.actions().due(now.minus(OVERDUE)).spliterator(), false)
                .limit(MOST)
                .count();
    }

    private long notices(Instant now) {
        return ports.outbox().waiting(MOST).stream()
                .filter(each -> each.due().isBefore(now.minus(OVERDUE)))
                .count();
    }

    /** The list of open ones may not have those that were kept a moment ago. */
    private long open(Findings found) {
        var ids = ports.violations().open(null, MOST).violations().stream()
                .map(FoundViolation::id)
                .collect(Collectors.toSet());
        found.first().forEach(each -> ids.add(FoundViolation.id(each)));
        return Math.max(ids.size(), found.count());
    }

    /** When it was done, an audit does not know, so what a person has resolved does not return with each run. */
    private void keep(Violation violation) {
        var _ = ports.violations().keep(FoundViolation.first(violation, clock.instant(), Finder.AUDIT), Instant.MIN);
    }
}
