package org.supportpin.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.registrar.RegistrarJson;
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
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.RegistrarContract;

class SimulatedRegistrarTest extends RegistrarContract {

    private static final Instant REGISTERED = Instant.parse("2026-11-21T12:00:00Z");
    private static final MutableClock CLOCK = new MutableClock(REGISTERED.plus(Duration.ofDays(1)));
    private static final CustomerId MARIA = new CustomerId("1001");

    private final RegisteredDomain domain = registered();

    private static RegisteredDomain registered() {
        var contact = new Contact(
                new ContactId("con-1"),
                MARIA,
                MARIA,
                new ContactDetails(
                        new PersonName("Μαρία Παπαδοπούλου"),
                        EmailAddress.parse("maria@example.gr").orThrow(),
                        new PhoneNumber("+306912345678")));
        return new RegisteredDomain(
                new DomainName("domain-" + UUID.randomUUID() + ".gr"),
                MARIA,
                contact,
                List.of(contact),
                new Nameservers(List.of(
                        new Nameserver(new DomainName("ns1.hoster.gr"), List.of()),
                        new Nameserver(new DomainName("ns2.hoster.gr"), List.of()))),
                Status.ACTIVE,
                new Submission(Submission.Kind.FIRST_REGISTRATION, REGISTERED),
                REGISTERED.plus(Duration.ofDays(730)),
                Signing.NONE);
    }

    @BeforeEach
    void register() {
        SimulatedTable.put(
                "domains",
                domain.name().ascii(),
                Json.object()
                        .putAll(RegistrarJson.DOMAIN.write(domain))
                        .put("actions", new Json.Arr(List.of()))
                        .build());
        SimulatedTable.put("contacts", "con-1", RegistrarJson.CONTACT.write(domain.owner()));
    }

    @Override
    protected Registrar registrar() {
        return new SimulatedBackOffice(SimulatedTable.client(), SimulatedTable.NAME, CLOCK).registrar();
    }

    @Override
    protected RegisteredDomain domain() {
        return domain;
    }
}
