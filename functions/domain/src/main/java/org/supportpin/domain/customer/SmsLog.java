package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When SMS of one kind were sent.
 *
 * @param sent within the last day, oldest first
 */
public record SmsLog(List<Instant> sent) {

    public static final SmsLog NONE = new SmsLog(List.of());

    private static final Window HALF_HOUR = new Window(Duration.ofMinutes(30));

    public SmsLog {
        sent = List.copyOf(sent);
    }

    public SmsLog with(Instant at) {
        return new SmsLog(Window.DAY.with(sent, at));
    }

    /** The first instant, not before {@code now}, at which another SMS is allowed. */
    public Instant availableAt(Limits limits, Instant now) {
        return Stream.of(
                        now,
                        cooledDown(limits),
                        HALF_HOUR.freeAt(sent, limits.sms().perHalfHour()),
                        freeWithinDay(limits))
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** Like {@link #availableAt}, but without the cool-down. */
    public Instant availableWithoutCooldownAt(Limits limits, Instant now) {
        return Stream.of(now, HALF_HOUR.freeAt(sent, limits.sms().perHalfHour()), freeWithinDay(limits))
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** Like {@link #availableAt}, but only the day counts. */
    public Instant availableTodayAt(Limits limits, Instant now) {
        var free = freeWithinDay(limits);
        return free.isAfter(now) ? free : now;
    }

    private Instant freeWithinDay(Limits limits) {
        return Window.DAY.freeAt(sent, limits.sms().perDay());
    }

    private Instant cooledDown(Limits limits) {
        return sent.isEmpty() ? Instant.MIN : sent.getLast().plus(limits.sms().cooldown());
    }
}
