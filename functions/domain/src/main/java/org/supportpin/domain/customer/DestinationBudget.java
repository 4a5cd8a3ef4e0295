package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SMS to one number in the last day, whoever asked for them. Notices are not among them: they must be told, and what they tell
 * of is limited itself.
 *
 * @param destination a keyed hash of the number, so that nobody learns the number from it
 * @param pins when PINs were sent to it, oldest first
 * @param codes when confirmation codes were sent to it, oldest first
 * @param version 0 if nothing is stored yet; grows with each count
 */
public record DestinationBudget(String destination, List<Instant> pins, List<Instant> codes, long version) {

    /** How long an SMS counts. */
    public static final Duration LENGTH = Window.DAY.length();

    public DestinationBudget {
        pins = List.copyOf(pins);
        codes = List.copyOf(codes);
    }

    public static DestinationBudget fresh(String destination) {
        return new DestinationBudget(destination, List.of(), List.of(), 0);
    }

    /** When another SMS may be sent; long ago if now. */
    Instant availableAt(Limits limits, SmsKind kind) {
        var all = Stream.concat(pins.stream(), codes.stream()).sorted().toList();
        var free = Window.DAY.freeAt(all, limits.smsBudgets().numberPerDay());
        var freeOfCodes = Window.DAY.freeAt(codes, limits.smsBudgets().codesPerDay());
        return kind == SmsKind.CODE && freeOfCodes.isAfter(free) ? freeOfCodes : free;
    }

    DestinationBudget with(SmsKind kind, Instant now) {
        return switch (kind) {
            case PIN -> new DestinationBudget(destination, Window.DAY.with(pins, now), codes, version + 1);
            case CODE -> new DestinationBudget(destination, pins, Window.DAY.with(codes, now), version + 1);
        };
    }
}
