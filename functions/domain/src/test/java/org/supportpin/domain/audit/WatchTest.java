package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.audit.Change.BeatSent;
import org.supportpin.domain.audit.Change.EntryAltered;
import org.supportpin.domain.audit.Change.EntryRemoved;
import org.supportpin.domain.audit.Change.EntryWritten;
import org.supportpin.domain.audit.Change.Image;
import org.supportpin.domain.audit.Change.ItemWritten;
import org.supportpin.domain.audit.Change.Removal;
import org.supportpin.domain.audit.Change.SecretWritten;
import org.supportpin.domain.audit.Change.Unknown;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.audit.Watch.Delivered;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.RightPins;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.InMemoryAnchors;
import org.supportpin.domain.testing.InMemoryLedger;
import org.supportpin.domain.testing.InMemoryPulse;
import org.supportpin.domain.testing.InMemoryViolations;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;

class WatchTest {

    private static final CustomerId ID = LedgerStory.ID;

    private final InMemoryLedger budgets = new InMemoryLedger();
    private final InMemoryAnchors anchors = new InMemoryAnchors();
    private final InMemoryViolations violations = new InMemoryViolations();
    private final InMemoryPulse pulse = new InMemoryPulse();
    private final LedgerStory story = LedgerStory.day();
    private final MutableClock clock = new MutableClock(story.now);
    private final List<String> rung = new ArrayList<>();
    private final WatchBell bell = new WatchBell() {
        @Override
        public void found(Violation violation) {
            rung.add(violation.kind().text());
        }

        @Override
        public void suspended(AgentId agent) {
            rung.add("suspended " + agent);
        }

        @Override
        public void gap(Gap gap) {
            rung.add("gap " + gap.from() + "-" + gap.to());
        }

        @Override
        public void failed(RuntimeException reason) {
            rung.add("failed");
        }
    };
    private final Watch watch = over(anchors);

    private Watch over(Anchors ports) {
        return new Watch(
                ports, violations, new RightPins(budgets, Limits.DEFAULTS), pulse, Limits.DEFAULTS, clock, bell);
    }

    private Delivered written(int place) {
        return delivered(new EntryWritten(ID, story.stored(place)));
    }

    private Delivered delivered(Change change) {
        return new Delivered(change, clock.instant());
    }

    private OptionalInt follow(Delivered... changes) {
        return watch.follow(List.of(changes));
    }

    private OptionalInt followAll() {
        return watch.follow(
                IntStream.rangeClosed(1, story.size()).mapToObj(this::written).toList());
    }

    private List<String> found() {
        return violations.open().reversed().stream()
                .map(FoundViolation::violation)
                .map(each -> each.kind().text() + " " + each.sequence())
                .toList();
    }

    private Anchor anchor() {
        return anchors.find(ID).orElseThrow();
    }

    /** One that goes back is named, and what was noted stays. */
    @Test
    void aBeatIsNoted() {
        var at = clock.instant();
        watch.follow(List.of(delivered(beat(1, at))));
        assertThat(pulse.lanes().get(1).heard()).isEqualTo(at);
        assertThat(rung).isEmpty();

        watch.follow(List.of(delivered(beat(at.toEpochMilli(), Instant.EPOCH))));

        assertThat(pulse.lanes().get(1).heard()).isEqualTo(at);
        assertThat(rung).containsExactly("item-changed");
    }

    private static Change beat(long before, Instant sent) {
        return new BeatSent(
                1,
                sent,
                new ItemWritten(
                        "PULSE#1/BEAT",
                        ItemLaw.BEATING,
                        new Image(before, ""),
                        new Image(sent.toEpochMilli(), ""),
                        Removal.NONE));
    }

    @Nested
    class Following {

        @Test
        void whatTheServiceWroteIsFollowedToItsEnd() {
            assertThat(followAll()).isEmpty();

            assertThat(found()).isEmpty();
            assertThat(anchor().sequence()).isEqualTo(story.size());
            assertThat(anchor().hash()).isEqualTo(LedgerStory.hash(story.entry(story.size())));
            assertThat(anchor().memory().state()).isEqualTo(story.state());
            assertThat(anchor().gap()).isNull();
            assertThat(rung).isEmpty();
        }

