package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryAuditStore;
import org.supportpin.domain.testing.InMemoryRoots;
import org.supportpin.domain.testing.InMemoryRotationReports;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.InMemoryViolations;
import org.supportpin.domain.testing.Samples;
import org.supportpin.domain.testing.StoredLedger;

class SweepTest {

    /** A customer who has been verified, and the audit of the whole service. */
    private static final class Night {

        final InMemoryService service = new InMemoryService();
        final InMemoryAuditStore store = new InMemoryAuditStore(service.store);
        final InMemoryRotationReports reports = new InMemoryRotationReports();

        Night() {
            service.activate();
            service.clock.advance(Duration.ofHours(1));
            service.verify(service.store, Samples.AGENT, service.pin());
        }

        Sweep audit(AuditStore from, RotationReports to) {
            return new Sweep(
                    () -> from,
                    to,
                    new InMemoryViolations(),
                    new Secrets(service.keys, "hoster"),
                    Limits.DEFAULTS,
                    "in-memory",
                    service.clock,
                    InMemoryRoots.unsigned());
        }

        /** A run of one segment, from its first part to its report. */
        RotationReport run(AuditStore from, RotationReports to) {
            var audit = audit(from, to);
            var start = service.clock.instant();
            var end = audit.goOn(new SegmentProgress(start, 0, 1, 100, null, null, AuditTotals.NONE), Deadline.NONE);
            return audit.report(start, end.tally());
        }

        RotationReport run() {
            service.clock.advance(Duration.ofMinutes(30));
            return run(store, reports);
        }
    }

    private final Night night = new Night();

    private Stream<Kind> found() {
        return night.run().tally().violations().first().stream().map(Violation::kind);
    }

    @Test
    void whatTheServiceWroteIsSound() {
        var tally = night.run().tally();

        assertThat(tally.violations().isEmpty()).isTrue();
        assertThat(tally.ledgers()).isEqualTo(1);
        assertThat(tally.entries()).isEqualTo(2);
        assertThat(tally.secretsOpened()).isEqualTo(1);
        assertThat(night.service.keys.isAllWiped()).isTrue();
    }

    @Test
    void onlyWhatHasNewEntriesIsAnchoredAnew() {
        assertThat(night.run().tally().touched()).isEqualTo(1);
        assertThat(night.store.anchor(night.service.customer))
                .map(Anchor::sequence)
                .contains(2L);
        assertThat(night.run().tally().touched()).isZero();
    }

    /** An audit reports in between, and looks at no ledger as a whole. */
    @Test
    void whatIsNewIsWhatCameAfterTheLastSweep() {
        night.run();
        night.service.clock.advance(Duration.ofMinutes(30));
        night.service.verify(night.service.store, Samples.AGENT, night.service.pin());
        night.service.clock.advance(Duration.ofMinutes(30));
        var at = night.service.clock.instant();
        night.reports.keep(
                new RotationReport(at, at, Finder.AUDIT, AuditTotals.NONE, new Backlog(Duration.ZERO, 0, 0, 0)));

        assertThat(night.run().tally().touched()).isEqualTo(1);
    }

    /** Neither a scan nor a query of several items is a snapshot: what they see is read again and only then reported. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatIsTornForAMomentOnlyIsNoViolation(int looks) {
        night.store.tear(looks, SweepTest::withoutTheOldest);

        assertThat(found()).isEmpty();
    }

    @Test
    void aLedgerThatStaysTornIsReported() {
        night.store.tear(Integer.MAX_VALUE, SweepTest::withoutTheOldest);

        assertThat(found()).isNotEmpty();
    }

    @Test
    void aChangedEntryIsReported() {
        night.store.meddle(ledger -> new StoredLedger(
                ledger.customer(),
                ledger.entries().stream()
                        .map(each -> each.place() == 1
                                ? new StoredEntry(1, each.entry(), each.recorded(), Hash.of(new byte[] {1}))
                                : each)
                        .toList(),
                ledger.secret(),
                0));

        assertThat(found()).contains(Kind.ENTRY_CHANGED);
    }

    /** The remaining chain is sound in itself; only the anchor shows that there was more. */
    @Test
    void aMissingEntryIsReportedByItsAnchor() {
        night.run();
        night.store.meddle(SweepTest::withoutTheNewest);

        assertThat(found()).contains(Kind.ENTRY_DROPPED);
    }

    @Test
    void aSecretWrappedWithAnotherKeyIsReported() {
        night.store.meddle(ledger -> new StoredLedger(ledger.customer(), ledger.entries(), Samples.secret(1, 1), 0));

        assertThat(found()).contains(Kind.KEY_NOT_CURRENT);
    }

    private static StoredLedger withoutTheOldest(StoredLedger ledger) {
        return new StoredLedger(
                ledger.customer(),
                ledger.entries().subList(1, ledger.entries().size()),
                ledger.secret(),
                ledger.unknown());
    }

    private static StoredLedger withoutTheNewest(StoredLedger ledger) {
        return new StoredLedger(
                ledger.customer(),
                ledger.entries().subList(0, ledger.entries().size() - 1),
                ledger.secret(),
                ledger.unknown());
    }

    /** The state machine retries the same part, and the run ends with one report of the same content. */
    @TestFactory
    Stream<DynamicTest> aRunEndsInTheSameReportWhereverTheProcessStops() {
        var sound = night.run().tally();
        return CrashPoints.each(points -> {
            var one = new Night();
            one.service.clock.advance(Duration.ofMinutes(30));
            points.run(() ->
                    one.run(points.wrap(AuditStore.class, one.store), points.wrap(RotationReports.class, one.reports)));
            var again = one.run(one.store, one.reports);

            assertThat(again.tally()).isEqualTo(sound);
            assertThat(one.reports.list(one.service.clock.instant().plusSeconds(1), 10))
                    .containsExactly(again);
        });
    }
}
