package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.notice.Notice;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.CustomerSecret;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * A customer's secrets during one request. Each is opened or created at most once, however many races are lost, and all are wiped
 * at the end.
 */
public final class SecretSession implements AutoCloseable {

    /** The label under which mobile numbers are sealed. */
    private static final String MOBILE = "mobile";

    private final DataKeys keys;
    private final String tenant;
    private @Nullable CustomerSecret opened;
    private @Nullable Minted minted;

    public SecretSession(DataKeys keys, String tenant) {
        this.keys = keys;
        this.tenant = tenant;
    }

    /** A declared number, and the one that the panel had verified. */
    private record Declared(PhoneNumber number, @Nullable PhoneNumber claimed) {}

    /** A newly created secret. It becomes the customer's when the ledger records it. */
    private record Minted(CustomerSecret secret, DataKeys.DataKey key) {}

    /**
     * The customer's secret, opened.
     *
     * @throws SecretDoesNotOpen if it is not the one that the ledger refers to, or belongs to another customer
     * @throws IllegalStateException if the customer has no secret
     */
    public CustomerSecret open(Snapshot snapshot) {
        var stored = stored(snapshot);
        var context = context(snapshot.customer(), stored.version(), stored.purpose());
        if (opened == null || !opened.context().equals(context)) {
            close(opened);
            opened = new CustomerSecret(context, keys.open(stored.wrapped(), context));
        }
        return opened;
    }

    /** The confirmed mobile's number. */
    public PhoneNumber mobile(Snapshot snapshot) {
        return number(snapshot, stored(snapshot).mobile());
    }

    /** The number that awaits confirmation. */
    public PhoneNumber pendingMobile(Snapshot snapshot) {
        return number(snapshot, stored(snapshot).pendingMobile());
    }

    /** The number that the panel had verified when the pending one was declared, or an earlier one since the last confirmation. */
    public Optional<PhoneNumber> pendingClaim(Snapshot snapshot) {
        return Optional.ofNullable(stored(snapshot).pendingClaim()).map(claim -> number(snapshot, claim));
    }

    /**
     * The secret with a new pending number. If there is no secret yet, creates one for mobiles.
     *
     * @param claimed the number that the panel has verified; null keeps the one that it had verified at an earlier declaration
     */
    public StoredSecret declaring(Snapshot snapshot, PhoneNumber number, @Nullable PhoneNumber claimed, Instant now) {
        if (snapshot.state().secret() == null) {
            return mint(snapshot, 1, Purpose.MOBILE, null, new Declared(number, claimed), now);
        }
        var stored = stored(snapshot);
        var secret = open(snapshot);
        return revised(
                snapshot,
                stored.mobile(),
                secret.seal(MOBILE, number.e164()),
                claimed == null ? stored.pendingClaim() : seal(secret, claimed));
    }

    /** The secret with the pending number as the confirmed one. */
    public StoredSecret confirming(Snapshot snapshot) {
        return revised(snapshot, stored(snapshot).pendingMobile(), null, null);
    }

    /** A new secret that replaces the previous one, with a mobile sealed in it. */
    public StoredSecret renewed(Snapshot snapshot, Purpose purpose, PhoneNumber mobile, Instant now) {
        var secret = snapshot.state().secret();
        return mint(snapshot, secret == null ? 1 : secret.version() + 1, purpose, mobile, null, now);
    }

    /** The secret in which {@link #declaring} sealed the number, for the same snapshot. */
    public CustomerSecret declared(Snapshot snapshot) {
        if (snapshot.state().secret() != null) {
            return open(snapshot);
        }
        if (minted == null) {
            throw new IllegalStateException("no mobile was declared on this snapshot");
        }
        return minted.secret();
    }

    /** A notice, sealed under its own ID. */
    public Ciphertext sealed(Snapshot snapshot, NoticeId id, Notice notice) {
        return open(snapshot).seal(label(id), notice.reveal());
    }

    /** The notice that {@link #sealed} sealed. */
    public Notice notice(Snapshot snapshot, NoticeId id, Ciphertext sealed) {
        return Notice.restored(open(snapshot).unseal(label(id), sealed));
    }

    private static String label(NoticeId id) {
        return "notice " + id.value();
    }

    private StoredSecret mint(
            Snapshot snapshot,
            int version,
            Purpose purpose,
            @Nullable PhoneNumber mobile,
            @Nullable Declared declared,
            Instant now) {
        var context = context(snapshot.customer(), version, purpose);
        if (minted == null || !minted.secret().context().equals(context)) {
            close(minted == null ? null : minted.secret());
            var key = keys.generate(context);
            minted = new Minted(new CustomerSecret(context, key.plain()), key);
        }
        var secret = minted.secret();
        return new StoredSecret(
                version,
                snapshot.nextSequence(),
                purpose,
                minted.key().wrapped(),
                minted.key().keyId(),
                now,
                seal(secret, mobile),
                seal(secret, declared == null ? null : declared.number()),
                seal(secret, declared == null ? null : declared.claimed()));
    }

    private static @Nullable Ciphertext seal(CustomerSecret secret, @Nullable PhoneNumber number) {
        return number == null ? null : secret.seal(MOBILE, number.e164());
    }

    private static StoredSecret revised(
            Snapshot snapshot,
            @Nullable Ciphertext mobile,
            @Nullable Ciphertext pendingMobile,
            @Nullable Ciphertext pendingClaim) {
        var stored = stored(snapshot);
        return new StoredSecret(
                stored.version(),
                snapshot.nextSequence(),
                stored.purpose(),
                stored.wrapped(),
                stored.keyId(),
                stored.createdAt(),
                mobile,
                pendingMobile,
                pendingClaim);
    }

    private PhoneNumber number(Snapshot snapshot, @Nullable Ciphertext sealed) {
        if (sealed == null) {
            throw new IllegalStateException("the ledger refers to a mobile that is not stored");
        }
        return new PhoneNumber(open(snapshot).unseal(MOBILE, sealed));
    }

    /** The stored secret, if it is the one that the ledger refers to. */
    private static StoredSecret stored(Snapshot snapshot) {
        var stored = snapshot.secret();
        var expected = snapshot.state().secret();
        if (expected == null) {
            throw new IllegalStateException("the customer has no secret");
        }
        if (stored == null || !expected.equals(new SecretRef(stored.version(), stored.revision(), stored.purpose()))) {
            throw new SecretDoesNotOpen("the stored secret is not the one that the ledger refers to", null);
        }
        return stored;
    }

    private SecretContext context(CustomerId customer, int version, Purpose purpose) {
        return new SecretContext(tenant, customer, version, purpose);
    }

    private static void close(@Nullable CustomerSecret secret) {
        if (secret != null) {
            secret.close();
        }
    }

    @Override
    public void close() {
        close(opened);
        close(minted == null ? null : minted.secret());
    }
}
