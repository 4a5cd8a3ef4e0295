package org.supportpin.backoffice.json;

import java.time.Instant;
import java.time.LocalDate;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/** Values that are strings in the JSON of several concepts. */
public final class Texts {

    public static final Codec<CustomerId> CUSTOMER_ID = Codec.text(CustomerId::value, CustomerId::parse);

    public static final Codec<DomainName> DOMAIN_NAME = Codec.text(DomainName::ascii, DomainName::parse);

    public static final Codec<EmailAddress> EMAIL_ADDRESS = Codec.text(EmailAddress::address, EmailAddress::parse);

    public static final Codec<IpAddress> IP_ADDRESS = Codec.text(IpAddress::text, IpAddress::parse);

    /** A day: {@code "2026-11-22"}. */
    public static final Codec<LocalDate> DAY =
            Codec.text(LocalDate::toString, LocalDate::parse, "Enter a date, for example 2026-11-22.");

    /** An instant of RFC 3339. */
    public static final Codec<Instant> INSTANT = Codec.text(
            Instant::toString,
            Instant::parse,
            "Enter a date and time as in RFC 3339, for example 2026-11-22T10:00:00Z.");

    private Texts() {}
}