        @Test
        void oneByOneOrAllAtOnceIsTheSame() {
            for (int place = 1; place <= story.size(); place++) {
                follow(written(place));
            }
            var oneByOne = anchor();
            var other = new InMemoryAnchors();
            over(other)
                    .follow(IntStream.rangeClosed(1, story.size())
                            .mapToObj(WatchTest.this::written)
                            .toList());

            assertThat(other.find(ID)).contains(oneByOne);
        }

        @Test
        void whatIsToldAgainInAnyOrderChangesNothing() {
            followAll();
            var before = anchor();
            var random = new Random(19);
            for (int round = 0; round < 100; round++) {
                var some = new ArrayList<>(IntStream.rangeClosed(1, story.size())
                        .filter(_ -> random.nextBoolean())
                        .mapToObj(WatchTest.this::written)
                        .toList());
                Collections.shuffle(some, random);
                assertThat(watch.follow(some)).isEmpty();
            }

            assertThat(anchor()).isEqualTo(before);
            assertThat(found()).isEmpty();
            assertThat(rung).isEmpty();
        }

        @Test
        void whatIsKnownWritesNothing() {
            followAll();
            var unwritable = new Anchors() {
                @Override
                public Map<CustomerId, Anchor> recent(Set<CustomerId> customers) {
                    return anchors.recent(customers);
                }

                @Override
                public Optional<Anchor> find(CustomerId customer) {
                    return anchors.find(customer);
                }

                @Override
                public boolean move(@Nullable Anchor before, Anchor next) {
                    throw new AssertionError("nothing is new");
                }
            };

            assertThat(over(unwritable).follow(List.of(written(3), written(5)))).isEmpty();
        }

        @Test
        void aBatchInAnyOrderIsFollowed() {
            follow(written(3), written(1), written(5), written(2), written(4));

            assertThat(anchor().sequence()).isEqualTo(5);
            assertThat(anchor().gap()).isNull();
        }
    }

    @Nested
    class Gaps {

        @Test
        void whatWasNotToldIsAGapAndNoViolation() {
            follow(written(1), written(2));
            follow(written(4));
            follow(written(5));

            assertThat(found()).isEmpty();
            assertThat(anchor().gap()).isEqualTo(new Gap(3, 3, LedgerStory.hash(story.entry(2))));
            assertThat(rung).containsExactly("gap 3-3");
        }

        @Test
        void theWatchGoesOnBehindIt() {
            follow(written(1), written(4));
            story.put(5, forged(5));
            follow(written(5));

            assertThat(found()).containsExactly("state-not-fold 5");
            assertThat(anchor().gap()).isEqualTo(new Gap(2, 3, LedgerStory.hash(story.entry(1))));
        }

        @Test
        void aLedgerThatBeganBeforeTheWatchBeginsWithAGap() {
            follow(written(5));

            assertThat(found()).isEmpty();
            assertThat(anchor().gap()).isEqualTo(new Gap(1, 4, Hash.NONE));
        }

        @Test
        void twoGapsAreOne() {
            follow(written(1), written(3), written(5));

            assertThat(anchor().gap()).isEqualTo(new Gap(2, 4, LedgerStory.hash(story.entry(1))));
        }

        /** The entry behind the gap knows the newest secret, whichever entry wrote it. */
        @Test
        void aSecretOfAnEntryInTheGapIsKnownBehindIt() {
            follow(written(5));
            follow(delivered(new SecretWritten(ID, Samples.secret(1, 1), Samples.secret(1, 3))));

            assertThat(found()).containsExactly("secret-changed 3");
        }

        @Test
        void aLatecomerOfAGapStillCountsItsPin() {
            follow(written(3), written(5));
            follow(written(4));

            assertThat(found()).isEmpty();
            assertThat(right()).hasSize(1);
        }
    }

