package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.pin.Phase;

/**
 * The wrong PINs given for a customer, counted against three budgets. A new half hour resets only its own.
 *
 * @param wrong within the last day, oldest first
 * @param inARow the number since the last correct PIN or since the customer unlocked
 * @param refusalNoted whether a refusal under the current lock was already recorded
 */
public record WrongPinLog(List<Instant> wrong, int inARow, boolean refusalNoted) {

    public static final WrongPinLog NONE = new WrongPinLog(List.of(), 0, false);

    private static final Duration DAY = Duration.ofDays(1);

    public WrongPinLog {
        wrong = List.copyOf(wrong);
    }

    /**
     * Phone verification is locked.
     *
     * @param until when it ends; null if only the customer can unlock
     */
    public record Lock(@Nullable Instant until) {}

    WrongPinLog withWrong(Instant at) {
        return new WrongPinLog(
                Stream.concat(wrong.stream().filter(each -> each.isAfter(at.minus(DAY))), Stream.of(at))
                        .toList(),
                inARow + 1,
                false);
    }

    WrongPinLog withRight() {
        return new WrongPinLog(wrong, 0, false);
    }

    WrongPinLog withRefusalNoted() {
        return new WrongPinLog(wrong, inARow, true);
    }

    /** The current lock; if there are several, the one that ends last. */
    public Optional<Lock> lock(Limits limits, Phase phase, Instant now) {
        if (inARow >= limits.wrongPins().inARow()) {
            return Optional.of(new Lock(null));
        }
        return Stream.of(endOfDayLock(limits, now), endOfHalfHourLock(limits, phase, now))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .map(Lock::new);
    }

    private Optional<Instant> endOfDayLock(Limits limits, Instant now) {
        return leftInDay(limits, now) > 0
                ? Optional.empty()
                : Optional.of(
                        wrong.get(wrong.size() - limits.wrongPins().perDay()).plus(DAY));
    }

    private Optional<Instant> endOfHalfHourLock(Limits limits, Phase phase, Instant now) {
        return leftInHalfHour(limits, phase, now) > 0 ? Optional.empty() : Optional.of(phase.end(phase.step(now)));
    }

    /** How many wrong PINs are left before a budget is used up. */
    public int attemptsLeft(Limits limits, Phase phase, Instant now) {
        return Math.max(
                0,
                Math.min(
                        limits.wrongPins().inARow() - inARow,
                        Math.min(leftInDay(limits, now), leftInHalfHour(limits, phase, now))));
    }

    private int leftInDay(Limits limits, Instant now) {
        return limits.wrongPins().perDay() - since(now.minus(DAY).plusMillis(1));
    }

    private int leftInHalfHour(Limits limits, Phase phase, Instant now) {
        return limits.wrongPins().perHalfHour() - since(phase.start(phase.step(now)));
    }

    private int since(Instant from) {
        return (int) wrong.stream().filter(each -> !each.isBefore(from)).count();
    }
}
