package org.supportpin.domain.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.supportpin.domain.customer.Notices.Outcome;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.notice.Outbox.Waiting;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;

/**
 * Delivers the notices that wait in the outbox. Any number of runs, and requests, may do so at once: each attempt belongs to the one
 * that claimed it.
 */
public final class OutboxDelivery {

    private static final int MOST_LISTED = 1000;

    /** After so many failures a run leaves the rest of the channel to the next one, so that they lose no attempt. */
    private static final int MOST_FAILURES = 3;

    private final Outbox outbox;
    private final Ledger ledger;
    private final Secrets secrets;
    private final Notices notices;
    private final Limits.NoticeDelivery limits;
    private final Clock clock;

    public OutboxDelivery(Outbox outbox, Ledger ledger, Secrets secrets, Notices notices, Limits limits, Clock clock) {
        this.outbox = outbox;
        this.ledger = ledger;
        this.secrets = secrets;
        this.notices = notices;
        this.limits = limits.notices();
        this.clock = clock;
    }

    /**
     * What a run leaves behind.
     *
     * @param waiting how many notices still wait; 1000 stands for any higher number
     * @param oldest how long the longest waiting one has waited; zero if none waits
     */
    public record Report(int waiting, Duration oldest) {}

    /**
     * Makes one attempt with each notice that is due, channel by channel: nobody waits for an SMS because a mail server is slow.
     *
     * @param remaining how much time the run has left; it begins no attempt that might take longer
     */
    public Report run(Supplier<Duration> remaining) {
        var left = outbox.waiting(MOST_LISTED);
        var read = new HashMap<NoticeId, QueuedNotice>();
        for (var channel : Channel.values()) {
            left = after(new Turn(channel, remaining, read), left);
        }
        return new Report(
                left.size(),
                left.stream()
                        .map(each -> Duration.between(each.since(), clock.instant()))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO));
    }

    /** A run's work on one channel, and how often the channel has failed in it. */
    private static final class Turn {
        private final Channel channel;
        private final Supplier<Duration> remaining;

        /** What the run has read, in this turn or before. If it is out of date by now, it cannot be claimed. */
        private final Map<NoticeId, QueuedNotice> read;

        private int failures;

        Turn(Channel channel, Supplier<Duration> remaining, Map<NoticeId, QueuedNotice> read) {
            this.channel = channel;
            this.remaining = remaining;
            this.read = read;
        }

        boolean hasTime() {
            return remaining.get().compareTo(channel.longestAttempt()) > 0;
        }
    }

    /** Of these notices, those that still wait after a turn. */
    private List<Waiting> after(Turn turn, List<Waiting> before) {
        var left = new ArrayList<Waiting>();
        for (var each : before) {
            var mayTry = isDue(each.due()) && turn.hasTime();
            if (!mayTry || !isGoneAfterTrying(each.id(), turn)) {
                left.add(each);
            }
        }
        return left;
    }

    private boolean isDue(Instant due) {
        return !clock.instant().isBefore(due);
    }

    private boolean isGoneAfterTrying(NoticeId id, Turn turn) {
        try {
            return read(id, turn)
                    .map(notice -> outcome(notice, turn) != Outcome.WAITING)
                    .orElse(true);
        } catch (RuntimeException e) {
            // One notice that cannot be read must not hold up the others.
            notices.failed(e);
            return false;
        }
    }

    private Optional<QueuedNotice> read(NoticeId id, Turn turn) {
        var known = Optional.ofNullable(turn.read.get(id));
        if (known.isPresent()) {
            return known;
        }
        var found = outbox.find(id);
        found.ifPresent(notice -> turn.read.put(id, notice));
        return found;
    }

    /** A code that is not accepted any more is not sent either. */
    private Duration lifetime(QueuedNotice notice) {
        return notice.kind() == NoticeKind.ADDRESS_CODE ? limits.codeLifetime() : limits.lifetime();
    }

    private Outcome outcome(QueuedNotice waiting, Turn turn) {
        if (waiting.channel() != turn.channel || !isDue(waiting.due()) || turn.failures >= MOST_FAILURES) {
            return Outcome.WAITING;
        }
        var claimed = waiting.claimed(clock.instant());
        if (!outbox.write(claimed)) {
            return Outcome.WAITING;
        }
        if (waiting.isUncertain()) {
            return notices.end(claimed, Outcome.UNCERTAIN);
        }
        if (!clock.instant().isBefore(waiting.since().plus(lifetime(waiting)))) {
            return notices.end(claimed, Outcome.TOO_OLD);
        }
        Optional<Notice.Addressed> notice;
        try (var session = secrets.session()) {
            var snapshot = ledger.read(claimed.customer());
            if (snapshot.isForgotten()) {
                return notices.end(claimed, Outcome.FORGOTTEN);
            }
            notice = Notices.opened(session, snapshot, claimed);
        } catch (KeysUnavailable | SecretDoesNotOpen e) {
            // No failure of the channel's: the others' notices go on.
            notices.postpone(claimed, e);
            return Outcome.WAITING;
        }
        if (notice.isEmpty()) {
            return notices.end(claimed, Outcome.FORGOTTEN);
        }
        var outcome = Deadline.current()
                .within(turn.channel.longestAttempt())
                .hold(() -> notices.attempt(claimed, notice.get()));
        if (outcome == Outcome.WAITING) {
            turn.failures++;
        }
        return outcome;
    }
}
