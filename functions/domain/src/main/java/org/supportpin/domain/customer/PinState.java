package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.pin.PinCounter;

/**
 * The state of a customer's PINs, the wrong PINs, and what is limited per day.
 *
 * @param pins the generation, and its PINs that were sent or used
 * @param wrong the wrong PINs, counted against their budgets
 * @param today what is limited per day
 */
public record PinState(Pins pins, WrongPinLog wrong, Today today) {

    public static final PinState NONE = new PinState(Pins.NONE, WrongPinLog.NONE, Today.NONE);

    /** All earlier PINs are void. */
    PinState nextGeneration(Instant at) {
        return with(pins.nextGeneration(at));
    }

    PinState activated(Instant at) {
        return new PinState(pins.ofNewKey(at), wrong, today.activated(at));
    }

    PinState deactivated(Instant at) {
        return with(pins.ofNewKey(at));
    }

    PinState sent(long step, Instant acceptedUntil, Instant at) {
        return with(pins.withSent(step, acceptedUntil, at));
    }

    PinState rejected(Instant at) {
        return new PinState(pins, wrong.withWrong(at), today);
    }

    PinState replayed(PinCounter counter) {
        return with(pins.withReplayNoted(counter));
    }

    PinState refusedWhileLocked() {
        return new PinState(pins, wrong.withRefusalNoted(), today);
    }

    PinState lockLifted(Instant at) {
        return new PinState(pins.nextGeneration(at), WrongPinLog.NONE, today.unlocked(at));
    }

    PinState loosened(Instant at) {
        return new PinState(pins, wrong, today.loosened(at));
    }

    PinState verified(PinCounter counter, Instant at) {
        return new PinState(pins.withUsed(counter, at).nextGeneration(at), wrong.withRight(), today.verified(at));
    }

    /** The customer was verified without a PIN: none is used up, and no wrong one is forgiven. */
    PinState typed(Instant at) {
        return new PinState(pins, wrong, today.verified(at));
    }

    /** An SMS that bears no PIN was sent; it counts all the same. */
    PinState told(Instant at) {
        return with(pins.withToldBySms(at));
    }

    /** An agent announced a call or asked for a typed verification. */
    PinState called(Instant at) {
        return new PinState(pins, wrong, today.called(at));
    }

    private PinState with(Pins next) {
        return new PinState(next, wrong, today);
    }
}
