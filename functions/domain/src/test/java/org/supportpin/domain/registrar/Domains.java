package org.supportpin.domain.registrar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;

/** Domains and contacts for tests, in a short spelling. */
public final class Domains {

    public static final CustomerId MARIA_ID = new CustomerId("1001");
    public static final CustomerId ELENI_ID = new CustomerId("1002");

    public static final Contact MARIA = contact("con-1", MARIA_ID, MARIA_ID, "Μαρία Παπαδοπούλου", "maria@example.gr");
    public static final Contact GIORGOS = contact("con-2", MARIA_ID, null, "Γιώργος Δήμου", "giorgos@allo.gr");
    public static final Contact NIKOS = contact("con-3", MARIA_ID, null, "Νίκος Γεωργίου", "nikos@nikos.gr");
    public static final Contact ELENI = contact("con-5", ELENI_ID, ELENI_ID, "Ελένη Αλεξίου", "eleni@example.gr");

    public static final Instant SUBMITTED = Instant.parse("2026-11-20T10:00:00Z");
    public static final Nameservers HOSTED = new Nameservers(List.of(server("ns1.hoster.gr"), server("ns2.hoster.gr")));

    private Domains() {}

    /** First registered, active, on Maria's account. */
    public static RegisteredDomain domain(String name, Contact owner, Contact administrator) {
        return domain(name, owner, administrator, Submission.Kind.FIRST_REGISTRATION);
    }

    public static RegisteredDomain domain(String name, Contact owner, Contact administrator, Submission.Kind kind) {
        return new RegisteredDomain(
                DomainName.parse(name).orThrow(),
                MARIA_ID,
                owner,
                List.of(administrator),
                HOSTED,
                Status.ACTIVE,
                new Submission(kind, SUBMITTED),
                Instant.parse("2028-11-20T10:00:00Z"),
                Signing.NONE);
    }

    public static RegisteredDomain usual() {
        return domain("papadopoulou.gr", MARIA, MARIA);
    }

    public static Contact contact(
            String id, CustomerId listedUnder, @Nullable CustomerId person, String name, String email) {
        return new Contact(new ContactId(id), listedUnder, person, details(name, email));
    }

    public static ContactDetails details(String name, String email) {
        return new ContactDetails(
                new PersonName(name), EmailAddress.parse(email).orThrow(), new PhoneNumber("+302101234567"));
    }

    public static Nameserver server(String host, String... addresses) {
        return new Nameserver(
                DomainName.parse(host).orThrow(),
                Stream.of(addresses)
                        .map(each -> IpAddress.parse(each).orThrow())
                        .toList());
    }

    public static Nameservers servers(String... hosts) {
        return new Nameservers(Stream.of(hosts).map(Domains::server).toList());
    }

    static String rule(Optional<org.supportpin.domain.action.Refusal> refusal) {
        return refusal.map(org.supportpin.domain.action.Refusal::rule).orElse("none");
    }
}
