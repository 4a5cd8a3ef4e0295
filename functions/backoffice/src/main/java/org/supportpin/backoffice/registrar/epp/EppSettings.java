package org.supportpin.backoffice.registrar.epp;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.registrar.ContactId;

/**
 * The registry, the registrar's account there, and how its contacts map to customers.
 *
 * @param client the registrar's {@code clID}
 * @param contentType of each request
 * @param contactPrefix of the ids of new contacts; at most 12 characters follow
 * @param customerContacts a contact whose whole id matches is the customer in the first group
 * @param address the registrar's own, for contacts created by telephone
 */
public record EppSettings(
        Endpoint endpoint,
        String client,
        SecretReference password,
        String contentType,
        String contactPrefix,
        Pattern customerContacts,
        Address address) {

    /** A postal address (RFC 5733 §2.4). */
    public record Address(String street, String city, String postalCode, String country) {}

    private static final Read<String> LINE = Read.text(text -> Text.line(text, 1, 100));

    private static final Read<Address> ADDRESS = Read.object(fields -> {
        var street = fields.required("street", LINE);
        var city = fields.required("city", LINE);
        var postalCode = fields.required("postalCode", Read.text(text -> Text.line(text, 1, 16)));
        var country =
                fields.required("country", Read.matching("[A-Z]{2}", "Enter two capital letters, for example GR."));
        return fields.make(() -> new Address(street.get(), city.get(), postalCode.get(), country.get()));
    });

    public static final Read<EppSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var client =
                fields.required("client", Read.matching("[!-~]{3,16}", "Enter the clID: 3 to 16 visible characters."));
        var password = fields.required("password", SecretReference.READ);
        var type = fields.optional("contentType", Read.matching("[!-~ ]{1,100}", "Enter a media type."));
        var prefix = fields.required(
                "contactPrefix", Read.matching("[A-Za-z0-9_-]{1,6}", "Enter 1 to 6 letters, digits, _ or -."));
        var customers = fields.required("customerContacts", Read.text(EppSettings::pattern));
        var address = fields.required("contactAddress", ADDRESS);
        return fields.make(() -> new EppSettings(
                endpoint.get(),
                client.get(),
                password.get(),
                type.orElse("text/xml;charset=UTF-8"),
                prefix.get(),
                customers.get(),
                address.get()));
    });

    /** The customer that a contact is. Only its id decides, and nothing that a caller could say. */
    Optional<CustomerId> customer(ContactId contact) {
        var match = customerContacts.matcher(contact.value());
        return match.matches() ? CustomerId.parse(match.group(1)).asOptional() : Optional.empty();
    }

    private static Checked<Pattern> pattern(String text) {
        var faulty = Checked.<Pattern>faulty("Enter a regular expression with one group, for example reg_c([0-9]+).");
        try {
            var pattern = Pattern.compile(text);
            return pattern.matcher("").groupCount() == 1 ? Checked.valid(pattern) : faulty;
        } catch (PatternSyntaxException e) {
            return faulty;
        }
    }
}
