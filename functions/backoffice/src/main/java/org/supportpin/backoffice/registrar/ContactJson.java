package org.supportpin.backoffice.registrar;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.PersonName;

/** A contact as JSON, with its personal data in clear. */
public final class ContactJson {

    private ContactJson() {}

    /** {@code {contactId, listedUnder, customerId, name, email, phone}}; no {@code customerId} where it is nobody's. */
    public static Json.Obj write(Contact contact) {
        return details(
                Json.object()
                        .put("contactId", contact.id().value())
                        .put("listedUnder", contact.listedUnder().value())
                        .putIfPresent("customerId", text(contact.person())),
                contact.details());
    }

    /** What {@link #write(Contact)} gave. */
    public static final Read<Contact> READ = Read.object(fields -> {
        var id = fields.required("contactId", Read.text(ContactId::parse));
        var listedUnder = fields.required("listedUnder", Read.text(CustomerId::parse));
        var person = fields.optional("customerId", Read.text(CustomerId::parse));
        var details = new DetailsFields(fields);
        return fields.make(() -> new Contact(id.get(), listedUnder.get(), person.orNull(), details.get()));
    });

    /** {@code {name, email, phone}}. */
    public static Json.Obj write(ContactDetails details) {
        return details(Json.object(), details);
    }

    /** What {@link #write(ContactDetails)} gave. */
    public static final Read<ContactDetails> DETAILS = Read.object(fields -> {
        var details = new DetailsFields(fields);
        return fields.make(details::get);
    });

    private static Json.Obj details(Json.Builder json, ContactDetails details) {
        return json.put("name", details.name().value())
                .put("email", details.email().address())
                .put("phone", details.phone().e164())
                .build();
    }

    private static @Nullable String text(@Nullable CustomerId customer) {
        return customer == null ? null : customer.value();
    }

    /** The three members, among others perhaps. A number was judged before it was stored, by the rules of its day. */
    private record DetailsFields(
            Fields.Field<PersonName> name, Fields.Field<EmailAddress> email, Fields.Field<String> phone) {

        DetailsFields(Fields fields) {
            this(
                    fields.required("name", Read.text(PersonName::parse)),
                    fields.required("email", Read.text(EmailAddress::parse)),
                    fields.required("phone", Read.string()));
        }

        ContactDetails get() {
            return new ContactDetails(name.get(), email.get(), new PhoneNumber(phone.get()));
        }
    }
}
