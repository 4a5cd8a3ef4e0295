package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
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
     * @param tag changes if, and only if, the view changes, but for what time alone changes in it
     * @param asOf the service's time, so that the panel's countdown does not depend on its own clock
     * @param mobile what may be shown of the mobile on file
     * @param lock the lock of phone verification; null if there is none
     * @param smsAvailableAt when the PIN may next be sent by SMS
     * @param telephone whether the customer has frozen telephone support
     * @param waiting the actions that wait for something, oldest first; what they would change is stored with them
     * @param pendingMobile the mobile that awaits its code; null if there is none
     * @param lastUsed when a PIN last verified a caller; null if it is not known any more
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
            Policy.Telephone telephone,
            CallsShown calls,
            List<OpenAction> waiting,
            @Nullable PendingNumber pendingMobile,
            @Nullable Instant lastUsed)
            implements PinView {

        public Active {
            waiting = List.copyOf(waiting);
        }

        public Optional<Lock> standingLock() {
            return Optional.ofNullable(lock);
        }
    }

    /**
     * The panel shows all this already.
     *
     * @param locked whether phone verification is locked
     */
    record Unchanged(String tag, boolean locked) implements PinView {}

    /**
     * The service is not active.
     *
     * @param pendingMobile the mobile that awaits its code; null if there is none
     */
    record Inactive(boolean mobileConfirmed, @Nullable PendingNumber pendingMobile) implements PinView {}

    /**
     * A mobile that awaits its code.
     *
     * @param resendAt when it may get another code
     */
    record PendingNumber(MaskedNumber number, Instant expiresAt, Instant resendAt) {}
}
