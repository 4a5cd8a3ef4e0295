package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What is limited per day for one customer, so that nobody makes the ledger grow without limit. The day begins with the first of
 * them, and the first after its end begins another: numbers bound what is recorded, where instants would make each entry larger.
 *
 * @param since the first
 * @param activations activations of the service
 * @param unlocks locks that the customer lifted
 * @param verifications PINs and typed codes that verified
 * @param loosenings changes that loosened the customer's own rules
 * @param calls calls that agents announced, and typed verifications that they asked for
 */
public record Today(Instant since, int activations, int unlocks, int verifications, int loosenings, int calls) {

    /** No rule was loosened, and no call announced. */
    public Today(Instant since, int activations, int unlocks, int verifications) {
        this(since, activations, unlocks, verifications, 0, 0);
    }

    public static final Today NONE = new Today(Instant.EPOCH, 0, 0, 0);

    private static final Duration DAY = Duration.ofDays(1);

    Today called(Instant at) {
        var day = at(at);
        return new Today(day.since, day.activations, day.unlocks, day.verifications, day.loosenings, day.calls + 1);
    }

    Today activated(Instant at) {
        var day = at(at);
        return new Today(day.since, day.activations + 1, day.unlocks, day.verifications, day.loosenings, day.calls);
    }

    Today unlocked(Instant at) {
        var day = at(at);
        return new Today(day.since, day.activations, day.unlocks + 1, day.verifications, day.loosenings, day.calls);
    }

    Today verified(Instant at) {
        var day = at(at);
        return new Today(day.since, day.activations, day.unlocks, day.verifications + 1, day.loosenings, day.calls);
    }

    Today loosened(Instant at) {
        var day = at(at);
        return new Today(day.since, day.activations, day.unlocks, day.verifications, day.loosenings + 1, day.calls);
    }

    private Today at(Instant at) {
        return isOver(at) ? new Today(at, 0, 0, 0) : this;
    }

    /** When one more is allowed again; empty if it is now. */
    Optional<Instant> full(ToIntFunction<Today> count, int most, Instant now) {
        return isOver(now) || count.applyAsInt(this) < most ? Optional.empty() : Optional.of(since.plus(DAY));
    }

    private boolean isOver(Instant now) {
        return !now.isBefore(since.plus(DAY));
    }
}
