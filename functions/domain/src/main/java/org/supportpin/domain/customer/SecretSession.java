package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.StoredSecret.SealedNumber;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.OpenedKey;
import org.supportpin.domain.pin.PinKey;
import org.supportpin.domain.pin.RecordKey;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * A customer's two keys during one request. Each is opened or created at most once, however many races are lost, and all are wiped
 * at the end. What replaces a key never opens the one that it replaces.
 */
public final class SecretSession implements AutoCloseable {

    /** The label under which mobile numbers are sealed. */
    private static final String MOBILE = "mobile";

    private final DataKeys keys;
    private final String tenant;
    private final Map<SecretContext, OpenedKey> opened = new HashMap<>();
    private final Map<SecretContext, Made> made = new HashMap<>();
    private @Nullable RecordKey declared;

    public SecretSession(DataKeys keys, String tenant) {
        this.keys = keys;
        this.tenant = tenant;
    }

    /** A new key. It becomes the customer's when the ledger records it. */
    private record Made(OpenedKey key, StoredKey stored) {}

    /** The record key that seals what the next entry is written with. */
    private record Sealing(RecordKey key, StoredKey stored) {

        SealedNumber number(PhoneNumber number) {
            return new SealedNumber(key.seal(MOBILE, number.e164()), number.mask());
        }
    }

    /**
     * The customer's PIN key, opened.
     *
     * @throws SecretDoesNotOpen if it is not the one that the ledger refers to, or belongs to another customer
     * @throws IllegalStateException if the service is not active
     */
    public PinKey pinKey(Snapshot snapshot) {
        if (!snapshot.state().isActive()) {
            throw new IllegalStateException("the service is not active");
        }
        return (PinKey) open(snapshot, Purpose.PIN);
    }

    /**
     * The customer's record key, opened.
     *
     * @throws SecretDoesNotOpen if it is not the one that the ledger refers to, or belongs to another customer
     * @throws IllegalStateException if the customer never had one
     */
    public RecordKey recordKey(Snapshot snapshot) {
        return (RecordKey) open(snapshot, Purpose.RECORD);
    }

    private OpenedKey open(Snapshot snapshot, Purpose purpose) {
        var stored = stored(snapshot, purpose);
        var context = new SecretContext(tenant, snapshot.customer(), stored.version(), purpose);
        return opened.computeIfAbsent(context, _ -> opened(key(context, keys.open(stored.wrapped(), context)), stored));
    }

    /** What is sealed must open again, so with a public key that is not its own a record key counts as one that does not open. */
    private static OpenedKey opened(OpenedKey key, StoredKey stored) {
        if (!Objects.equals(key.publicKey(), stored.publicKey())) {
            key.close();
            throw new SecretDoesNotOpen(key.context().purpose(), "the stored public key is another key's", null);
        }
        return key;
    }

    /** Each purpose has its own kind of key. */
    private static OpenedKey key(SecretContext context, SecretBytes plain) {
        return switch (context.purpose()) {
            case PIN -> new PinKey(context, plain);
            case RECORD -> new RecordKey(context, plain);
        };
    }

    /** Whether the PIN key opens. */
    public boolean isPinKeySound(Snapshot snapshot) {
        try {
            var _ = pinKey(snapshot);
            return true;
        } catch (SecretDoesNotOpen e) {
            return false;
        }
    }

    /**
     * The confirmed mobile's number.
     *
     * @throws SecretDoesNotOpen if the record key does not open it
     */
    public PhoneNumber mobile(Snapshot snapshot) {
        return number(snapshot, snapshot.current().mobile());
    }

    /** The confirmed mobile's number; empty if the key that sealed it does not open any more. */
    public Optional<PhoneNumber> findMobile(Snapshot snapshot) {
        return find(() -> mobile(snapshot));
    }

    /** What the panel shows of the confirmed mobile. Opens nothing. */
    public static MaskedNumber maskedMobile(Snapshot snapshot) {
        return present(snapshot.current().mobile()).mask();
    }

    /** The number that awaits confirmation. */
    public PhoneNumber pendingMobile(Snapshot snapshot) {
        return number(snapshot, snapshot.current().pendingMobile());
    }

    /** The number that the panel had verified when the pending one was declared, or an earlier one since the last confirmation. */
    public Optional<PhoneNumber> pendingClaim(Snapshot snapshot) {
        return Optional.ofNullable(snapshot.current().pendingClaim())
                .map(claim -> new PhoneNumber(recordKey(snapshot).unseal(MOBILE, claim)));
    }

    /** The number that awaits confirmation; empty if there is none, or it cannot be read. */
    public Optional<PhoneNumber> findPendingMobile(Snapshot snapshot) {
        return find(() -> pendingMobile(snapshot));
    }

    private static Optional<PhoneNumber> find(Supplier<PhoneNumber> number) {
        try {
            return Optional.of(number.get());
        } catch (SecretDoesNotOpen lost) {
            return Optional.empty();
        }
    }

