package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.FoundViolation.Resolution;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.CompanionWrite.NoticeQueued;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryAuditStore;
import org.supportpin.domain.testing.InMemoryPulse;
import org.supportpin.domain.testing.InMemoryRoots;
import org.supportpin.domain.testing.InMemoryRotationReports;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.InMemoryViolations;
import org.supportpin.domain.testing.Samples;
import org.supportpin.domain.testing.StoredLedger;

class RotationAuditTest {

    private static final int SAMPLE = 5;

    private final InMemoryService service = new InMemoryService();
    private final InMemoryAuditStore store = new InMemoryAuditStore(service.store);
    private final InMemoryRotationReports reports = new InMemoryRotationReports();
    private final InMemoryViolations violations = new InMemoryViolations();
    private final InMemoryPulse pulse = new InMemoryPulse();

    @BeforeEach
    void activate() {
        service.activate();
    }

    private RotationAudit audit(AuditStore from, RotationReports to, Pulse by) {
        return audit(new RotationAudit.Ports(() -> from, to, violations, by, service.store, service.store));
    }

    private RotationAudit audit(RotationAudit.Ports ports) {
        return new RotationAudit(
                ports,
                new Secrets(service.keys, "hoster"),
                Limits.DEFAULTS,
                "in-memory",
                service.clock,
                InMemoryRoots.unsigned());
    }

    private RotationReport run() {
        service.clock.advance(Duration.ofMinutes(30));
        return audit(store, reports, pulse).run(SAMPLE, Deadline.NONE);
    }

    private Backlog late() {
        return Objects.requireNonNull(run().backlog());
    }

    private Stream<Kind> found() {
        return run().tally().violations().first().stream().map(Violation::kind);
    }

    @Test
    void whatTheServiceWroteIsSoundAndReportedAsTheAudits() {
        var report = run();

        assertThat(report.tally().violations().isEmpty()).isTrue();
        assertThat(report.tally().secretsOpened()).isEqualTo(1);
        assertThat(report.by()).isEqualTo(Finder.AUDIT);
        assertThat(report.backlog()).isEqualTo(new Backlog(Duration.ZERO, 0, 0, 0));
        assertThat(reports.list(Instant.MAX, 2)).containsExactly(report);
        assertThat(service.keys.isAllWiped()).isTrue();
    }

    @Test
    void aSecretUnderAnotherKeyIsNamedByTheAudit() {
        store.meddle(ledger -> new StoredLedger(ledger.customer(), ledger.entries(), Samples.secret(1, 1), 0));

        assertThat(found()).contains(Kind.KEY_NOT_CURRENT);
        assertThat(violations.open()).isNotEmpty().allMatch(each -> each.by() == Finder.AUDIT);
    }

    @Test
    void aMissingSecretIsNamed() {
        store.meddle(ledger -> new StoredLedger(ledger.customer(), ledger.entries(), null, 0));

        assertThat(found()).containsExactly(Kind.SECRET_DOES_NOT_OPEN);
    }

    @Test
    void whatIsTornForAMomentOnlyIsNoViolation() {
        store.tear(1, ledger -> new StoredLedger(ledger.customer(), ledger.entries(), null, 0));

        assertThat(found()).isEmpty();
    }

    /** A run that must end looks at no more customers, and is reported. */
    @Test
    void aRunEndsInTime() {
        assertThat(audit(store, reports, pulse)
                        .run(SAMPLE, Deadline.in(() -> Duration.ZERO))
                        .tally()
                        .ledgers())
                .isZero();
    }

    @Nested
    class TheWatch {

        private void hear() {
            pulse.lanes().forEach(lane -> pulse.hear(lane.number(), lane.sent()));
        }

        @Test
        void isNotBehindIfItNotedEachBeat() {
            for (int runs = 0; runs < 3; runs++) {
                assertThat(late().watch()).isZero();
                hear();
            }
        }

        @Test
        void isBehindSinceTheLastBeatThatItNoted() {
            assertThat(late().watch()).isZero();
            hear();

            assertThat(late().watch()).isZero();
            assertThat(late().watch()).isEqualTo(Duration.ofHours(1));
            assertThat(late().watch()).isEqualTo(Duration.ofMinutes(90));
        }

        @Test
        void isBehindIfOneLaneIs() {
            run();
            IntStream.range(1, Pulse.LANES)
                    .forEach(lane -> pulse.hear(lane, pulse.lanes().get(lane).sent()));

            assertThat(late().watch()).isEqualTo(Duration.ofMinutes(30));
        }

        @Test
        void hasTimeForAYoungBeat() {
            run();
            service.clock.advance(Duration.ofMinutes(9));

            var young = audit(store, reports, pulse).run(SAMPLE, Deadline.NONE).backlog();

            assertThat(young).extracting(Backlog::watch).isEqualTo(Duration.ZERO);
            assertThat(pulse.lanes())
                    .as("no other is sent before it is heard or late")
                    .allMatch(lane -> lane.sent().isBefore(service.clock.instant()));
        }

