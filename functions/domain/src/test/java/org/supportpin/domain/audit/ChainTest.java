package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.audit.LedgerStory.ID;
import static org.supportpin.domain.audit.LedgerStory.stored;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.StoredLedger;

/** Row 12 of the threats: rewritten history is reported with its place. */
class ChainTest {

    private final LedgerStory story = LedgerStory.day();

    private static Violation violation(Kind kind, long sequence) {
        return new Violation(kind, ID, sequence);
    }

    private static List<Violation> verified(StoredLedger ledger) {
        var found = new ArrayList<Violation>();
        var chain = new Chain(ledger.customer(), 1, place -> ledger.at(place).orElse(null), found::add);
        ledger.entries().forEach(chain::next);
        chain.end();
        return found;
    }

    /** As the audit looks at an anchor: with the entries before, at and after it. */
    private static Optional<Violation> judged(StoredLedger ledger, Anchor anchor) {
        return LedgerAudit.judge(
                anchor,
                ledger.entries().stream()
                        .filter(each -> Math.abs(each.place() - anchor.sequence()) <= 1)
                        .toList());
    }

    private List<Violation> found() {
        return verified(story.ledger());
    }

    /** The entry with another event and everything else unchanged. */
    private Entry altered(int sequence) {
        var entry = story.entry(sequence);
        return new Entry(
                ID, sequence, entry.at(), entry.actor(), new Event.LockLifted(), entry.state(), entry.previous());
    }

    @Test
    void whatTheServiceWroteIsSound() {
        assertThat(found()).isEmpty();
        assertThat(verified(new StoredLedger(ID, List.of(), null, 0))).isEmpty();
    }

    @Nested
    class Changed {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void anEntryThatIsNotWhatWasRecorded(int sequence) {
            var forged = altered(sequence);
            story.put(
                    sequence,
                    new StoredEntry(
                            sequence, forged, LedgerStory.hash(story.entry(sequence)), LedgerStory.hash(forged)));

            assertThat(found()).containsExactly(violation(Kind.ENTRY_CHANGED, sequence));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void anEntryThatWasRecordedAnewWithItsOwnHash(int sequence) {
            story.put(sequence, stored(sequence, altered(sequence)));

            assertThat(found()).containsExactly(violation(Kind.ENTRY_CHANGED, sequence));
        }

        @Test
        void theLastButOneWhereNothingTellsWhichOfTheTwoItIs() {
            story.put(4, stored(4, altered(4)));

            assertThat(found()).containsExactly(violation(Kind.ENTRY_CHANGED, 4), violation(Kind.ENTRY_ADDED, 5));
        }

        @Test
        void anEntryThatCannotBeRead() {
            story.put(2, new StoredEntry(2, null, Hash.NONE, Hash.of(new byte[1])));

            assertThat(found()).containsExactly(violation(Kind.ENTRY_CHANGED, 2));
        }

        @Test
        void timeThatRunsBack() {
            story.then(new Event.LockLifted());
            assertThat(found()).isEmpty();

            story.after(Duration.ofMillis(-1)).then(new Event.LockLifted());

            assertThat(found()).containsExactly(violation(Kind.TIME_RAN_BACK, 7));
        }
    }

    @Nested
    class Dropped {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4})
        void anEntryThatIsMissing(int sequence) {
            story.put(sequence, null);

            assertThat(found()).containsExactly(violation(Kind.ENTRY_DROPPED, sequence));
        }

        @Test
        void aGapIsReportedOnceAtItsBeginning() {
            story.put(2, null).put(3, null);

            assertThat(found()).containsExactly(violation(Kind.ENTRY_DROPPED, 2));
        }
    }

    @Nested
    class Reordered {

        @Test
        void twoEntriesInEachOthersPlaces() {
            var second = story.entry(2);
            var third = story.entry(3);
            story.put(2, stored(2, third)).put(3, stored(3, second));

            assertThat(found()).containsExactly(violation(Kind.ENTRY_REORDERED, 2), violation(Kind.ENTRY_REORDERED, 3));
        }
    }

    @Nested
    class Added {

        @Test
        void aCopyOfAnEntry() {
            story.put(6, stored(6, story.entry(4)));

            assertThat(found()).containsExactly(violation(Kind.ENTRY_ADDED, 6));
        }

        @Test
        void anEntryOfAnotherLedger() {
            var own = story.entry(3);
            var others = new Entry(
                    new CustomerId("4712"), 3, own.at(), own.actor(), own.event(), own.state(), own.previous());
            story.put(3, stored(3, others));

            assertThat(found()).containsExactly(violation(Kind.ENTRY_ADDED, 3));
        }

        @Test
        void anEntryThatHangsOnNothing() {
            var newest = story.entry(5);
            story.put(
                    6,
                    stored(
                            6,
                            new Entry(
                                    ID,
                                    6,
                                    newest.at(),
                                    newest.actor(),
                                    new Event.LockLifted(),
                                    newest.state(),
                                    Hash.NONE)));

            assertThat(found()).contains(violation(Kind.ENTRY_ADDED, 6));
        }

        @Test
        void aFirstEntryWithSomethingBeforeIt() {
            var first = story.entry(1);
            story.put(
                    1,
                    stored(
                            1,
                            new Entry(
                                    ID,
                                    1,
                                    first.at(),
                                    first.actor(),
                                    first.event(),
                                    first.state(),
                                    Hash.of(new byte[1]))));

            assertThat(found()).contains(violation(Kind.ENTRY_ADDED, 1));
        }

        @Test
        void anEntryBeforeTheFirst() {
            story.put(0, stored(0, story.entry(1)));

            assertThat(found()).contains(violation(Kind.ENTRY_ADDED, 0));
        }
    }

    /** What the chain alone cannot show. */
    @Nested
    class Anchored {

        private final Anchor anchor = story.anchor(4);

        @Test
        void itHoldsWhileTheLedgerGrows() {
            assertThat(judged(story.ledger(), anchor)).isEmpty();

            story.then(new Event.LockLifted());

            assertThat(judged(story.ledger(), anchor)).isEmpty();
        }

        @Test
        void theNewestEntriesAreGone() {
            story.put(5, null);
            assertThat(judged(story.ledger(), anchor)).isEmpty();

            story.put(4, null);

            assertThat(found()).isEmpty();
            assertThat(judged(story.ledger(), anchor)).contains(violation(Kind.ENTRY_DROPPED, 4));
        }

        @Test
        void theWholeLedgerIsGone() {
            assertThat(judged(new StoredLedger(ID, List.of(), null, 0), anchor))
                    .contains(violation(Kind.ENTRY_DROPPED, 4));
        }

        @Test
        void anotherHistoryThatIsSoundInItself() {
            story.put(5, null).put(4, stored(4, altered(4)));

            assertThat(found()).isEmpty();
            assertThat(judged(story.ledger(), anchor)).contains(violation(Kind.HISTORY_REWRITTEN, 4));
        }

        @Test
        void whatTheChainReportsIsNotRepeated() {
            story.put(4, null);

            assertThat(found()).containsExactly(violation(Kind.ENTRY_DROPPED, 4));
            assertThat(judged(story.ledger(), anchor)).isEmpty();
        }
    }
}
