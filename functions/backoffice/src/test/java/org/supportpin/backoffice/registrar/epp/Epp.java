package org.supportpin.backoffice.registrar.epp;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;

/** What all tests share: the settings, and the requests for the one domain of {@link EppServer}. */
final class Epp {

    static final String CONTENT_TYPE = EppServer.MEDIA_TYPE;
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final DomainName NAME = DomainName.parse(EppServer.NAME).orThrow();
    static final CustomerId MARIA = new CustomerId("1001");
    static final Contact CONTACT = new Contact(new ContactId("reg_c1001"), MARIA, MARIA, details("Μαρία Παπαδοπούλου"));
    /** The same contact as an owner, whose details nothing needs. */
    static final Contact OWNER = new Contact(CONTACT.id(), MARIA, MARIA, null);

    static final NameserverEdit CHANGE = new NameserverEdit(
            NAME, servers("ns1.hoster.gr", "ns2.hoster.gr"), servers("ns2.hoster.gr", "ns3.other.gr"));
    static final Submission SUBMISSION =
            new Submission(Submission.Kind.FIRST_REGISTRATION, Instant.parse("2026-11-20T10:00:00Z"));
    static final DomainRecall RECALL = new DomainRecall(NAME, Status.ACTIVE, SUBMISSION);

    private Epp() {}

    static EppSettings settings(Endpoint endpoint, SecretReference password, String contentType) {
        return settings(endpoint, password, contentType, "reg_");
    }

    static EppSettings settings(Endpoint endpoint, SecretReference password, String contentType, String contactPrefix) {
        return new EppSettings(
                endpoint,
                "registrar",
                password,
                contentType,
                contactPrefix,
                Pattern.compile("reg_c([0-9]+)"),
                new EppSettings.Address("Οδός 1", "Αθήνα", "Αττική", "10431", "GR"));
    }

    static Nameservers servers(String... hosts) {
        return new Nameservers(Arrays.stream(hosts)
                .map(host -> new Nameserver(new DomainName(host), List.of()))
                .toList());
    }

    static AdministratorEdit administrator(String name) {
        return new AdministratorEdit(NAME, CONTACT, null, details(name));
    }

    static ContactDetails details(String name) {
        return new ContactDetails(
                new PersonName(name),
                EmailAddress.parse("maria@example.gr").orThrow(),
                new PhoneNumber("+306912345678"));
    }

    /** The same request with another text in it. */
    static Asked with(Asked request, String text, String other) {
        return new Asked(
                request.method(),
                request.path(),
                request.headers(),
                Content.of(request.text().replace(text, other)));
    }

    /** Whether a request changes the domain, and not only an object created before it. */
    static boolean isChange(Asked request) {
        return request.text().contains("<domain:update") || request.text().contains("<domain:delete");
    }
}
