package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.WrongPinLog.Lock;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.pin.Passcode;

/** What the panel shows to the customer. */
public sealed interface PinView {

    /**
     * The service is active.
     *
     * @param tag changes if, and only if, the PIN changes, or telephone support is frozen or opened again
     * @param asOf the service's time, so that the panel's countdown does not depend on its own clock
     * @param mobile what may be shown of the mobile on file
     * @param lock the lock of phone verification; null if there is none
     * @param smsAvailableAt when the PIN may next be sent by SMS
     * @param telephone whether the customer has frozen telephone support
     */
    record Active(
            String tag,
            Instant asOf,
            Passcode pin,
            Instant validFrom,
            Instant validUntil,
            MaskedNumber mobile,
            @Nullable Lock lock,
            Instant smsAvailableAt,
            Policy.Telephone telephone)
            implements PinView {

        public Optional<Lock> standingLock() {
            return Optional.ofNullable(lock);
        }
    }

    /**
     * The PIN is still the one that the panel shows.
     *
     * @param locked whether phone verification is locked; a lock does not change the PIN
     */
    record Unchanged(String tag, boolean locked) implements PinView {}

    /** The service is not active. */
    record Inactive(boolean mobileConfirmed) implements PinView {}
}
