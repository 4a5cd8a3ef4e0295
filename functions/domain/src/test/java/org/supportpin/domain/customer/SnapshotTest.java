package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;

class SnapshotTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final Hash HASH = Hash.of(new byte[] {1});

    private static final Snapshot NOTHING = new Snapshot(Story.ID, null, null);
    private static final Snapshot NEWEST = new Snapshot(
            Story.ID, new Recorded(NOTHING.next(new Event.CodeRejected(), new Actor.Panel(), NOON), HASH), null);

    @Test
    void timeNeverRunsBack() {
        assertThat(NEWEST.time(NOON.minusMillis(1))).isEqualTo(NOON);
        assertThat(NEWEST.time(NOON)).isEqualTo(NOON);
        assertThat(NEWEST.time(NOON.plusMillis(1))).isEqualTo(NOON.plusMillis(1));
        assertThat(NEWEST.time(Instant.EPOCH)).isEqualTo(NOON);
    }

    @Test
    void timeIsTakenInWholeMilliseconds() {
        assertThat(NOTHING.time(NOON.plusNanos(999_999))).isEqualTo(NOON);
        assertThat(NEWEST.time(NOON.plusNanos(999_999))).isEqualTo(NOON);
    }

    @Test
    void aLedgerBeginsWithOneAndNothingBeforeIt() {
        var first = NOTHING.next(new Event.CodeRejected(), new Actor.Panel(), NOON);

        assertThat(NOTHING.nextSequence()).isEqualTo(1);
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(Hash.NONE);
        assertThat(NOTHING.state()).isEqualTo(Customer.fresh(Story.ID));
    }

    @Test
    void eachEntryNamesTheOneBefore() {
        var event = new Event.MobileDeclared(NOON.plusSeconds(600), 5, Language.ENGLISH, 1);
        var second = NEWEST.next(event, new Actor.Panel(), NOON);

        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(HASH);
        assertThat(second.state())
                .isEqualTo(NEWEST.state().apply(event, new Actor.Panel(), 2, NOON))
                .isNotEqualTo(NEWEST.state());
    }
}
