package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The last hour, or the last day: what happened in it counts. Instants are in order, oldest first. */
record Window(Duration length) {

    static final Window HOUR = new Window(Duration.ofHours(1));
    static final Window DAY = new Window(Duration.ofDays(1));

    boolean contains(Instant at, Instant now) {
        return at.isAfter(now.minus(length));
    }

    /** What still counts, and one more. The ledgers of several customers may differ in time, so the newest may not be the last. */
    List<Instant> with(List<Instant> before, Instant at) {
        return Stream.concat(before.stream().filter(each -> contains(each, at)), Stream.of(at))
                .sorted()
                .toList();
    }

    /** When fewer than {@code most} will count; {@link Instant#MIN} if there have never been as many. */
    Instant freeAt(List<Instant> counted, int most) {
        return counted.size() < most
                ? Instant.MIN
                : counted.get(counted.size() - most).plus(length);
    }
}
