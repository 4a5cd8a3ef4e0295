package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.testing.InMemoryDataKeys;
import org.supportpin.domain.testing.InMemoryRoots;
import org.supportpin.domain.testing.InMemoryRotationReports;
import org.supportpin.domain.testing.InMemoryViolations;
import org.supportpin.domain.testing.TickingClock;

/** Row 31 of the threats: the length of one ledger costs neither memory nor the time of a function. */
class LongLedgerTest {

    /** One customer's ledger of any length. Entries are made when they are read, and only the newest few are kept. */
    private static final class Endless implements AuditStore {

        private static final int KEPT = 200;
        private static final int LOOK_EVERY = 20_000;

        private final long length;
        private final long unreadable;
        private final List<WeakReference<StoredEntry>> handedOut = new ArrayList<>();
        private final Deque<StoredEntry> kept = new ArrayDeque<>();
        private Customer state = Customer.fresh(LedgerStory.ID);
        private Hash last = Hash.NONE;
        private Instant now = Instant.parse("2020-01-01T00:00:00Z");
        private long place;
        private int mostAlive;
        private int reads;
        private @Nullable Anchor anchor;

        Endless(long length, long unreadable) {
            this.length = length;
            this.unreadable = unreadable;
        }

        private void begin() {
            state = Customer.fresh(LedgerStory.ID);
            last = Hash.NONE;
            now = Instant.parse("2020-01-01T00:00:00Z");
            place = 0;
            reads++;
        }

        private StoredEntry next() {
            place++;
            now = now.plus(Duration.ofMinutes(10));
            var event = event();
            state = state.apply(event, LedgerStory.AGENT, place, now);
            var entry = new Entry(LedgerStory.ID, place, now, LedgerStory.AGENT, event, state, last);
            last = Hash.of((last + entry.event().toString() + place).getBytes(StandardCharsets.UTF_8));
            var stored = new StoredEntry(place, place == unreadable ? null : entry, last, last);
            handedOut.add(new WeakReference<>(stored));
            kept.addLast(stored);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
            if (place % LOOK_EVERY == 0) {
                System.gc();
                mostAlive = Math.max(mostAlive, (int)
                        handedOut.stream().filter(each -> each.get() != null).count());
            }
            return stored;
        }

        private Event event() {
            if (place == 1) {
                return new Event.Activated(1, 1, true, Language.GREEK);
            }
            return place % 10 == 0
                    ? new Event.Verified(
                            "%022d".formatted(place),
                            new PinCounter(state.phase().step(now), state.pins().generation()),
                            PinSource.PANEL,
                            now.plusSeconds(60),
                            1)
                    : new Event.LockLifted();
        }

        private Optional<String> show(@Nullable String from, Items items) {
            if (from == null) {
                begin();
            } else {
                assertThat(from).isEqualTo(Long.toString(place));
            }
            while (place < length) {
                items.entry(next());
                if (items.isEnough() && place < length) {
                    return Optional.of(Long.toString(place));
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<String> scan(int segment, int of, @Nullable String from, Visitor visitor) {
            if ("end".equals(from)) {
                return Optional.empty();
            }
            if (from == null) {
                visitor.ledger(LedgerStory.ID);
            }
            var next = show(from, visitor);
            return next.isPresent() || visitor.end() ? next : Optional.of("end");
        }

        @Override
        public Optional<String> read(CustomerId customer, @Nullable String from, Items items) {
            return show(from, items);
        }

        @Override
        public List<StoredEntry> entries(CustomerId customer, long upTo, int most) {
            var before = kept.stream()
                    .filter(each -> each.place() <= upTo && each.place() > upTo - most)
                    .toList();
            assertThat(before).hasSize((int) Math.min(most, upTo));
            return before;
        }

        @Override
        public Optional<CustomerId> near(String at) {
            return Optional.of(LedgerStory.ID);
        }

        @Override
        public LedgerHead head(CustomerId customer, boolean isConsistent) {
            return new LedgerHead(customer, kept.peekLast(), null);
        }

        @Override
        public Optional<StoredSecret> secret(CustomerId customer) {
            return Optional.empty();
        }

        @Override
        public Optional<StoredAction> action(ActionId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Anchor> anchor(CustomerId customer) {
            return Optional.ofNullable(anchor);
        }

        @Override
        public List<Anchor> doubtful(List<Anchor> anchors) {
            return List.of();
        }

        @Override
        public Optional<Gap> move(Anchor next) {
            anchor = next;
            return Optional.empty();
        }

        @Override
        public double readUnits() {
            return 0;
        }
    }

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-22T12:00:00Z"));
    private int parts;

    /** A run whose parts end after so many items. */
    private AuditTotals run(AuditStore store, long itemsInAPart) {
        var audit = new Sweep(
                () -> store,
                new InMemoryRotationReports(),
                new InMemoryViolations(),
                new Secrets(new InMemoryDataKeys(), "hoster"),
                Limits.DEFAULTS,
                "in-memory",
                clock,
                InMemoryRoots.unsigned());
        var at = new SegmentProgress(clock.instant(), 0, 1, 100, null, null, AuditTotals.NONE);
        do {
            at = audit.goOn(at, clock.until(clock.instant().plusMillis(itemsInAPart)));
            parts++;
        } while (at.next() != null);
        assertThat(at.open()).isNull();
        return at.tally();
    }

    /** The store never writes a secret, so each look ends with that one violation. */
    private static Violation noSecret(long length) {
        return new Violation(Kind.SECRET_DOES_NOT_OPEN, LedgerStory.ID, length);
    }

    @Test
    void aLedgerOfTwoHundredThousandEntriesIsNeverHeld() {
        var store = new Endless(200_000, 0);

        var found = run(store, Long.MAX_VALUE / 2_000_000);

        assertThat(found.entries()).isEqualTo(200_000);
        assertThat(found.violations().first()).containsExactly(noSecret(200_000));
        assertThat(store.handedOut).hasSize(4 * 200_000);
        assertThat(store.mostAlive).isBetween(1, Endless.KEPT + 10);
        assertThat(parts).isEqualTo(1);
    }

    @Test
    void aLongLedgerIsJudgedInManyPartsAndNothingIsLostBetweenThem() {
        var whole = run(new Endless(5_000, 3_000), Long.MAX_VALUE / 2_000_000);
        parts = 0;
        var store = new Endless(5_000, 3_000);

        var found = run(store, 90);

        assertThat(found.violations().first())
                .containsExactly(new Violation(Kind.ENTRY_CHANGED, LedgerStory.ID, 3_000), noSecret(5_000));
        assertThat(found).isEqualTo(whole);
        assertThat(parts).isGreaterThan(4 * 5_000 / 90);
        assertThat(store.reads).isEqualTo(4);
    }
}
