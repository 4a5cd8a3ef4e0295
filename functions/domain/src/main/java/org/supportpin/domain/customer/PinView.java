package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.WrongPinLog.Lock;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;

/** What the panel shows. */
public sealed interface PinView {

    /**
     * The service is active.
     *
     * @param tag changes exactly when the PIN does
     * @param asOf the service's time of this view, so that a panel can count down whatever its own clock says
     * @param lock of phone verification; null where it is open
     * @param smsAvailableAt from when on the PIN may be sent by SMS
     */
    record Active(
            String tag,
            Instant asOf,
            Passcode pin,
            Instant validFrom,
            Instant validUntil,
            PhoneNumber mobile,
            @Nullable Lock lock,
            Instant smsAvailableAt)
            implements PinView {

        public Optional<Lock> standingLock() {
            return Optional.ofNullable(lock);
        }
    }

    /**
     * The PIN is still the one that the panel has.
     *
     * @param locked whether phone verification is: a lock does not change the PIN
     */
    record Unchanged(String tag, boolean locked) implements PinView {}

    /** The service is not active. */
    record Inactive(boolean mobileConfirmed) implements PinView {}
}