    private PhoneNumber number(Snapshot snapshot, @Nullable SealedNumber number) {
        return new PhoneNumber(
                recordKey(snapshot).unseal(MOBILE, present(number).sealed()));
    }

    private static SealedNumber present(@Nullable SealedNumber number) {
        if (number == null) {
            throw new SecretDoesNotOpen(Purpose.RECORD, "the ledger refers to a mobile that is not stored", null);
        }
        return number;
    }

    /**
     * What is stored with a new pending number. A record key that does not open is replaced; what it sealed is lost.
     *
     * @param claimed the number that the panel has verified; null keeps the one that it had verified at an earlier declaration
     * @throws KeysUnavailable if the key service does not answer; then nothing is replaced
     */
    public SecretWritten declaring(Snapshot snapshot, PhoneNumber number, @Nullable PhoneNumber claimed, Instant now) {
        var kept = snapshot.current();
        var sealing = sealing(snapshot, now);
        declared = sealing.key();
        var earlier = sealing.stored().equals(kept.recordKey()) ? kept.pendingClaim() : null;
        return written(
                snapshot,
                kept.pinKey(),
                sealing.stored(),
                kept.mobile(),
                sealing.number(number),
                claimed == null ? earlier : sealing.number(claimed).sealed());
    }

    /** The key that derives the code of the number that was {@link #declaring declared last}. */
    public RecordKey declared() {
        if (declared == null) {
            throw new IllegalStateException("no mobile was declared");
        }
        return declared;
    }

    /**
     * What is stored with the pending number as the confirmed one.
     *
     * @throws SecretDoesNotOpen if the record key does not open it
     */
    public SecretWritten confirming(Snapshot snapshot) {
        var kept = snapshot.current();
        var _ = pendingMobile(snapshot);
        return written(snapshot, kept.pinKey(), kept.recordKey(), kept.pendingMobile(), null, null);
    }

    /** What is stored with a new PIN key, for the mobile on file. Opens nothing. */
    public SecretWritten activating(Snapshot snapshot, Instant now) {
        var kept = snapshot.current();
        return written(snapshot, newPinKey(snapshot, now), kept.recordKey(), kept.mobile(), null, null);
    }

    /** What is stored with a new PIN key, for another mobile. A record key that does not open is replaced. */
    public SecretWritten activating(Snapshot snapshot, PhoneNumber mobile, Instant now) {
        var sealing = sealing(snapshot, now);
        return written(snapshot, newPinKey(snapshot, now), sealing.stored(), sealing.number(mobile), null, null);
    }

    /** What is stored without a PIN key. Opens nothing. */
    public static SecretWritten deactivating(Snapshot snapshot) {
        var kept = snapshot.current();
        return written(snapshot, null, kept.recordKey(), kept.mobile(), null, null);
    }

    private static SecretWritten written(
            Snapshot snapshot,
            @Nullable StoredKey pinKey,
            @Nullable StoredKey recordKey,
            @Nullable SealedNumber mobile,
            @Nullable SealedNumber pendingMobile,
            @Nullable Ciphertext pendingClaim) {
        return new SecretWritten(
                new StoredSecret(
                        snapshot.nextSequence(),
                        pinKey,
                        recordKey,
                        mobile,
                        pendingMobile,
                        pendingClaim,
                        snapshot.current().addresses()),
                snapshot.secret());
    }

    private StoredKey newPinKey(Snapshot snapshot, Instant now) {
        return make(snapshot, snapshot.state().pinKey() + 1, Purpose.PIN, now).stored();
    }

    private Sealing sealing(Snapshot snapshot, Instant now) {
        var ref = snapshot.state().secret();
        if (ref == null) {
            return newRecordKey(snapshot, 1, now);
        }
        try {
            return new Sealing(recordKey(snapshot), stored(snapshot, Purpose.RECORD));
        } catch (SecretDoesNotOpen lost) {
            return newRecordKey(snapshot, ref.recordKey() + 1, now);
        }
    }

    private Sealing newRecordKey(Snapshot snapshot, int version, Instant now) {
        var made = make(snapshot, version, Purpose.RECORD, now);
        return new Sealing((RecordKey) made.key(), made.stored());
    }

    private Made make(Snapshot snapshot, int version, Purpose purpose, Instant now) {
        var context = new SecretContext(tenant, snapshot.customer(), version, purpose);
        return made.computeIfAbsent(context, _ -> {
            var data = keys.generate(context);
            var key = key(context, data.plain());
            return new Made(key, new StoredKey(version, data.wrapped(), now, key.publicKey()));
        });
    }

    /** A stored key, if it is the one that the ledger refers to. */
    private static StoredKey stored(Snapshot snapshot, Purpose purpose) {
        if (snapshot.state().secret() == null) {
            throw new IllegalStateException("the customer has no keys");
        }
        var key = snapshot.current().key(purpose);
        if (key == null) {
            throw new SecretDoesNotOpen(purpose, "the stored key is not the one that the ledger refers to", null);
        }
        return key;
    }

    @Override
    public void close() {
        opened.values().forEach(OpenedKey::close);
        made.values().forEach(each -> each.key().close());
    }
}
