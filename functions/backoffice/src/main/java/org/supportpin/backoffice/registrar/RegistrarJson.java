package org.supportpin.backoffice.registrar;

import static org.supportpin.backoffice.json.Texts.CUSTOMER_ID;
import static org.supportpin.backoffice.json.Texts.DOMAIN_NAME;
import static org.supportpin.backoffice.json.Texts.EMAIL_ADDRESS;
import static org.supportpin.backoffice.json.Texts.INSTANT;
import static org.supportpin.backoffice.json.Texts.IP_ADDRESS;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Members;
import org.supportpin.backoffice.json.ObjectCodec;
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

    /** A contact; without {@code customerId} if it is not a customer. */
    public static final ObjectCodec<Contact> CONTACT = members -> {
        var id = members.required("contactId", CONTACT_ID, Contact::id);
        var listedUnder = members.required("listedUnder", CUSTOMER_ID, Contact::listedUnder);
        var person = members.optional("customerId", CUSTOMER_ID, Contact::person);
        var details = details(members, Contact::details);
        return members.make(() -> new Contact(id.get(), listedUnder.get(), person.orNull(), details.get()));
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

    public static final ObjectCodec<RegisteredDomain> DOMAIN = members -> {
        var name = members.required("name", DOMAIN_NAME, RegisteredDomain::name);
        var customer = members.required("customerId", CUSTOMER_ID, RegisteredDomain::customer);
        var status = members.required("status", STATUS, RegisteredDomain::status);
        var submission = members.required("submission", SUBMISSION, RegisteredDomain::submission);
        var expiresAt = members.required("expiresAt", INSTANT, RegisteredDomain::expiresAt);
        var owner = members.required("owner", CONTACT, RegisteredDomain::owner);
        var administrator = members.required("administrator", CONTACT, RegisteredDomain::administrator);
        var nameservers = members.required("nameservers", NAMESERVERS, RegisteredDomain::nameservers);
        return members.make(() -> new RegisteredDomain(
                name.get(),
                customer.get(),
                owner.get(),
                administrator.get(),
                nameservers.get(),
                status.get(),
                submission.get(),
                expiresAt.get()));
    };

    private RegistrarJson() {}

    private static <T> Supplier<ContactDetails> details(Members<T> members, Function<T, ContactDetails> of) {
        var name = members.required("name", PERSON_NAME, of.andThen(ContactDetails::name));
        var email = members.required("email", EMAIL_ADDRESS, of.andThen(ContactDetails::email));
        var phone = members.required("phone", PHONE, of.andThen(ContactDetails::phone));
        return () -> new ContactDetails(name.get(), email.get(), phone.get());
    }
}
