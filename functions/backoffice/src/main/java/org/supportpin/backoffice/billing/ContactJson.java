package org.supportpin.backoffice.billing;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.Contact;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.EmailAddress;

/** Somebody whom billing writes to, as JSON: {@code {name, email, language?}}. */
public final class ContactJson {

    private ContactJson() {}

    public static Obj write(Contact contact) {
        var language = contact.language();
        return Json.object()
                .put("name", contact.name())
                .put("email", contact.email().address())
                .putIfPresent("language", language == null ? null : language.tag())
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<Contact> READ = Read.object(fields -> {
        var name = fields.required("name", Read.string());
        var email = fields.required("email", Read.text(EmailAddress::parse));
        var language = fields.optional("language", Read.text(ContactJson::language));
        return fields.make(() -> new Contact(name.get(), email.get(), language.orNull()));
    });

    private static Checked<Language> language(String tag) {
        return Language.of(tag).map(Checked::valid).orElseGet(() -> Checked.faulty("Give el or en."));
    }
}