    private StoredEntry forged(int place) {
        var entry = story.entry(place);
        var other = new Entry(
                ID,
                place,
                entry.at(),
                entry.actor(),
                entry.event(),
                story.entry(place - 1).state(),
                entry.previous());
        return LedgerStory.stored(place, other);
    }

    @Nested
    class Tampering {

        @Test
        void aChangeOrRemovalOfAnEntryIsOneAtOnce() {
            followAll();
            follow(delivered(new EntryAltered(ID, 2)), delivered(new EntryRemoved(ID, 4)));

            assertThat(found()).containsExactlyInAnyOrder("entry-changed 2", "entry-dropped 4");
            assertThat(rung).containsExactly("entry-changed", "entry-dropped");
        }

        @Test
        void isOneHoweverOftenItIsTold() {
            var changed = delivered(new EntryAltered(ID, 2));
            follow(changed, changed);
            follow(changed);

            assertThat(violations.open()).hasSize(1);
            assertThat(violations.open().getFirst().by()).isEqualTo(Finder.WATCH);
        }

        @Test
        void anotherEntryInThePlaceOfTheAnchored() {
            followAll();
            story.put(5, forged(5));
            follow(written(5));

            assertThat(found()).containsExactly("history-rewritten 5");
        }

        @Test
        void anEntryThatIsNotLinked() {
            follow(written(1), written(2));
            var third = story.entry(3);
            var unlinked = new Entry(ID, 3, third.at(), third.actor(), third.event(), third.state(), Hash.NONE);
            follow(delivered(new EntryWritten(ID, LedgerStory.stored(3, unlinked))));

            assertThat(found()).containsExactly("entry-added 3");
            assertThat(anchor().sequence()).isEqualTo(2);
        }

        @Test
        void anEntryThatCannotBeRead() {
            follow(written(1));
            follow(delivered(new EntryWritten(ID, new StoredEntry(2, null, Hash.NONE, Hash.of(new byte[1])))));
            follow(written(3));

            assertThat(found()).containsExactly("entry-changed 2");
            assertThat(anchor().gap()).isEqualTo(new Gap(2, 2, LedgerStory.hash(story.entry(1))));
        }

        @Test
        void anEntryWithAnotherHashThanItsOwn() {
            follow(written(1));
            var second = story.entry(2);
            follow(delivered(new EntryWritten(ID, new StoredEntry(2, second, Hash.NONE, LedgerStory.hash(second)))));

            assertThat(found()).containsExactly("entry-changed 2");
        }

        @Test
        void anotherCustomersEntry() {
            follow(delivered(new EntryWritten(new CustomerId("other"), story.stored(1))));

            assertThat(found()).containsExactly("entry-added 1");
            assertThat(anchors.find(new CustomerId("other"))).isEmpty();
        }

        @Test
        void aCopyOfAnEarlierEntry() {
            followAll();
            var copy = story.stored(4);
            follow(delivered(new EntryWritten(ID, new StoredEntry(6, copy.entry(), copy.recorded(), copy.actual()))));

            assertThat(found()).containsExactly("entry-added 6");
        }

        @Test
        void anEntryBeforeTheFirst() {
            followAll();
            var first = story.entry(1);
            var before = new Entry(ID, 0, first.at(), first.actor(), first.event(), first.state(), Hash.NONE);
            follow(delivered(new EntryWritten(ID, LedgerStory.stored(0, before))));

            assertThat(found()).containsExactly("entry-added 0");
        }

        @Test
        void aTimeThatRanBack() {
            followAll();
            story.now = story.now.minus(Duration.ofHours(1));
            story.then(new Event.PinRejected());
            follow(written(6));

            assertThat(found()).containsExactly("time-ran-back 6");
        }

        @Test
        void aPinUsedTwiceAcrossCalls() {
            followAll();
            var used = ((Event.Verified) story.entry(4).event()).counter();
            story.after(Duration.ofMinutes(1)).verified(java.util.Objects.requireNonNull(used));
            follow(written(6));

            assertThat(found()).containsExactly("pin-used-twice 6");
        }

