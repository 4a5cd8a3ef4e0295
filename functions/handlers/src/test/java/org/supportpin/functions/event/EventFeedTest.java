package org.supportpin.functions.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.Change;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.Samples;

class EventFeedTest {

    private static final CustomerId CUSTOMER = new CustomerId("1001");

    /** Takes some events of each call. */
    private static final class Sink implements EventSink {
        private final List<Long> told = new ArrayList<>();
        private final int most;

        Sink(int most) {
            this.most = most;
        }

        @Override
        public int take(List<OutwardEvent> events) {
            int taken = Math.min(most, events.size());
            events.subList(0, taken)
                    .forEach(event -> told.add(Long.valueOf(
                            event.body().path("data").path("sequence").asText())));
            return taken;
        }
    }

    private static Change entry(long sequence) {
        return written(sequence, sequence, hash(sequence), CUSTOMER);
    }

    private static Hash hash(long sequence) {
        return Hash.of(new byte[] {(byte) sequence});
    }

    private static Change written(long place, long sequence, Hash actual, CustomerId of) {
        return new Change.EntryWritten(CUSTOMER, new StoredEntry(place, sample(sequence, of), hash(sequence), actual));
    }

    private static Entry sample(long sequence, CustomerId customer) {
        return new Entry(
                customer,
                sequence,
                Samples.NOON,
                Samples.AGENT,
                new Event.CallsEnded(),
                Samples.richState(customer),
                Hash.NONE);
    }

    private static @Nullable Integer told(List<Change> changes, Sink... sinks) {
        var failed = new EventFeed("support-pin", List.of(sinks)).tell(changes);
        return failed.isPresent() ? failed.getAsInt() : null;
    }

    private static final Change OTHER = new Change.EntryAltered(CUSTOMER, 1);

    @Test
    void newEntriesAreToldInTheirOrderAndNothingElse() {
        var sink = new Sink(9);

        assertThat(told(List.of(OTHER, entry(1), new Change.EntryRemoved(CUSTOMER, 1), entry(2)), sink))
                .isNull();
        assertThat(sink.told).containsExactly(1L, 2L);
    }

    /** Lambda goes on from there. */
    @Test
    void theFirstChangeThatIsNotTakenIsNamed() {
        assertThat(told(List.of(OTHER, entry(1), OTHER, entry(2), entry(3)), new Sink(1)))
                .isEqualTo(3);
        assertThat(told(List.of(OTHER, entry(1)), new Sink(0))).isEqualTo(1);
    }

    /** Else the bus would be told the same again and again while a webhook is away. */
    @Test
    void theSecondIsToldOnlyWhatTheFirstHasTaken() {
        var second = new Sink(9);

        assertThat(told(List.of(entry(1), entry(2), entry(3)), new Sink(2), second))
                .isEqualTo(2);
        assertThat(second.told).containsExactly(1L, 2L);
        assertThat(told(List.of(entry(1), entry(2), entry(3)), new Sink(2), new Sink(1)))
                .isEqualTo(1);
    }

    /** In another place, of another customer, not as recorded, or not readable: the watch names it. */
    @Test
    void whatIsNotSoundIsNotTold() {
        var sink = new Sink(9);
        var unreadable = new Change.EntryWritten(CUSTOMER, new StoredEntry(1, null, hash(1), hash(1)));

        assertThat(told(
                        List.of(
                                written(2, 1, hash(1), CUSTOMER),
                                written(1, 1, hash(1), new CustomerId("1002")),
                                written(1, 1, hash(2), CUSTOMER),
                                unreadable),
                        sink))
                .isNull();
        assertThat(sink.told).isEmpty();
    }

    @Test
    void withNobodyToTellNothingFails() {
        assertThat(told(List.of(entry(1)))).isNull();
    }
}
