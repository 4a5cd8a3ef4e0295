package org.supportpin.domain.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.supportpin.domain.deadline.Deadline;

/** A clock that is a millisecond later each time it is asked, so that a deadline comes after so many questions. */
public final class TickingClock extends Clock {

    private Instant now;

    public TickingClock(Instant start) {
        now = start;
    }

    @Override
    public synchronized Instant instant() {
        now = now.plusMillis(1);
        return now;
    }

    /** Each question whether it is over takes a millisecond. */
    public Deadline until(Instant end) {
        return Deadline.in(() -> Duration.between(instant(), end));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the service does not ask for another zone");
    }
}
