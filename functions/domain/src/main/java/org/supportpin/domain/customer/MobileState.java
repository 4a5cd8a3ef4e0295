package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Customer.PendingMobile;

/**
 * A customer's mobile. The number itself is sealed with the record key.
 *
 * @param confirmed the mobile on file; null if there is none
 * @param pending the mobile that awaits confirmation; null if there is none
 * @param codes when confirmation codes were sent, within the last day, oldest first
 */
public record MobileState(
        @Nullable Mobile confirmed, @Nullable PendingMobile pending, SmsLog codes) {

    public static final MobileState NONE = new MobileState(null, null, SmsLog.NONE);

    /** The pending mobile, if its code is still accepted. */
    public Optional<PendingMobile> pending(Instant now) {
        return Optional.ofNullable(pending).filter(each -> each.attemptsLeft() > 0 && now.isBefore(each.expiresAt()));
    }

    MobileState declared(PendingMobile declared, Instant at) {
        return new MobileState(confirmed, declared, codes.with(at));
    }

    MobileState withCodeRejected() {
        return pending == null
                ? this
                : new MobileState(
                        confirmed,
                        new PendingMobile(pending.declaration(), pending.expiresAt(), pending.attemptsLeft() - 1),
                        codes);
    }

    MobileState withConfirmed(Mobile mobile) {
        return new MobileState(mobile, null, codes);
    }

    /** The state with a confirmed mobile, by code or by the panel, and none pending. */
    MobileState activated(Instant at) {
        return new MobileState(confirmed == null ? new Mobile(at, null) : confirmed, null, codes);
    }

    /** Without any mobile. How often codes were sent still counts. */
    MobileState forgotten() {
        return new MobileState(null, null, codes);
    }

    MobileState withoutPending() {
        return new MobileState(confirmed, null, codes);
    }
}
