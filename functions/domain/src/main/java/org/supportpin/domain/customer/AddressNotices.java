package org.supportpin.domain.customer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.message.NoticeMail;
import org.supportpin.domain.message.NoticeMail.About;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.pin.Passcode;

/**
 * Mails to a customer's notice address, beside what is told to the mobile.
 *
 * @param zone the time zone for times in mails
 */
public record AddressNotices(Notices notices, ZoneId zone, SupportPhone phone) {

    /** The same zone and number, for what opens no key. */
    NoticesOnFile onFile() {
        return new NoticesOnFile(zone, phone);
    }

    /**
     * What is told to the address on file; empty if there is none, or it can no longer be read.
     *
     * @param which of the entry's notices it is: 1, 2 …
     */
    Optional<Prepared> toAddressOnFile(
            SecretSession session, Snapshot snapshot, int which, NoticeKind kind, About about, Instant now) {
        return new SealedAddresses(session, snapshot)
                .find()
                .map(address -> to(address, session, snapshot, which, kind, about, now));
    }

    Prepared to(
            EmailAddress address,
            SecretSession session,
            Snapshot snapshot,
            int which,
            NoticeKind kind,
            About about,
            Instant now) {
        var mail = NoticeMail.of(about, address, snapshot.state().language(), now, zone, phone);
        return notices.prepared(session, snapshot, which, kind, mail, now);
    }

    Prepared code(
            EmailAddress address, SecretSession session, Snapshot snapshot, Passcode code, Instant until, Instant now) {
        var mail = NoticeMail.code(address, snapshot.state().language(), code, until, zone);
        return notices.prepared(session, snapshot, 1, NoticeKind.ADDRESS_CODE, mail, now);
    }
}