        /** Who could write that it is heard, for years ahead, would have silenced it. */
        @Test
        void isBehindIfABeatWasNotedThatWasNeverSent() {
            run();
            IntStream.range(0, Pulse.LANES).forEach(lane -> pulse.hear(lane, Instant.parse("2999-01-01T00:00:00Z")));

            assertThat(late().watch()).isPositive();
        }

        /** What fell out of the stream is never told again. */
        @Test
        void isSentAnotherBeatWhenOneIsLost() {
            run();
            run();

            assertThat(pulse.lanes()).allMatch(lane -> lane.sent().equals(service.clock.instant()));
        }

        @Test
        void catchesUp() {
            run();
            assertThat(late().watch()).isPositive();
            hear();

            assertThat(late().watch()).isZero();
        }
    }

    @Nested
    class WhatWaits {

        /** No ledger knows it. */
        private void plant(Instant at) {
            service.store.plant(Samples.action(service.customer, at));
        }

        @Test
        void anActionThatNoLedgerHasAcceptedIsNamed() {
            plant(service.clock.instant());

            assertThat(found()).containsExactly(Kind.ACTION_NOT_ACCEPTED);
        }

        @Test
        void anActionIsOverdueAfterAnHour() {
            var at = service.clock.instant();
            plant(at);
            service.clock.advance(Duration.ofMinutes(30));
            assertThat(late().actions()).isZero();
            service.clock.advance(Duration.ofMillis(1));

            assertThat(late().actions()).isEqualTo(1);
            assertThat(late().overdue()).isEqualTo(1);
        }

        @Test
        void aNoticeIsOverdueAfterAnHour() {
            var other = Samples.newCustomer();
            var at = service.clock.instant();
            var notice = QueuedNotice.first(
                    NoticeId.of(other, 1, 1),
                    other,
                    NoticeKind.MOBILE_REPLACED,
                    Channel.SMS,
                    new Ciphertext(new byte[] {1}),
                    at);
            var entry = new Entry(
                    other, 1, at, new Actor.Service(), new Event.PinRejected(), Customer.fresh(other), Hash.NONE);
            assertThat(service.store.append(entry, List.of(new NoticeQueued(notice))))
                    .isPresent();
            service.clock.set(notice.due().plus(Duration.ofMinutes(30)));
            assertThat(late().notices()).isZero();
            service.clock.advance(Duration.ofMillis(1));

            assertThat(late().notices()).isEqualTo(1);
        }
    }

    @Nested
    class OpenViolations {

        private final Violation violation = new Violation(Kind.ENTRY_CHANGED, service.customer, 1);

        @Test
        void areCountedAgainUntilSomebodyResolvesThem() {
            violations.keep(FoundViolation.first(violation, service.clock.instant(), Finder.WATCH), Instant.MIN);
            assertThat(late().violations()).isEqualTo(1);
            assertThat(late().violations()).isEqualTo(1);

            violations.write(violations
                    .find(FoundViolation.id(violation))
                    .orElseThrow()
                    .resolved(new Resolution(new AgentId("auditor"), "Restored.", service.clock.instant())));

            assertThat(late().violations()).isZero();
        }

        /** The list may be a second old. */
        @Test
        void andThoseOfTheRunAreCountedBeforeTheyAreListed() {
            store.meddle(ledger -> new StoredLedger(ledger.customer(), ledger.entries(), null, 0));
            var stale = new Violations() {
                @Override
                public Optional<FoundViolation> find(String id) {
                    return violations.find(id);
                }

                @Override
                public boolean write(FoundViolation next) {
                    return violations.write(next);
                }

                @Override
                public Page open(@Nullable String from, int limit) {
                    return new Page(
                            List.of(FoundViolation.first(violation, service.clock.instant(), Finder.WATCH)), null);
                }
            };
            var ports = new RotationAudit.Ports(() -> store, reports, stale, pulse, service.store, service.store);

            var backlog = audit(ports).run(SAMPLE, Deadline.NONE).backlog();

            assertThat(backlog).extracting(Backlog::violations).isEqualTo(2L);
        }

        @Test
        void andThoseOfTheRunAreCountedOnce() {
            store.meddle(ledger -> new StoredLedger(ledger.customer(), ledger.entries(), null, 0));

            assertThat(late().violations()).isEqualTo(1);
            assertThat(late().violations()).isEqualTo(1);
        }
    }

    /** Its report is there, or it is made again; a beat that was sent is never sent twice. */
    @TestFactory
    Stream<DynamicTest> aRunMayEndAnywhereAndBeMadeAgain() {
        return CrashPoints.each(points -> {
            var one = new RotationAuditTest();
            one.activate();
            one.service.clock.advance(Duration.ofMinutes(30));
            points.run(() -> one.audit(
                            points.wrap(AuditStore.class, one.store),
                            points.wrap(RotationReports.class, one.reports),
                            points.wrap(Pulse.class, one.pulse))
                    .run(SAMPLE, Deadline.NONE));
            var again = one.audit(one.store, one.reports, one.pulse).run(SAMPLE, Deadline.NONE);

            assertThat(again.tally().violations().isEmpty()).isTrue();
            assertThat(again.backlog()).isEqualTo(new Backlog(Duration.ZERO, 0, 0, 0));
            assertThat(one.reports.list(Instant.MAX, 10)).containsExactly(again);
        });
    }
}
