package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.ChangeDomainAdministrator;
import org.supportpin.domain.registrar.ChangeDomainAdministratorExecutor;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.DomainRules;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.NewAdministrator;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.registrar.RecallGrDomain;
import org.supportpin.domain.registrar.RecallGrDomainExecutor;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;
import org.supportpin.domain.registrar.Registrar;

/** The contract of every registrar. */
public abstract class RegistrarContract {

    private final ActionId id = newAction();
    private final ActionId other = newAction();
    private static final DomainName NOWHERE = new DomainName("not-registered-here.gr");
    private static final ContactDetails SOMEBODY = new ContactDetails(
            new PersonName("Νέος <Διαχειριστής> & Σία"),
            EmailAddress.parse("neos@example.gr").orThrow(),
            new PhoneNumber("+306987654321"));

    /** The system under test. */
    protected abstract Registrar registrar();

    /** A domain that exists from the start of each test: active, just registered, with the owner as its administrator. */
    protected abstract RegisteredDomain domain();

    /** Different in each test, because a system remembers actions. */
    private static ActionId newAction() {
        return new ActionId(UUID.randomUUID().toString().replace("-", "").substring(0, 24));
    }

    private RegisteredDomain now() {
        return registrar().domain(domain().name()).orElseThrow();
    }

    private NameserverEdit change(String... hosts) {
        var servers = List.of(hosts).stream()
                .map(host -> new Nameserver(new DomainName(host), List.of()))
                .toList();
        return new NameserverEdit(domain().name(), domain().nameservers(), new Nameservers(servers));
    }

    private AdministratorEdit somebodyNew() {
        return new AdministratorEdit(
                domain().name(), domain().onlyAdministrator().orElseThrow(), null, SOMEBODY);
    }

    private static String rule(CallOutcome<RegisteredDomain> effect) {
        return ((CallOutcome.Refused<RegisteredDomain>) effect).refusal().rule();
    }

    @Test
    void aDomainIsReportedCompletely() {
        assertThat(now()).isEqualTo(domain());
    }

    @Test
    void aCustomersDomainsAreListedIfAnyAre() {
        var listed = registrar().domains(domain().customer());

        assertThat(listed.isNotListed() || listed.items().contains(domain())).isTrue();
        assertThat(registrar().domains(new CustomerId("nobody")).items()).isEmpty();
    }

    @Test
    void aCustomersContactsAreListedIfAnyAre() {
        var administrator = domain().onlyAdministrator().orElseThrow();
        var listed = registrar().contacts(administrator.listedUnder());

        assertThat(listed.isNotListed() || listed.items().contains(administrator))
                .isTrue();
        assertThat(registrar().contacts(new CustomerId("nobody")).items()).isEmpty();
    }

    @Test
    void whatIsNotRegisteredHereIsNotThere() {
        assertThat(registrar().domain(NOWHERE)).isEmpty();
        var elsewhere = new NameserverEdit(NOWHERE, domain().nameservers(), domain().nameservers());

        assertThat(rule(registrar().setNameservers(id, elsewhere))).isEqualTo(DomainRules.DOMAIN_NOT_FOUND);
    }

    @Test
    void nameserversAreSetAllAtOnce() {
        var change = change(
                "ns5.other.gr",
                "ns6.other.gr",
                domain().nameservers().servers().getFirst().host().ascii());

        assertThat(registrar().setNameservers(id, change))
                .isInstanceOfSatisfying(
                        CallOutcome.Done.class,
                        done -> assertThat(change.isPresentIn((RegisteredDomain) done.result()))
                                .isTrue());
        assertThat(change.isPresentIn(now())).isTrue();
        assertThat(now().owner()).isEqualTo(domain().owner());
    }

    @Test
    void nameserversThatAreNotAnyMoreThoseOfTheCheckStay() {
        var first = change("ns5.other.gr", "ns6.other.gr");
        assertThat(registrar().setNameservers(id, first)).isInstanceOf(CallOutcome.Done.class);

        assertThat(rule(registrar().setNameservers(other, change("ns7.other.gr", "ns8.other.gr"))))
                .isEqualTo(DomainRules.DOMAIN_CHANGED);
        assertThat(first.isPresentIn(now())).isTrue();
    }

    @Test
    void somebodyNewBecomesTheAdministratorAndTheOwnerStays() {
        assertThat(registrar().setAdministrator(id, somebodyNew())).isInstanceOf(CallOutcome.Done.class);

        assertThat(now().onlyAdministrator().orElseThrow().details()).isEqualTo(SOMEBODY);
        assertThat(now().onlyAdministrator().orElseThrow().person()).isNull();
        assertThat(now().owner()).isEqualTo(domain().owner());
    }

    @Test
    void anAdministratorThatIsNotAnyMoreTheOneOfTheCheckStays() {
        assertThat(registrar().setAdministrator(id, somebodyNew())).isInstanceOf(CallOutcome.Done.class);
        var another = new ContactDetails(new PersonName("Άλλος"), SOMEBODY.email(), SOMEBODY.phone());
        var late = new AdministratorEdit(
                domain().name(), domain().onlyAdministrator().orElseThrow(), null, another);

        assertThat(rule(registrar().setAdministrator(other, late))).isEqualTo(DomainRules.DOMAIN_CHANGED);
        assertThat(now().onlyAdministrator().orElseThrow().details()).isEqualTo(SOMEBODY);
    }

    @Test
    void aRecalledRegistrationIsGone() {
        var recall = new DomainRecall(domain().name(), domain().status(), domain().submission());
        assertThat(registrar().recall(id, recall)).isInstanceOf(CallOutcome.Done.class);

        assertThat(registrar().domain(domain().name()))
                .matches(found -> found.isEmpty() || found.get().status() == Status.RECALLED);
    }

    @Test
    void anotherRegistrationOfTheNameIsNotRecalled() {
        var submission = domain().submission();
        var another = new Submission(submission.kind(), submission.at().minus(Duration.ofHours(1)));

        assertThat(rule(registrar().recall(id, new DomainRecall(domain().name(), domain().status(), another))))
                .isEqualTo(DomainRules.DOMAIN_CHANGED);
        assertThat(now()).isEqualTo(domain());
    }

    @Test
    void nameserversThatAreUndoneAreThoseOfBefore() {
        var change = change("ns5.other.gr", "ns6.other.gr");
        assertThat(registrar().setNameservers(id, change)).isInstanceOf(CallOutcome.Done.class);
        var back = new NameserverEdit(domain().name(), now().nameservers(), change.before());

        assertThat(registrar().setNameservers(other, back)).isInstanceOf(CallOutcome.Done.class);

        assertThat(now()).isEqualTo(domain());
    }

    @Test
    void theAdministratorWhoIsPreviewedIsSet() {
        AsPreviewed.done(
                new ChangeDomainAdministratorExecutor(registrar()),
                owner(),
                new ChangeDomainAdministrator(domain().name(), new NewAdministrator.Described(SOMEBODY)));
    }

    @Test
    void whatIsPreviewedIsRecalled() {
        var soon = domain().submission().at().plus(Duration.ofHours(1));
        AsPreviewed.done(
                new RecallGrDomainExecutor(registrar(), Clock.fixed(soon, ZoneOffset.UTC)),
                owner(),
                new RecallGrDomain(domain().name()));
    }

    private CustomerId owner() {
        return Objects.requireNonNull(domain().owner().person());
    }
}
