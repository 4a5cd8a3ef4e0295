package org.supportpin.functions.action;

import java.util.stream.Stream;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.phone.ContactPhone;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.ChangeDomainAdministrator;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.NewAdministrator;

/** {@code change-domain-administrator}. Parameters and plan contain personal data in full; the result masks it. */
final class ChangeDomainAdministratorJson {

    private static final ObjectCodec<AdministratorEdit> PLAN = members -> {
        var domain = members.required("domain", Texts.DOMAIN_NAME, AdministratorEdit::domain);
        var before = members.required("before", RegistrarJson.CONTACT, AdministratorEdit::before);
        var contact = members.optional("contactId", RegistrarJson.CONTACT_ID, AdministratorEdit::contact);
        var after = members.required("after", RegistrarJson.DETAILS, AdministratorEdit::after);
        return members.make(() -> new AdministratorEdit(domain.get(), before.get(), contact.orNull(), after.get()));
    };

    private static final String ONE_FORM = "Enter either contactId alone, or name, email and phone.";

    static final ActionJson<ChangeDomainAdministrator, AdministratorEdit, AdministratorEdit> JSON = new ActionJson<>(
            Read.object(fields -> {
                var domain = fields.required("domain", Texts.DOMAIN_NAME);
                var administrator = fields.required("administrator", ChangeDomainAdministratorJson::administrator);
                return fields.make(() -> new ChangeDomainAdministrator(domain.get(), administrator.get()));
            }),
            PLAN,
            ChangeDomainAdministratorJson::result);

    private ChangeDomainAdministratorJson() {}

    private static Checked<NewAdministrator> administrator(Json json) {
        if (!(json instanceof Obj object)) {
            return Checked.faulty("Enter a JSON object.");
        }
        var isListed = object.get("contactId").isPresent();
        var isDescribed = Stream.of("name", "email", "phone")
                .anyMatch(name -> object.get(name).isPresent());
        var fields = new Fields(object);
        if (isListed == isDescribed) {
            return noForm(fields, isListed);
        }
        return isListed ? listed(fields) : described(fields);
    }

    private static Checked<NewAdministrator> listed(Fields fields) {
        var contact = fields.required("contactId", RegistrarJson.CONTACT_ID);
        return fields.make(() -> new NewAdministrator.Listed(contact.get()));
    }

    private static Checked<NewAdministrator> described(Fields fields) {
        var name = fields.required("name", RegistrarJson.PERSON_NAME);
        var email = fields.required("email", Texts.EMAIL_ADDRESS);
        var phone = fields.required("phone", Read.text(ContactPhone::parse));
        return fields.make(
                () -> new NewAdministrator.Described(new ContactDetails(name.get(), email.get(), phone.get())));
    }

    /** Neither form, or both; the faults within them are reported too. */
    private static Checked<NewAdministrator> noForm(Fields fields, boolean isBoth) {
        fields.optional("contactId", RegistrarJson.CONTACT_ID);
        fields.optional("name", RegistrarJson.PERSON_NAME);
        fields.optional("email", Texts.EMAIL_ADDRESS);
        fields.optional("phone", Read.text(ContactPhone::parse));
        fields.fault(new Fault(isBoth ? "/contactId" : "", ONE_FORM));
        return fields.faulty();
    }

    private static Json result(AdministratorEdit change) {
        return Json.object()
                .put("domain", change.domain().ascii())
                .put("before", masked(change.before().details()))
                .put("after", masked(change.after()))
                .build();
    }

    private static Json masked(ContactDetails details) {
        return Json.object()
                .put("name", details.name().masked())
                .put("email", details.email().masked())
                .put("phone", details.phone().masked())
                .build();
    }
}