        @Test
        void anItemThatNobodyKnows() {
            follow(delivered(new Unknown("CUSTOMER#4711/NOTE", ID)));

            assertThat(found()).containsExactly("item-unknown 0");
        }
    }

    /** Entry and secret are written together, and told one after the other, in any order. */
    @Nested
    class Secrets {

        private final Delivered secret = delivered(new SecretWritten(ID, Samples.secret(1, 1), Samples.secret(1, 7)));

        /** The sixth entry writes no secret, the seventh does. */
        Secrets() {
            followAll();
            story.after(Duration.ofMinutes(1)).then(new Event.PinRejected());
            story.after(Duration.ofMinutes(1)).then(new Event.Deactivated(1));
        }

        @Test
        void mayComeBeforeTheirEntry() {
            follow(secret);
            follow(written(6));
            follow(written(7));

            assertThat(found()).isEmpty();
            assertThat(anchor().secret()).isZero();
        }

        @Test
        void mayComeAfterIt() {
            follow(written(6), written(7));
            follow(secret);

            assertThat(found()).isEmpty();
        }

        @Test
        void withoutTheirEntryAreAViolationWhenItComesWithout() {
            follow(delivered(new SecretWritten(ID, Samples.secret(1, 1), Samples.secret(1, 6))));
            assertThat(found()).isEmpty();
            follow(written(6));

            assertThat(found()).containsExactly("secret-changed 6");
            follow(written(7));
            assertThat(found()).hasSize(1);
        }

        @Test
        void ofAnEntryThatWroteNoneAreAViolationAtOnce() {
            follow(written(6));
            follow(delivered(new SecretWritten(ID, Samples.secret(1, 1), Samples.secret(1, 6))));

            assertThat(found()).containsExactly("secret-changed 6");
        }

        @Test
        void thatAreGoneAreAViolation() {
            follow(delivered(new SecretWritten(ID, Samples.secret(1, 1), null)));

            assertThat(found()).containsExactly("secret-changed 5");
        }

        @Test
        void ofAnEntryInAGapAreNone() {
            story.after(Duration.ofMinutes(1)).then(new Event.PinRejected());
            follow(written(8));
            assertThat(anchor().gap()).isNotNull();
            follow(delivered(new SecretWritten(ID, Samples.secret(1, 1), Samples.secret(1, 7))));

            assertThat(found()).isEmpty();
        }
    }

    private List<AgentBudget.Right> right() {
        return budgets.read(LedgerStory.AGENT.id()).right();
    }

    @Nested
    class RightPinsOfAnAgent {

        @Test
        void areCountedOnceHoweverOftenTheyAreTold() {
            followAll();
            followAll();

            assertThat(right()).hasSize(1);
        }

        /** The table may have removed the budget since. */
        @Test
        void areNotCountedWhenTheyAreToldAgainLater() {
            followAll();
            var emptied = new InMemoryLedger();
            var later = new Watch(
                    anchors, violations, new RightPins(emptied, Limits.DEFAULTS), pulse, Limits.DEFAULTS, clock, bell);
            later.follow(IntStream.rangeClosed(1, story.size())
                    .mapToObj(WatchTest.this::written)
                    .toList());

            assertThat(emptied.read(LedgerStory.AGENT.id()).right()).isEmpty();
        }

        @Test
        void theThirtyFirstInAnHourSuspendsAndRings() {
            var others = new ArrayList<Delivered>();
            for (int i = 0; i <= 30; i++) {
                var customer = new CustomerId("c-" + i);
                others.add(delivered(verified(customer, LedgerStory.key(100 + i))));
            }
            watch.follow(others.subList(0, 30));
            assertThat(rung).noneMatch(each -> each.startsWith("suspended"));
            watch.follow(others);

            assertThat(rung).contains("suspended maria");
            assertThat(budgets.read(LedgerStory.AGENT.id()).suspension(clock.instant()))
                    .isPresent();
        }

