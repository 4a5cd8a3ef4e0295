package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.RecordSeal;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;

/**
 * A customer's two keys as stored: wrapped, with what the record key seals of the mobile and the notice address. It is written in one transaction with the
 * ledger entry that refers to it.
 *
 * @param revision the sequence of the ledger entry that it was written with; 0 for an item that cannot be read
 * @param pinKey null while the service is not active
 * @param recordKey null only if it was lost
 * @param mobile the confirmed number; null if there is none
 * @param pendingMobile the number that awaits confirmation; null if there is none
 * @param pendingClaim the number that the panel had verified when a mobile was last declared, sealed with the record key; null if
 *     there was none, and after a confirmation
 * @param addresses the notice address
 */
public record StoredSecret(
        long revision,
        @Nullable StoredKey pinKey,
        @Nullable StoredKey recordKey,
        @Nullable SealedNumber mobile,
        @Nullable SealedNumber pendingMobile,
        @Nullable Ciphertext pendingClaim,
        Addresses addresses) {

    /** Without a notice address. */
    public StoredSecret(
            long revision,
            @Nullable StoredKey pinKey,
            @Nullable StoredKey recordKey,
            @Nullable SealedNumber mobile,
            @Nullable SealedNumber pendingMobile,
            @Nullable Ciphertext pendingClaim) {
        this(revision, pinKey, recordKey, mobile, pendingMobile, pendingClaim, Addresses.NONE);
    }

    /**
     * The notice address, sealed with the record key.
     *
     * @param confirmed null if there is none
     * @param pending the address that awaits confirmation; null if there is none
     */
    public record Addresses(
            @Nullable Ciphertext confirmed, @Nullable Ciphertext pending) {

        public static final Addresses NONE = new Addresses(null, null);
    }

    /** An item that cannot be read. No ledger refers to it, so it does not open, and may be replaced. */
    public static final StoredSecret UNREADABLE = new StoredSecret(0, null, null, null, null, null);

    /**
     * One of the keys.
     *
     * @param version 1 for the customer's first key of its purpose, then 2, 3 …
     * @param createdAt when the data key was created; wrapping it again does not change that
     * @param publicKey what seals for a record key; null for a PIN key
     */
    public record StoredKey(
            int version,
            WrappedKey wrapped,
            Instant createdAt,
            @Nullable Ciphertext publicKey) {

        /** A PIN key. */
        public StoredKey(int version, WrappedKey wrapped, Instant createdAt) {
            this(version, wrapped, createdAt, null);
        }

        StoredKey rewrapped(WrappedKey again) {
            return new StoredKey(version, again, createdAt, publicKey);
        }
    }

    /**
     * A number.
     *
     * @param sealed sealed with the record key
     * @param mask what the panel shows, in clear: showing the PIN opens the PIN key alone
     */
    public record SealedNumber(Ciphertext sealed, MaskedNumber mask) {}

    /** The same with other addresses, written with another entry. */
    StoredSecret with(Addresses next, long entry) {
        return new StoredSecret(entry, pinKey, recordKey, mobile, pendingMobile, pendingClaim, next);
    }

    /** What seals for this customer; empty if there is no record key, or it cannot be read. Opens nothing. */
    Optional<RecordSeal> seal(CustomerId customer) {
        return recordKey == null || recordKey.publicKey() == null
                ? Optional.empty()
                : Optional.of(new RecordSeal(customer, recordKey.version(), recordKey.publicKey()));
    }

    public boolean isReadable() {
        return revision > 0;
    }

    /** The version of the key of this purpose; 0 if there is none. */
    public int version(Purpose purpose) {
        var key = key(purpose);
        return key == null ? 0 : key.version();
    }

    /** The key of this purpose; null if there is none. */
    public @Nullable StoredKey key(Purpose purpose) {
        return switch (purpose) {
            case PIN -> pinKey;
            case RECORD -> recordKey;
        };
    }
}
