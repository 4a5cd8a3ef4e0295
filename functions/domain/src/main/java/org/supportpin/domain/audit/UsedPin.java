package org.supportpin.domain.audit;

import org.supportpin.domain.pin.PinCounter;

/**
 * A PIN as a ledger knows it, and where it verified.
 *
 * @param pinKey the version of the key from which it was derived
 * @param place the sequence of the entry, 1 or more
 */
public record UsedPin(int pinKey, PinCounter counter, long place) {

    boolean isSamePin(UsedPin other) {
        return pinKey == other.pinKey && counter.equals(other.counter);
    }
}
