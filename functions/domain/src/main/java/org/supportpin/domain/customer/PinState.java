package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.pin.PinCounter;

/**
 * The state of a customer's PINs, and the wrong PINs.
 *
 * @param pins the generation, and its PINs that were sent or used
 * @param wrong the wrong PINs, counted against their budgets
 */
public record PinState(Pins pins, WrongPinLog wrong) {

    public static final PinState NONE = new PinState(Pins.NONE, WrongPinLog.NONE);

    /** All earlier PINs are void. */
    PinState nextGeneration(Instant at) {
        return new PinState(pins.nextGeneration(at), wrong);
    }

    PinState ofNewKey(Instant at) {
        return new PinState(pins.ofNewKey(at), wrong);
    }

    PinState sent(long step, Instant acceptedUntil, Instant at) {
        return new PinState(pins.withSent(step, acceptedUntil, at), wrong);
    }

    PinState rejected(Instant at) {
        return new PinState(pins, wrong.withWrong(at));
    }

    PinState replayed(PinCounter counter) {
        return new PinState(pins.withReplayNoted(counter), wrong);
    }

    PinState refusedWhileLocked() {
        return new PinState(pins, wrong.withRefusalNoted());
    }

    PinState lockLifted(Instant at) {
        return new PinState(pins.nextGeneration(at), WrongPinLog.NONE);
    }

    PinState verified(PinCounter counter, Instant at) {
        return new PinState(pins.withUsed(counter, at).nextGeneration(at), wrong.withRight());
    }
}
