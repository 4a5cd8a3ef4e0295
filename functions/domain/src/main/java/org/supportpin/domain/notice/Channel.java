package org.supportpin.domain.notice;

import java.time.Duration;
import org.supportpin.domain.check.WireName;

/** How a notice is delivered: the fastest first, which is the order in which the outbox does its work. */
public enum Channel implements WireName {
    SMS(Duration.ofSeconds(20)),
    /** A mail server may take minutes (RFC 5321 §4.5.3.2), and Lambda allows a function 15 of them. */
    MAIL(Duration.ofSeconds(870));

    private static final Duration TO_DIE = Duration.ofSeconds(40);

    private final Duration longestAttempt;

    Channel(Duration longestAttempt) {
        this.longestAttempt = longestAttempt;
    }

    /** How long an attempt by the schedule may take: opening, sending and recording together. */
    public Duration longestAttempt() {
        return longestAttempt;
    }

    /** How long the schedule holds a notice for one attempt. */
    Duration lease() {
        return longestAttempt.plus(TO_DIE);
    }
}
