package org.supportpin.backoffice.registrar.epp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.registrar.ContactId;

/**
 * The registry, the registrar's account there, and how its contacts map to customers.
 *
 * @param client the registrar's {@code clID}
 * @param contentType of each request
 * @param contactPrefix of the ids of new contacts: the registrar's at the registry, with its underscore
 * @param customerContacts a contact whose whole id matches is the customer in the first group. It matches few or no ids of new contacts,
 *     and none of those is ever used
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
    public record Address(String street, String city, String region, String postalCode, String country) {}

    private static final int LONGEST_CONTACT_ID = 16;
    /** How many ids of new contacts are tried on the pattern at the start. */
    private static final int SAMPLES = 100;

    private static final Read<String> LINE = Read.text(text -> Text.line(text, 1, 100));

    private static final Read<Address> ADDRESS = Read.object(fields -> {
        var street = fields.required("street", LINE);
        var city = fields.required("city", LINE);
        var region = fields.required("region", LINE);
        var postalCode = fields.required("postalCode", Read.text(text -> Text.line(text, 1, 16)));
        var country =
                fields.required("country", Read.matching("[A-Z]{2}", "Enter two capital letters, for example GR."));
        return fields.make(() -> new Address(street.get(), city.get(), region.get(), postalCode.get(), country.get()));
    });

    public static final Read<EppSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var client =
                fields.required("client", Read.matching("[!-~]{3,16}", "Enter the clID: 3 to 16 visible characters."));
        var password = fields.required("password", SecretReference.READ);
        var type = fields.optional("contentType", Read.matching("[!-~ ]{1,100}", "Enter a media type."));
        var prefix = fields.required(
                "contactPrefix",
                Read.matching(
                        "(?=.{2,6}$)[A-Za-z0-9]+_[A-Za-z0-9]*",
                        "Enter the registrar's prefix with its underscore, for example reg_: 2 to 6 characters."));
        var customers = fields.required("customerContacts", Read.text(EppSettings::pattern));
        var address = fields.required("contactAddress", ADDRESS);
        return fields.then(() -> checked(new EppSettings(
                endpoint.get(),
                client.get(),
                password.get(),
                type.orElse("application/epp+xml;charset=UTF-8"),
                prefix.get(),
                customers.get(),
                address.get())));
    });

    private static Checked<EppSettings> checked(EppSettings settings) {
        var customers = IntStream.range(0, SAMPLES)
                .mapToObj(i -> settings.contact(Integer.toString(i)))
                .filter(id -> settings.customer(id).isPresent())
                .count();
        return customers * 2 > SAMPLES
                ? Checked.faulty(List.of(new Fault(
                        "/contactPrefix",
                        "Enter another prefix: customerContacts would take the ids of new contacts for customers.")))
                : Checked.valid(settings);
    }

    /**
     * The id of the contact that an action creates; the same for the same action, so that a second attempt finds the contact of the first.
     * Never one that would make the new contact a customer.
     */
    ContactId newContact(ActionId id) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> contact(i == 0 ? id.value() : id.value() + " " + i))
                .filter(each -> customer(each).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private ContactId contact(String seed) {
        var digits = Hash.of(seed.getBytes(StandardCharsets.UTF_8)).hex();
        return new ContactId((contactPrefix + digits).substring(0, LONGEST_CONTACT_ID));
    }

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
