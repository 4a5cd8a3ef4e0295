package org.supportpin.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.identity.CustomerId;
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
import org.supportpin.domain.registrar.Signing;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/** The starting data of the registrar: domains, with the contacts that own and administer them. */
final class StartingDomains {

    /** .GR names are registered for two years at a time. */
    private static final Duration TERM = Duration.ofDays(730);

    private static final Contact MARIA =
            contact("con-1", StartingData.MARIA, StartingData.MARIA, "Μαρία Παπαδοπούλου", "maria", "+306912345678");

    /** A contact that Μαρία may name by {@code contactId}. */
    private static final Contact GIORGOS =
            contact("con-2", StartingData.MARIA, null, "Γιώργος Παπαδόπουλος", "giorgos", "+302101234567");

    private static final Contact NIKOS =
            contact("con-3", StartingData.MARIA, null, "Νίκος Γεωργίου", "nikos", "+306923456789");

    private static final Contact COMPANY =
            contact("con-4", StartingData.MARIA, null, "Νέα Εποχή ΙΚΕ", "info", "+302310234567");

    private static final Contact ELENI =
            contact("con-5", StartingData.OTHER, StartingData.OTHER, "Ελένη Αλεξίου", "eleni", "+306934567890");

    private static final Nameservers HOSTED =
            new Nameservers(List.of(server("ns1.hoster.example"), server("ns2.hoster.example")));

    private StartingDomains() {}

    static List<Document> documents(Instant now) {
        return Stream.concat(
                        Stream.of(MARIA, GIORGOS, NIKOS, COMPANY, ELENI).map(SimulatedRegistrar::contact),
                        domains(now)
                                .map(each -> new Document(
                                        Kind.DOMAINS,
                                        each.name().ascii(),
                                        SimulatedRegistrar.json(each, List.of()),
                                        0)))
                .toList();
    }

    private static Stream<RegisteredDomain> domains(Instant now) {
        return Stream.of(
                first("papadopoulou.gr", MARIA, MARIA, now, 2),
                first("nea.gr", COMPANY, MARIA, now, 1),
                first("palio.gr", MARIA, NIKOS, now, 400),
                first("allo.gr", ELENI, ELENI, now, 1),
                first("papadopoulou.com", MARIA, MARIA, now, 1),
                first("νόμος.gr", MARIA, MARIA, now, 3)
                        .with(new Nameservers(List.of(
                                server("ns1.νόμος.gr", "195.251.255.10", "2a02:587:1::10"),
                                server("ns2.νόμος.gr", "195.251.255.11")))),
                first("kleidomeno.gr", MARIA, MARIA, now, 200).with(Status.LOCKED),
                first(StartingNameservers.SIGNED, MARIA, MARIA, now, 300)
                        .with(new Signing(true, List.of(StartingNameservers.DS))),
                first("aitisi.gr", MARIA, MARIA, now, 0).with(Status.PENDING),
                domain("ananeomeno.gr", MARIA, MARIA, new Submission(Submission.Kind.RENEWAL, daysBefore(now, 1))),
                domain("metafora.gr", MARIA, MARIA, new Submission(Submission.Kind.TRANSFER, daysBefore(now, 1))));
    }

    private static RegisteredDomain first(String name, Contact owner, Contact administrator, Instant now, int daysAgo) {
        return domain(
                name,
                owner,
                administrator,
                new Submission(Submission.Kind.FIRST_REGISTRATION, daysBefore(now, daysAgo)));
    }

    private static RegisteredDomain domain(String name, Contact owner, Contact administrator, Submission submission) {
        return new RegisteredDomain(
                StartingData.domain(name),
                administrator.listedUnder(),
                owner,
                List.of(administrator),
                HOSTED,
                Status.ACTIVE,
                submission,
                submission.at().plus(TERM),
                Signing.NONE);
    }

    private static Instant daysBefore(Instant now, int days) {
        return now.minus(Duration.ofDays(days));
    }

    private static Contact contact(
            String id, String listedUnder, @Nullable String person, String name, String mailbox, String phone) {
        return new Contact(
                new ContactId(id),
                new CustomerId(listedUnder),
                person == null ? null : new CustomerId(person),
                new ContactDetails(new PersonName(name), StartingData.email(mailbox), new PhoneNumber(phone)));
    }

    private static Nameserver server(String host, String... addresses) {
        return new Nameserver(
                StartingData.domain(host),
                Stream.of(addresses)
                        .map(each -> IpAddress.parse(each).orThrow())
                        .toList());
    }
}
