package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.testing.InMemoryAuditStore;
import org.supportpin.domain.testing.InMemoryRoots;
import org.supportpin.domain.testing.InMemoryRotationReports;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.InMemoryViolations;

class DailyRootsTest {

    private static final int SEGMENTS = 3;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final InMemoryService service = new InMemoryService();
    private final InMemoryService other = new InMemoryService(service.store, service.keys, service.clock);
    private final InMemoryAuditStore store = new InMemoryAuditStore(service.store);
    private final InMemoryRoots roots = new InMemoryRoots();
    private final List<DailyRoot> signed = new ArrayList<>();
    private boolean isDown;

    private String sign(DailyRoot root) {
        if (isDown) {
            throw new KeysUnavailable("down", new IllegalStateException());
        }
        signed.add(root);
        return "signed " + signed.size();
    }

    /** Noon of the day before. */
    @BeforeEach
    void twoCustomers() {
        service.activate();
        other.activate();
    }

    private DailyRoots.Outcome run() {
        var audit = new Sweep(
                () -> store,
                new InMemoryRotationReports(),
                new InMemoryViolations(),
                new Secrets(service.keys, "hoster"),
                Limits.DEFAULTS,
                "in-memory",
                service.clock,
                new DailyRoots(roots, this::sign));
        var start = service.clock.instant();
        for (int segment = 0; segment < SEGMENTS; segment++) {
            var part = new SegmentProgress(start, segment, SEGMENTS, 1, null, null, AuditTotals.NONE);
            do {
                part = audit.goOn(part, Deadline.NONE);
            } while (part.next() != null || part.open() != null);
        }
        return audit.root(start, SEGMENTS);
    }

    private void at(String instant) {
        service.clock.set(Instant.parse(instant));
    }

    @Test
    void theFirstRunOfADayMakesItsRootAndNoOtherDoes() {
        at("2026-11-23T00:20:00Z");
        assertThat(run()).isInstanceOf(DailyRoots.Outcome.Kept.class);
        at("2026-11-23T00:50:00Z");
        assertThat(run()).isEqualTo(new DailyRoots.Outcome.NotDue());

        assertThat(roots.list(DAY.plusDays(1), 10)).containsExactly(new DailyRoot.Signed(DAY, "signed 1"));
        assertThat(signed).singleElement().satisfies(root -> {
            assertThat(root.day()).isEqualTo(DAY);
            assertThat(root.ledgers()).isEqualTo(2);
        });
    }

    /** What is still being written at midnight belongs to the day before. */
    @Test
    void itIsNotMadeInTheFirstFiveMinutes() {
        at("2026-11-23T00:04:59.999Z");

        assertThat(run()).isEqualTo(new DailyRoots.Outcome.NotDue());
        assertThat(roots.collected(service.clock.instant(), SEGMENTS)).isEmpty();
    }

    @Test
    void itIsOverWhatWasThereWhenTheDayBegan() {
        at("2026-11-23T00:00:00Z");
        var commands = new LedgerCommands(service.store, service.clock);
        for (int entry = 0; entry < 230; entry++) {
            commands.perform(
                    service.customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.DataExported(), true));
        }
        new InMemoryService(service.store, service.keys, service.clock).activate();
        at("2026-11-23T23:40:00Z");
        run();

        assertThat(signed).singleElement().extracting(DailyRoot::ledgers).isEqualTo(2L);
        try (var secret = roots.secret(DAY)) {
            var leaves = roots.collected(service.clock.instant(), SEGMENTS);
            for (var customer : List.of(service.customer, other.customer)) {
                var first = store.entries(customer, 1, 1).getFirst();
                assertThat(leaves).contains(DailyRoots.leaf(secret, customer, first));
            }
        }
    }

    /** A part that is tried again takes its ledgers again. */
    @Test
    void neitherOrderNorRetriesMatter() {
        at("2026-11-23T00:20:00Z");
        run();
        var whole = new MerkleTree(roots.collected(service.clock.instant(), SEGMENTS)).root();
        at("2026-11-23T00:20:01Z");
        // A root was made by the first run: only the leaves are compared.
        var again = new InMemoryRoots() {
            @Override
            public synchronized SecretBytes secret(LocalDate day) {
                return roots.secret(day);
            }
        };
        var audit = new DailyRoots(again, this::sign);
        for (int repeated = 0; repeated < 2; repeated++) {
            try (var part = audit.begin(
                    new SegmentProgress(service.clock.instant(), 0, 1, 1, null, null, AuditTotals.NONE), store)) {
                for (var customer : List.of(other.customer, service.customer)) {
                    var newest = store.entries(customer, 1, 1).getFirst();
                    part.take(new LedgerHead(customer, newest, null));
                }
                part.end();
            }
        }

        assertThat(audit.complete(service.clock.instant(), 1))
                .isInstanceOfSatisfying(
                        DailyRoots.Outcome.Kept.class,
                        kept -> assertThat(kept.root().root()).isEqualTo(whole));
    }

    @Test
    void withoutASignatureTheNextRunTriesAgain() {
        at("2026-11-23T00:20:00Z");
        isDown = true;
        assertThat(run()).isInstanceOf(DailyRoots.Outcome.NotSigned.class);
        assertThat(roots.isKept(DAY)).isFalse();
        isDown = false;
        at("2026-11-23T00:50:00Z");

        assertThat(run()).isInstanceOf(DailyRoots.Outcome.Kept.class);
    }

    /** The next sweep would be of another day. */
    @Test
    void whatTheSweepCouldNotSignTheHalfHourlyAuditSigns() {
        at("2026-11-23T01:20:00Z");
        var sweep = service.clock.instant();
        isDown = true;
        run();
        var daily = new DailyRoots(roots, this::sign);
        var later = sweep.plusSeconds(1800);

        assertThat(daily.again(later, () -> Optional.of(sweep))).isInstanceOf(DailyRoots.Outcome.NotSigned.class);
        isDown = false;
        assertThat(daily.again(later, Optional::empty)).isEqualTo(new DailyRoots.Outcome.NotDue());
        assertThat(daily.again(later, () -> Optional.of(sweep.minusSeconds(86_400))))
                .isEqualTo(new DailyRoots.Outcome.NotDue());
        assertThat(daily.again(later, () -> Optional.of(sweep))).isInstanceOf(DailyRoots.Outcome.Kept.class);
        assertThat(signed).singleElement().extracting(DailyRoot::ledgers).isEqualTo(2L);
        assertThat(daily.again(later, () -> {
                    throw new AssertionError("nothing is asked for a day that has its root");
                }))
                .isEqualTo(new DailyRoots.Outcome.NotDue());
    }

    /** A customer's ID can be guessed, and so must not be all that hides a leaf. */
    @Test
    void aLeafIsMadeWithASecret() {
        at("2026-11-23T00:20:00Z");
        run();
        var newest = store.entries(service.customer, 1, 1).getFirst();
        var leaves = roots.collected(service.clock.instant(), SEGMENTS);
        try (var secret = roots.secret(DAY);
                var another = roots.secret(DAY.plusDays(1))) {
            assertThat(leaves).contains(DailyRoots.leaf(secret, service.customer, newest));
            assertThat(leaves).doesNotContain(DailyRoots.leaf(another, service.customer, newest));
            assertThat(leaves).doesNotContain(DailyRoots.leaf(secret, new CustomerId("4712"), newest));
        }
    }
}
