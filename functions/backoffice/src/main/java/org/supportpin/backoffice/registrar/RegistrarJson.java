package org.supportpin.backoffice.registrar;

import static org.supportpin.backoffice.json.Texts.CUSTOMER_ID;
import static org.supportpin.backoffice.json.Texts.DOMAIN_NAME;
import static org.supportpin.backoffice.json.Texts.EMAIL_ADDRESS;
import static org.supportpin.backoffice.json.Texts.INSTANT;
import static org.supportpin.backoffice.json.Texts.IP_ADDRESS;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Members;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;
import org.supportpin.domain.registrar.Signing;
import org.supportpin.domain.registrar.Signing.DsData;

/** Registered domain names as JSON, with personal data in clear. */
public final class RegistrarJson {

    private static final int MOST = 1000;

    public static final Codec<ContactId> CONTACT_ID = Codec.text(ContactId::value, ContactId::parse);

    public static final Codec<PersonName> PERSON_NAME = Codec.text(PersonName::value, PersonName::parse);

    public static final Codec<Status> STATUS = Codec.oneOf(Status.values());

    /** Not parsed again, because it was checked by the rules of the day on which it was stored. */
    private static final Codec<PhoneNumber> PHONE = Codec.string().as(PhoneNumber::new, PhoneNumber::e164);

    public static final ObjectCodec<ContactDetails> DETAILS = members -> {
        var details = details(members, each -> each);
        return members.make(details);
    };

    /** A contact; without {@code customerId} if it is not a customer. Without its details, or without one of them, it is not shown. */
    public static final ObjectCodec<Contact> CONTACT = members -> {
        var id = members.required("contactId", CONTACT_ID, Contact::id);
        var listedUnder = members.required("listedUnder", CUSTOMER_ID, Contact::listedUnder);
        var person = members.optional("customerId", CUSTOMER_ID, Contact::person);
        var name = members.optional(
                "name", PERSON_NAME, each -> each.isShown() ? each.details().name() : null);
        var email = members.optional(
                "email", EMAIL_ADDRESS, each -> each.isShown() ? each.details().email() : null);
        var phone = members.optional(
                "phone", PHONE, each -> each.isShown() ? each.details().phone() : null);
        return members.make(() -> new Contact(
                id.get(), listedUnder.get(), person.orNull(), shown(name.orNull(), email.orNull(), phone.orNull())));
    };

    /** Without {@code addresses} if there are none. */
    private static final ObjectCodec<Nameserver> NAMESERVER = members -> {
        var host = members.required("host", DOMAIN_NAME, Nameserver::host);
        var addresses = members.optional(
                "addresses",
                IP_ADDRESS.list(1, MOST),
                server -> server.addresses().isEmpty() ? null : server.addresses());
        return members.make(() -> new Nameserver(host.get(), addresses.orElse(List.of())));
    };

    public static final Codec<Nameservers> NAMESERVERS =
            NAMESERVER.list(0, MOST).as(Nameservers::new, Nameservers::servers);

    public static final ObjectCodec<NameserverEdit> NAMESERVER_EDIT = members -> {
        var domain = members.required("domain", DOMAIN_NAME, NameserverEdit::domain);
        var before = members.required("before", NAMESERVERS, NameserverEdit::before);
        var after = members.required("after", NAMESERVERS, NameserverEdit::after);
        return members.make(() -> new NameserverEdit(domain.get(), before.get(), after.get()));
    };

    public static final ObjectCodec<Submission> SUBMISSION = members -> {
        var kind = members.required("kind", Codec.oneOf(Submission.Kind.values()), Submission::kind);
        var at = members.required("at", INSTANT, Submission::at);
        return members.make(() -> new Submission(kind.get(), at.get()));
    };

    private static final Codec<String> DIGEST = Codec.text(
            digest -> digest,
            text -> text.matches("([0-9A-F]{2}){1,128}")
                    ? Checked.valid(text)
                    : Checked.faulty("Enter the digest in hexadecimal, in capital letters."));

    private static final ObjectCodec<DsData> DS = members -> {
        var keyTag = members.required("keyTag", Codec.integer(0, 0xFFFF), DsData::keyTag);
        var algorithm = members.required("algorithm", Codec.integer(0, 0xFF), DsData::algorithm);
        var digestType = members.required("digestType", Codec.integer(0, 0xFF), DsData::digestType);
        var digest = members.required("digest", DIGEST, DsData::digest);
        return members.make(() -> new DsData(keyTag.get(), algorithm.get(), digestType.get(), digest.get()));
    };

    /** What is published for a signed domain; {@code signed} is false for any other. */
    private static final ObjectCodec<Signing> SIGNING = members -> {
        var signed = members.required("signed", Codec.bool(), Signing::isSigned);
        var ds = members.required("ds", DS.list(0, MOST), Signing::ds);
        return members.then(() -> signed.get() || ds.get().isEmpty()
                ? Checked.valid(new Signing(signed.get(), ds.get()))
                : Checked.faulty("Leave ds empty if the domain is not signed."));
    };

    public static final ObjectCodec<RegisteredDomain> DOMAIN = members -> {
        var name = members.required("name", DOMAIN_NAME, RegisteredDomain::name);
        var customer = members.required("customerId", CUSTOMER_ID, RegisteredDomain::customer);
        var status = members.required("status", STATUS, RegisteredDomain::status);
        var submission = members.required("submission", SUBMISSION, RegisteredDomain::submission);
        var expiresAt = members.required("expiresAt", INSTANT, RegisteredDomain::expiresAt);
        var owner = members.required("owner", CONTACT, RegisteredDomain::owner);
        var administrators =
                members.required("administrators", CONTACT.list(0, MOST), RegisteredDomain::administrators);
        var nameservers = members.required("nameservers", NAMESERVERS, RegisteredDomain::nameservers);
        var signing = members.optional("signing", SIGNING, RegisteredDomain::signing);
        return members.make(() -> new RegisteredDomain(
                name.get(),
                customer.get(),
                owner.get(),
                administrators.get(),
                nameservers.get(),
                status.get(),
                submission.get(),
                expiresAt.get(),
                signing.orNull()));
    };

    private RegistrarJson() {}

    private static @Nullable ContactDetails shown(
            @Nullable PersonName name, @Nullable EmailAddress email, @Nullable PhoneNumber phone) {
        return name == null || email == null || phone == null ? null : new ContactDetails(name, email, phone);
    }

    private static <T> Supplier<ContactDetails> details(Members<T> members, Function<T, ContactDetails> of) {
        var name = members.required("name", PERSON_NAME, of.andThen(ContactDetails::name));
        var email = members.required("email", EMAIL_ADDRESS, of.andThen(ContactDetails::email));
        var phone = members.required("phone", PHONE, of.andThen(ContactDetails::phone));
        return () -> new ContactDetails(name.get(), email.get(), phone.get());
    }
}
