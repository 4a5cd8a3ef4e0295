package org.supportpin.backoffice.mail.ses;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.mail.EmailAddress;

/**
 * The sender. The function's region and role are used, so there is no secret.
 *
 * @param from an identity that is verified in SES
 * @param fromName the sender's display name; null for the address alone
 */
public record SesSettings(EmailAddress from, @Nullable String fromName) {

    public static final Read<SesSettings> READ = Read.object(fields -> {
        var from = fields.required("from", Read.text(EmailAddress::parse));
        var fromName = fields.optional("fromName", Read.text(text -> Text.line(text, 1, 100)));
        return fields.make(() -> new SesSettings(from.get(), fromName.orNull()));
    });
}