        /** Any ledger whose newest entry it is, behind a gap. */
        private EntryWritten verified(CustomerId customer, String key) {
            var before = org.supportpin.domain.customer.Customer.fresh(customer);
            var event = new Event.Verified(
                    key,
                    null,
                    org.supportpin.domain.customer.Verification.PinSource.PANEL,
                    clock.instant().plusSeconds(900),
                    1);
            var at = clock.instant();
            var state = new LedgerStory().stateOf(before, at, key);
            var entry = new Entry(customer, 9, at, LedgerStory.AGENT, event, state, Hash.NONE);
            return new EntryWritten(customer, LedgerStory.stored(9, entry));
        }
    }

    /** The store fails at every call once, and is told everything again, as Lambda does it. */
    @Nested
    class Crashes {

        private final class Failing implements Anchors {

            private int calls;
            private int failing;

            private void point() {
                if (calls++ == failing) {
                    throw new StoreUnavailable("planted", new IllegalStateException());
                }
            }

            @Override
            public Map<CustomerId, Anchor> recent(Set<CustomerId> customers) {
                point();
                return anchors.recent(customers);
            }

            @Override
            public Optional<Anchor> find(CustomerId customer) {
                point();
                return anchors.find(customer);
            }

            @Override
            public boolean move(@Nullable Anchor before, Anchor next) {
                point();
                return anchors.move(before, next);
            }
        }

        @Test
        void whatCannotBeWrittenIsToldAgainAndThenDoneOnce() {
            var failing = new Failing();
            var all = new ArrayList<>(Arrays.asList(
                    written(1), delivered(new EntryAltered(ID, 1)), written(2), written(3), written(4), written(5)));
            for (failing.failing = 0; failing.failing < 4; failing.failing++) {
                failing.calls = 0;
                var from = over(failing).follow(all);
                assertThat(from).isEqualTo(failing.calls > failing.failing ? OptionalInt.of(0) : OptionalInt.empty());
            }
            over(failing).follow(all);

            assertThat(anchor().sequence()).isEqualTo(5);
            assertThat(found()).containsExactly("entry-changed 1");
            assertThat(right()).hasSize(1);
            assertThat(rung).contains("failed");
        }

        @Test
        void anAnchorThatSomebodyElseMovedIsReadAgain() {
            var stale = new Anchors() {
                @Override
                public Map<CustomerId, Anchor> recent(Set<CustomerId> customers) {
                    return new HashMap<>();
                }

                @Override
                public Optional<Anchor> find(CustomerId customer) {
                    return anchors.find(customer);
                }

                @Override
                public boolean move(@Nullable Anchor before, Anchor next) {
                    return anchors.move(before, next);
                }
            };
            follow(written(1), written(2));

            assertThat(over(stale).follow(List.of(written(3)))).isEmpty();

            assertThat(anchor().sequence()).isEqualTo(3);
            assertThat(anchor().gap()).isNull();
        }
    }

    @Nested
    class Resolutions {

        private final Violation altered = new Violation(Kind.ENTRY_CHANGED, ID, 2);

        private void resolve() {
            var found = violations.find(FoundViolation.id(altered)).orElseThrow();
            violations.write(found.resolved(
                    new FoundViolation.Resolution(new AgentId("auditor-1"), "Restored.", clock.instant())));
        }

        @Test
        void aResolvedOneDoesNotReturnWhenItIsToldAgain() {
            var changed = delivered(new EntryAltered(ID, 2));
            follow(changed);
            clock.advance(Duration.ofMinutes(1));
            resolve();
            follow(changed);

            assertThat(violations.open()).isEmpty();
        }

        @Test
        void itReturnsWhenItIsDoneAgain() {
            follow(delivered(new EntryAltered(ID, 2)));
            resolve();
            clock.advance(Duration.ofMinutes(1));
            follow(delivered(new EntryAltered(ID, 2)));

            assertThat(found()).containsExactly("entry-changed 2");
        }

        @Test
        void anAuditDoesNotReopenIt() {
            follow(delivered(new EntryAltered(ID, 2)));
            resolve();
            var again = FoundViolation.first(altered, clock.instant(), Finder.AUDIT);

            assertThat(violations.keep(again, Instant.MIN)).isFalse();
            assertThat(violations.open()).isEmpty();
        }
    }
}
