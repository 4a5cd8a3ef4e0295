package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's notice address: the second one, by mail. The address itself is sealed with the record key.
 *
 * @param confirmedAt when the address on file was confirmed; null if there is none
 * @param pending the address that awaits confirmation; null if there is none
 * @param codes when confirmation codes were sent, within the last day, oldest first
 * @param changedAt when an address on file was last replaced or removed; null if none ever was
 */
public record AddressState(
        @Nullable Instant confirmedAt,
        @Nullable Pending pending,
        SmsLog codes,
        @Nullable Instant changedAt) {

    public static final AddressState NONE = new AddressState(null, null, SmsLog.NONE, null);

    /**
     * The declared address.
     *
     * @param declaration the sequence of the entry that declared it, from which its code is derived
     */
    public record Pending(long declaration, Instant expiresAt, int attemptsLeft) {}

    /** Whether there is a confirmed address. */
    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** Whether an address on file was replaced or removed less than this long ago. The first one changes nothing. */
    public boolean isChangedWithin(Duration time, Instant now) {
        return changedAt != null && now.isBefore(changedAt.plus(time));
    }

    /** The pending address, if its code is still accepted. */
    public Optional<Pending> pending(Instant now) {
        return Optional.ofNullable(pending).filter(each -> each.attemptsLeft() > 0 && now.isBefore(each.expiresAt()));
    }

    AddressState declared(Pending declared, Instant at) {
        return new AddressState(confirmedAt, declared, codes.with(at), changedAt);
    }

    AddressState withCodeRejected() {
        return pending == null
                ? this
                : new AddressState(
                        confirmedAt,
                        new Pending(pending.declaration(), pending.expiresAt(), pending.attemptsLeft() - 1),
                        codes,
                        changedAt);
    }

    /** @param replaced whether there was another one */
    AddressState confirmed(boolean replaced, Instant at) {
        return new AddressState(at, null, codes, replaced ? at : changedAt);
    }

    AddressState removed(Instant at) {
        return new AddressState(null, null, codes, confirmedAt == null ? changedAt : at);
    }

    /** Without any address. How often codes were sent still counts. */
    AddressState forgotten() {
        return new AddressState(null, null, codes, null);
    }
}
