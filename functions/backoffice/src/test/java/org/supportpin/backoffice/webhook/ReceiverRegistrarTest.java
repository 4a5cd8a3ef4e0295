package org.supportpin.backoffice.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.registrar.RegistrarJson;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.domain.registrar.Signing;
import org.supportpin.domain.testing.RegistrarContract;

class ReceiverRegistrarTest extends RegistrarContract {

    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final Instant REGISTERED = Instant.parse("2026-11-21T12:00:00Z");
    private static final CustomerId MARIA = new CustomerId("1001");
    private static final Contact CONTACT = new Contact(
            new ContactId("con-1"),
            MARIA,
            MARIA,
            new ContactDetails(
                    new PersonName("Μαρία Παπαδοπούλου"),
                    EmailAddress.parse("maria@example.gr").orThrow(),
                    new PhoneNumber("+306912345678")));

    private static PythonReceiver receiver;

    private final RegisteredDomain domain = new RegisteredDomain(
            new DomainName("domain-" + UUID.randomUUID() + ".gr"),
            MARIA,
            CONTACT,
            List.of(CONTACT),
            new Nameservers(List.of(
                    new Nameserver(new DomainName("ns1.hoster.gr"), List.of()),
                    new Nameserver(new DomainName("ns2.hoster.gr"), List.of()))),
            Status.ACTIVE,
            new Submission(Submission.Kind.FIRST_REGISTRATION, REGISTERED),
            REGISTERED.plus(Duration.ofDays(730)),
            new Signing(true, List.of(new Signing.DsData(12345, 13, 2, "AB".repeat(32)))));

    @BeforeAll
    static void start() {
        receiver = PythonReceiver.start(KEY);
    }

    @AfterAll
    static void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }

    @BeforeEach
    void register() {
        receiver.seed("domains", domain.name().ascii(), RegistrarJson.DOMAIN.write(domain));
        receiver.seed("contacts", CONTACT.id().value(), RegistrarJson.CONTACT.write(CONTACT));
    }

    @Override
    protected Registrar registrar() {
        var settings = new WebhookSettings(receiver.endpoint(), List.of(new SecretReference("/support-pin/hook")));
        return new Webhook(settings, _ -> new Secret(KEY), Clock.systemUTC(), CALM).registrar();
    }

    @Override
    protected RegisteredDomain domain() {
        return domain;
    }
}
