package org.supportpin.domain.customer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;

/**
 * Reads one customer's personal texts. The record key is opened with the first text that needs it, and once. A text that no key
 * opens any more, because the customer was forgotten or a key was lost, is empty.
 */
public final class PersonalTexts implements TextReader, AutoCloseable {

    private final LedgerCommands ledger;
    private final CustomerId customer;
    private final SecretSession session;
    private @Nullable Snapshot newest;

    public PersonalTexts(LedgerCommands ledger, Secrets secrets, CustomerId customer) {
        this.ledger = ledger;
        this.customer = customer;
        this.session = secrets.session();
    }

    @Override
    public Optional<String> read(String label, SealedText text) {
        if (text.known() != null) {
            return Optional.of(text.known());
        }
        if (newest == null) {
            newest = ledger.read(customer);
        }
        if (newest.state().secret() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(session.recordKey(newest))
                    .filter(key -> key.context().version() == text.keyVersion())
                    .map(key -> key.open(label, text));
        } catch (SecretDoesNotOpen lost) {
            return Optional.empty();
        }
    }

    /** The number of the mobile on file; empty if there is none, or it does not open. */
    public Optional<String> mobile(Snapshot snapshot) {
        return snapshot.hasMobile() ? session.findMobile(snapshot).map(PhoneNumber::e164) : Optional.empty();
    }

    /** The number that awaits confirmation; empty if there is none, or it does not open. */
    public Optional<String> pendingMobile(Snapshot snapshot) {
        return snapshot.state().mobile().pending() == null
                ? Optional.empty()
                : session.findPendingMobile(snapshot).map(PhoneNumber::e164);
    }

    /** The notice address on file; empty if there is none, or it does not open. */
    public Optional<String> noticeAddress(Snapshot snapshot) {
        return new SealedAddresses(session, snapshot).find().map(EmailAddress::address);
    }

    /** The notice address that awaits confirmation; empty if there is none, or it does not open. */
    public Optional<String> pendingNoticeAddress(Snapshot snapshot) {
        return new SealedAddresses(session, snapshot).findPending().map(EmailAddress::address);
    }

    @Override
    public void close() {
        session.close();
    }
}
