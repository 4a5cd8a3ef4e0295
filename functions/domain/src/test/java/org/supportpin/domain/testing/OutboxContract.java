package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.CompanionWrite.NoticeQueued;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.notice.Outbox.Waiting;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.Ciphertext;

/** The contract of every outbox. */
public abstract class OutboxContract {

    /** Long before other tests' notices, so that none of theirs comes first. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123Z");

    private final CustomerId customer = Samples.newCustomer();

    protected abstract Outbox outbox();

    /** The ledgers of the same store. */
    protected abstract Ledger ledger();

    private static QueuedNotice notice(CustomerId of, long sequence, Instant at) {
        var sealed = new Ciphertext("sealed".getBytes(StandardCharsets.UTF_8));
        return QueuedNotice.first(
                NoticeId.of(of, sequence, 1), of, NoticeKind.MOBILE_REPLACED, Channel.SMS, sealed, at);
    }

    private boolean append(CustomerId of, QueuedNotice notice) {
        var entry = new Entry(
                of,
                ledger().read(of).nextSequence(),
                Samples.NOON,
                new Actor.Service(),
                new Event.PinRejected(),
                Customer.fresh(of),
                Hash.NONE);
        return ledger().append(entry, List.of(new NoticeQueued(notice))).isPresent();
    }

    private QueuedNotice queued(CustomerId of, Instant at) {
        var notice = notice(of, ledger().read(of).nextSequence(), at);
        assertThat(append(of, notice)).isTrue();
        return notice;
    }

    private List<NoticeId> waiting(int limit) {
        return outbox().waiting(limit).stream().map(Waiting::id).toList();
    }

    @Test
    void whatWasNeverQueuedIsNotFound() {
        assertThat(outbox().find(NoticeId.of(customer, 1, 1))).isEmpty();
    }

    @Test
    void aNoticeComesBackAsItWas() {
        var first = queued(customer, Samples.NOON);
        assertThat(outbox().find(first.id())).contains(first);

        var claimed = first.claimed(Samples.NOON.plusSeconds(60));
        assertThat(outbox().write(claimed)).isTrue();
        assertThat(outbox().find(first.id())).contains(claimed);
    }

    @Test
    void aMailThatNobodyHasTriedYetComesBackAsItWas() {
        var sealed = new Ciphertext("sealed".getBytes(StandardCharsets.UTF_8));
        var unsent = QueuedNotice.unsent(
                NoticeId.of(customer, 1, 3), customer, NoticeKind.ORDER_DETAILS, Channel.MAIL, sealed, Samples.NOON);

        assertThat(append(customer, unsent)).isTrue();

        assertThat(outbox().find(unsent.id())).contains(unsent);
    }

    @Test
    void aNoticeIsQueuedWithItsEntryOrNeitherIsWritten() {
        var first = queued(customer, Samples.NOON);

        assertThat(append(customer, first)).isFalse();

        assertThat(ledger().read(customer).nextSequence()).isEqualTo(2);
    }

    @Test
    void aNoticeIsClaimedByOneProcess() {
        var first = queued(customer, Samples.NOON);
        var claimed = first.claimed(Samples.NOON.plusSeconds(60));

        assertThat(Together.run(8, _ -> outbox().write(claimed))).containsOnlyOnce(true);
        assertThat(outbox().write(claimed)).isFalse();
        assertThat(outbox().write(claimed.notTaken(Samples.NOON.plusSeconds(61))))
                .isTrue();
    }

    @Test
    void onlyTheNewestVersionIsRemovedAndOnlyOnce() {
        var first = queued(customer, Samples.NOON);
        var claimed = first.claimed(Samples.NOON.plusSeconds(60));
        assertThat(outbox().write(claimed)).isTrue();

        assertThat(outbox().remove(first)).isFalse();
        assertThat(outbox().find(first.id())).contains(claimed);
        assertThat(Together.run(8, _ -> outbox().remove(claimed))).containsOnlyOnce(true);
        assertThat(outbox().find(first.id())).isEmpty();
        assertThat(outbox().write(claimed.notTaken(Samples.NOON))).isFalse();
        assertThat(outbox().find(first.id())).isEmpty();
    }

    @Test
    void theLongestDueIsListedFirstUntilItIsTaken() {
        var second = queued(Samples.newCustomer(), LONG_AGO.plusMillis(2));
        var first = queued(customer, LONG_AGO.plusMillis(1));

        assertThat(waiting(2)).containsExactly(first.id(), second.id());
        assertThat(outbox().waiting(1)).containsExactly(new Waiting(first.id(), first.due(), first.since()));

        assertThat(outbox().write(first.claimed(LONG_AGO.plusSeconds(60)))).isTrue();
        assertThat(waiting(2)).containsExactly(second.id(), first.id());
        assertThat(outbox().remove(second)).isTrue();
        assertThat(waiting(1)).containsExactly(first.id());
        assertThat(outbox().remove(first.claimed(LONG_AGO.plusSeconds(60)))).isTrue();
    }
}
