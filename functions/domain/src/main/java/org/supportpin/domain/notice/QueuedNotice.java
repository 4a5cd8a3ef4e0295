package org.supportpin.domain.notice;

import java.time.Duration;
import java.time.Instant;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Ciphertext;

/**
 * A notice in the outbox. It is written in one transaction with the ledger entry that causes it, and removed once the provider has
 * taken it.
 *
 * <p>Until {@link #due} only one process may send it: whoever queued or claimed it. If that process dies, the next one sends it
 * from then on.
 *
 * @param since when it was queued
 * @param due when it may be claimed for the next attempt
 * @param attempts how many attempts were begun; the first is that of the request that queued it
 * @param unanswered how many attempts may have reached the customer although nobody knows, the running one included
 * @param sealed the {@link Notice}, sealed with the customer's key
 * @param version 1 when it is queued; grows with each change
 */
public record QueuedNotice(
        NoticeId id,
        CustomerId customer,
        NoticeKind kind,
        Channel channel,
        Instant since,
        Instant due,
        int attempts,
        int unanswered,
        Ciphertext sealed,
        long version) {

    /** How long a request has for its attempt: longer than sending and recording take together. */
    public static final Duration LEASE = Duration.ofMinutes(1);

    /** With so many unanswered attempts, the customer has very likely been told, perhaps more than once: there is no further one. */
    public static final int MOST_UNANSWERED = 8;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    /** A new notice, held by the request that queues it. */
    public static QueuedNotice first(
            NoticeId id, CustomerId customer, NoticeKind kind, Channel channel, Ciphertext sealed, Instant now) {
        return new QueuedNotice(id, customer, kind, channel, now, now.plus(LEASE), 1, 1, sealed, 1);
    }

    /** A new notice that the request which queues it does not send: it may be claimed at once. */
    public static QueuedNotice unsent(
            NoticeId id, CustomerId customer, NoticeKind kind, Channel channel, Ciphertext sealed, Instant now) {
        return new QueuedNotice(id, customer, kind, channel, now, now, 0, 0, sealed, 1);
    }

    /** The next attempt, by the run of the schedule that writes this version. */
    public QueuedNotice claimed(Instant now) {
        return next(now.plus(channel.lease()), attempts + 1, unanswered + 1);
    }

    /** The running attempt, after it became certain that none of those before it reached the customer. */
    public QueuedNotice certainlyNotReceived() {
        return new QueuedNotice(id, customer, kind, channel, since, due, attempts, 1, sealed, version);
    }

    /** After an attempt in which the provider certainly did not take it. */
    public QueuedNotice notTaken(Instant now) {
        return next(now.plus(pause()), attempts, unanswered - 1);
    }

    /** After an attempt to which the provider gave no answer. */
    public QueuedNotice notAnswered(Instant now) {
        return next(now.plus(pause()), attempts, unanswered);
    }

    /** Whether no further attempt may be made, because too many may have reached the customer. */
    public boolean isUncertain() {
        return unanswered >= MOST_UNANSWERED;
    }

    /** Whether an attempt before the running one may have reached the customer. */
    public boolean mayHaveBeenReceived() {
        return unanswered > 1;
    }

    /** One minute after the first attempt, twice as long after each further one, at most half an hour. */
    private Duration pause() {
        var doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private QueuedNotice next(Instant nextDue, int nextAttempts, int nextUnanswered) {
        return new QueuedNotice(
                id, customer, kind, channel, since, nextDue, nextAttempts, nextUnanswered, sealed, version + 1);
    }
}
