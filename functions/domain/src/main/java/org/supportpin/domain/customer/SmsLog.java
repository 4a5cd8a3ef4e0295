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

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);

    public SmsLog {
        sent = List.copyOf(sent);
    }

    public SmsLog with(Instant at) {
        return new SmsLog(Stream.concat(sent.stream().filter(each -> each.isAfter(at.minus(DAY))), Stream.of(at))
                .toList());
    }

    /** The first instant, not before {@code now}, at which another SMS is allowed. */
    public Instant availableAt(Limits limits, Instant now) {
        return Stream.of(
                        now,
                        cooledDown(limits),
                        freeWithin(HALF_HOUR, limits.sms().perHalfHour()),
                        freeWithinDay(limits))
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** Like {@link #availableAt}, but without the cool-down. */
    public Instant availableWithoutCooldownAt(Limits limits, Instant now) {
        return Stream.of(now, freeWithin(HALF_HOUR, limits.sms().perHalfHour()), freeWithinDay(limits))
                .max(Instant::compareTo)
                .orElse(now);
    }

    private Instant freeWithinDay(Limits limits) {
        return freeWithin(DAY, limits.sms().perDay());
    }

    private Instant cooledDown(Limits limits) {
        return sent.isEmpty() ? Instant.MIN : sent.getLast().plus(limits.sms().cooldown());
    }

    /** When fewer than {@code most} SMS will be within the window. */
    private Instant freeWithin(Duration window, int most) {
        return sent.size() < most ? Instant.MIN : sent.get(sent.size() - most).plus(window);
    }
}
