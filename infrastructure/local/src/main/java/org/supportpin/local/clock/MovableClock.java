package org.supportpin.local.clock;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.store.DataFolder;

/** Real time plus an offset that only grows. The offset is stored, so a restart does not move time back. */
public final class MovableClock extends Clock {

    private static final String FILE = "clock";

    private final Clock real;
    private final ZoneId zone;
    private final DataFolder data;
    private final AtomicReference<Duration> offset;

    private MovableClock(Clock real, ZoneId zone, DataFolder data, AtomicReference<Duration> offset) {
        this.real = real;
        this.zone = zone;
        this.data = data;
        this.offset = offset;
    }

    public static MovableClock open(DataFolder data, Clock real) {
        return new MovableClock(real, ZoneOffset.UTC, data, new AtomicReference<>(stored(data)));
    }

    private static Duration stored(DataFolder data) {
        try {
            return data.read(FILE).map(text -> Duration.parse(text.strip())).orElse(Duration.ZERO);
        } catch (DateTimeException e) {
            throw new CannotStart(
                    "The file " + data.path().resolve(FILE) + " does not contain a duration; delete it.", e);
        }
    }

    /**
     * Moves time forward, for every copy of this clock.
     *
     * @param by longer than zero
     */
    public synchronized Instant advance(Duration by) {
        if (!by.isPositive()) {
            throw new IllegalArgumentException("time moves forward only");
        }
        var further = offset.get().plus(by);
        data.write(FILE, further.toString());
        offset.set(further);
        return instant();
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(real, other, data, offset);
    }
}
