package org.supportpin.domain.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.supportpin.domain.customer.Notices.Outcome;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeId;
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

    /** A run begins no attempt unless it has this much time left; it is less than the lease. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final Ledger ledger;
    private final Secrets secrets;
    private final Notices notices;
    private final Duration lifetime;
    private final Clock clock;

    public OutboxDelivery(Outbox outbox, Ledger ledger, Secrets secrets, Notices notices, Limits limits, Clock clock) {
        this.outbox = outbox;
        this.ledger = ledger;
        this.secrets = secrets;
        this.notices = notices;
        this.lifetime = limits.notices().lifetime();
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
     * Makes one attempt with each notice that is due.
     *
     * @param remaining how much time the run has left
     */
    public Report run(Supplier<Duration> remaining) {
        var failures = new EnumMap<Channel, Integer>(Channel.class);
        var left = new ArrayList<Waiting>();
        for (var each : outbox.waiting(MOST_LISTED)) {
            var mayTry = isDue(each.due()) && remaining.get().compareTo(LONGEST_ATTEMPT) > 0;
            if (!mayTry || !isGoneAfterTrying(each.id(), failures)) {
                left.add(each);
            }
        }
        return new Report(
                left.size(),
                left.stream()
                        .map(each -> Duration.between(each.since(), clock.instant()))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO));
    }

    private boolean isDue(Instant due) {
        return !clock.instant().isBefore(due);
    }

    private boolean isGoneAfterTrying(NoticeId id, Map<Channel, Integer> failures) {
        try {
            return outbox.find(id)
                    .map(notice -> outcome(notice, failures) != Outcome.WAITING)
                    .orElse(true);
        } catch (RuntimeException e) {
            // One notice that cannot be read must not hold up the others.
            notices.failed(e);
            return false;
        }
    }

    private Outcome outcome(QueuedNotice notice, Map<Channel, Integer> failures) {
        if (!isDue(notice.due()) || failures.getOrDefault(notice.channel(), 0) >= MOST_FAILURES) {
            return Outcome.WAITING;
        }
        var claimed = notice.claimed(clock.instant());
        if (!outbox.write(claimed)) {
            return Outcome.WAITING;
        }
        if (notice.isUncertain()) {
            return notices.end(claimed, Outcome.UNCERTAIN);
        }
        if (!clock.instant().isBefore(notice.since().plus(lifetime))) {
            return notices.end(claimed, Outcome.TOO_OLD);
        }
        Notice text;
        try (var session = secrets.session()) {
            var snapshot = ledger.read(claimed.customer());
            if (snapshot.isForgotten()) {
                return notices.end(claimed, Outcome.FORGOTTEN);
            }
            text = Notices.opened(session, snapshot, claimed);
        } catch (KeysUnavailable | SecretDoesNotOpen e) {
            // No failure of the channel's: the others' notices go on.
            notices.postpone(claimed, e);
            return Outcome.WAITING;
        }
        var outcome = notices.attempt(claimed, text);
        if (outcome == Outcome.WAITING) {
            failures.merge(text.channel(), 1, Integer::sum);
        }
        return outcome;
    }
}
