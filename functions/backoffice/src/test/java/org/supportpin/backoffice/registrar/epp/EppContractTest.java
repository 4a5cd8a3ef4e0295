package org.supportpin.backoffice.registrar.epp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.supportpin.backoffice.http.Patience;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.domain.customer.CustomerId;
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
import org.supportpin.testkit.MutableClock;
import org.supportpin.testkit.RegistrarContract;

class EppContractTest extends RegistrarContract {

    private static final CustomerId MARIA = new CustomerId("1001");
    private static final Contact CONTACT = new Contact(
            new ContactId("reg_c1001"),
            MARIA,
            MARIA,
            new ContactDetails(
                    new PersonName("Μαρία Παπαδοπούλου"),
                    EmailAddress.parse("maria@example.gr").orThrow(),
                    new PhoneNumber("+306912345678")));

    private final StubServer server = StubServer.start().does(new EppServer("password")::answer);
    private final Registrar registrar = new EppRegistrar(
            new EppSettings(
                    server.endpoint(),
                    "registrar",
                    new SecretReference("/support-pin/epp"),
                    "text/xml;charset=UTF-8",
                    "reg_",
                    Pattern.compile("reg_c([0-9]+)"),
                    new EppSettings.Address("Οδός 1", "Αθήνα", "10431", "GR")),
            _ -> new Secret("password"),
            new MutableClock(Instant.parse("2026-11-22T12:00:00Z")),
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Registrar registrar() {
        return registrar;
    }

    @Override
    protected RegisteredDomain domain() {
        return new RegisteredDomain(
                DomainName.parse(EppServer.NAME).orThrow(),
                MARIA,
                CONTACT,
                CONTACT,
                new Nameservers(List.of(
                        new Nameserver(new DomainName("ns1.hoster.gr"), List.of()),
                        new Nameserver(new DomainName("ns2.hoster.gr"), List.of()))),
                Status.ACTIVE,
                new Submission(Submission.Kind.FIRST_REGISTRATION, Instant.parse("2026-11-20T10:00:00Z")),
                Instant.parse("2028-11-20T10:00:00Z"));
    }
}
