package org.supportpin.domain.customer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.StoredSecret.Addresses;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** A customer's notice address in the item with the keys, read and written during one request. */
final class SealedAddresses {

    private static final String LABEL = "notice address";

    private final SecretSession session;
    private final Snapshot snapshot;

    SealedAddresses(SecretSession session, Snapshot snapshot) {
        this.session = session;
        this.snapshot = snapshot;
    }

    /** The address on file; empty if there is none, or the key that sealed it does not open any more. */
    Optional<EmailAddress> find() {
        return snapshot.state().noticeAddress().isConfirmed()
                ? find(snapshot.current().addresses().confirmed())
                : Optional.empty();
    }

    /** The address that awaits confirmation; empty if there is none, or it cannot be read. */
    Optional<EmailAddress> findPending() {
        return snapshot.state().noticeAddress().pending() == null
                ? Optional.empty()
                : find(snapshot.current().addresses().pending());
    }

    /**
     * The address that awaits confirmation.
     *
     * @throws SecretDoesNotOpen if the record key does not open it
     */
    EmailAddress pending() {
        return opened(snapshot.current().addresses().pending());
    }

    /** What is stored with a new pending address. */
    SecretWritten declaring(EmailAddress address) {
        var sealed = session.recordKey(snapshot).seal(LABEL, address.address());
        return written(new Addresses(snapshot.current().addresses().confirmed(), sealed));
    }

    /** What is stored with the pending address as the confirmed one. */
    SecretWritten confirming() {
        return written(new Addresses(snapshot.current().addresses().pending(), null));
    }

    /** What is stored without any address. Opens nothing. */
    SecretWritten removing() {
        return written(Addresses.NONE);
    }

    private SecretWritten written(Addresses next) {
        return new SecretWritten(snapshot.current().with(next, snapshot.nextSequence()), snapshot.secret());
    }

    private Optional<EmailAddress> find(@Nullable Ciphertext sealed) {
        try {
            return Optional.of(opened(sealed));
        } catch (SecretDoesNotOpen lost) {
            return Optional.empty();
        }
    }

    private EmailAddress opened(@Nullable Ciphertext sealed) {
        if (sealed == null) {
            throw new SecretDoesNotOpen(Purpose.RECORD, "the ledger refers to an address that is not stored", null);
        }
        return EmailAddress.parse(session.recordKey(snapshot).unseal(LABEL, sealed))
                .orThrow();
    }
}
