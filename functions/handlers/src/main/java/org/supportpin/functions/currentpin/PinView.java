package org.supportpin.functions.currentpin;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Guesses.Lock;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;

/** What the panel shows. */
public sealed interface PinView {

    /**
     * The service is active.
     *
     * @param tag changes exactly when the PIN does
     * @param lock of phone verification; null where it is open
     * @param smsAvailableAt from when on the PIN may be sent by SMS
     */
    record Active(
            String tag,
            Passcode pin,
            Instant validFrom,
            Instant validUntil,
            PhoneNumber mobile,
            @Nullable Lock lock,
            Instant smsAvailableAt)
            implements PinView {

        Optional<Lock> standingLock() {
            return Optional.ofNullable(lock);
        }
    }

    /** The PIN is still the one that the panel has. */
    record Unchanged(String tag) implements PinView {}

    /** The service is not active. */
    record Inactive(boolean mobileConfirmed) implements PinView {}
}
