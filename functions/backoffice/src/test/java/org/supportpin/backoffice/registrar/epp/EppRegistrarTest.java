package org.supportpin.backoffice.registrar.epp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Patience;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.testing.FailuresContract;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.Effect;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.AdministratorChange;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.DomainRecall;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverChange;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.PersonName;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;
import org.supportpin.testkit.MutableClock;

/** Against a registry that takes the RFCs by the letter, and one that fails in every way. */
class EppRegistrarTest extends FailuresContract {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final DomainName NAME = DomainName.parse(EppServer.NAME).orThrow();
    /** With what XML gives a meaning to. */
    private static final String PASSWORD = "canary <&>\"' ]]> ά";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));
    private final EppServer registry = new EppServer(PASSWORD);

    @BeforeEach
    void serve() {
        server.does(registry::answer);
    }

    private EppRegistrar registrar(Endpoint endpoint, SecretStore secrets, Patience patience) {
        SecretStore passwords = reference -> {
            secrets.open(reference);
            return new Secret(PASSWORD);
        };
        var settings = new EppSettings(
                endpoint,
                "registrar",
                REFERENCE,
                "text/xml;charset=UTF-8",
                "reg_",
                Pattern.compile("reg_c([0-9]+)"),
                new EppSettings.Address("Οδός 1", "Αθήνα", "10431", "GR"));
        return new EppRegistrar(settings, passwords, clock, patience);
    }

    private EppRegistrar registrar() {
        return registrar(server.endpoint(), SECRETS, CALM);
    }

    private static Nameservers servers(String... hosts) {
        return new Nameservers(java.util.Arrays.stream(hosts)
                .map(host -> new Nameserver(new DomainName(host), List.of()))
                .toList());
    }

    private static final NameserverChange CHANGE = new NameserverChange(
            NAME, servers("ns1.hoster.gr", "ns2.hoster.gr"), servers("ns2.hoster.gr", "ns3.other.gr"));

    private static final Submission SUBMISSION =
            new Submission(Submission.Kind.FIRST_REGISTRATION, Instant.parse("2026-11-20T10:00:00Z"));

    private static AdministratorChange administrator(String name) {
        var maria = new org.supportpin.domain.registrar.Contact(
                new ContactId("reg_c1001"),
                new CustomerId("1001"),
                new CustomerId("1001"),
                details("Μαρία Παπαδοπούλου"));
        return new AdministratorChange(NAME, maria, null, details(name));
    }

    private static ContactDetails details(String name) {
        return new ContactDetails(
                new PersonName(name),
                EmailAddress.parse("maria@example.gr").orThrow(),
                new PhoneNumber("+306912345678"));
    }

    @Override
    protected Operations operations(Endpoint endpoint, SecretStore secrets, Patience patience) {
        Supplier<EppRegistrar> one = () -> registrar(endpoint, secrets, patience);
        return new Operations(
                Map.of(
                        "domain",
                        () -> one.get().domain(NAME),
                        "contact",
                        () -> one.get().contact(new ContactId("reg_c1001"))),
                Map.of(
                        "setNameservers", () -> one.get().setNameservers(ID, CHANGE),
                        "setAdministrator", () -> one.get().setAdministrator(ID, administrator("Νέος")),
                        "recall", () -> one.get().recall(ID, new DomainRecall(NAME, Status.ACTIVE, SUBMISSION))));
    }

    @Override
    protected Behaviour well(Asked request) {
        // Each operation finds the domain as it was: the contract tries them one by one on one registry.
        if (request.text().contains("<hello")) {
            registry.isThere = true;
            registry.administrator = "reg_c1001";
            registry.servers.clear();
            registry.servers.addAll(List.of("ns1.hoster.gr", "ns2.hoster.gr"));
        }
        return registry.answer(request);
    }

    @Override
    protected boolean isChange(Asked request) {
        return request.text().contains("<domain:update") || request.text().contains("<domain:delete");
    }

    @Override
    protected Behaviour doesNotKnowTheCaller() {
        return new EppServer("another")
                .answer(new Asked(
                        "POST",
                        "/",
                        Map.of("Content-type", List.of("text/xml;charset=UTF-8")),
                        org.supportpin.backoffice.http.Content.of("<epp xmlns=\"" + Eppns.EPP + "\"><hello/></epp>")));
    }

    @Override
    protected List<Behaviour> nonsense() {
        return List.of(
                Behaviour.says(200, "<epp xmlns=\"" + Eppns.EPP + "\"><response/></epp>"),
                Behaviour.says(
                        200, "<epp xmlns=\"" + Eppns.EPP + "\">" + EppServer.result("another", 1000, "") + "</epp>"),
                Behaviour.says(
                        200,
                        "<!DOCTYPE epp [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><epp xmlns=\"" + Eppns.EPP
                                + "\">&x;</epp>"),
                Behaviour.says(200, "{\"outcome\":\"done\"}"));
    }

    @Test
    void aDomainIsToldWhole() {
        var domain = registrar().domain(NAME).orElseThrow();

        assertThat(domain.customer()).isEqualTo(new CustomerId("1001"));
        assertThat(domain.administrator().isPerson(new CustomerId("1001"))).isTrue();
        assertThat(domain.owner().details()).isEqualTo(details("Μαρία Παπαδοπούλου"));
        assertThat(domain.nameservers()).isEqualTo(CHANGE.before());
        assertThat(domain.submission()).isEqualTo(SUBMISSION);
        assertThat(domain.status()).isEqualTo(Status.ACTIVE);
    }

    @Test
    void whatTheRegistryDoesNotHaveIsNotThere() {
        assertThat(registrar().domain(new DomainName("other.gr"))).isEmpty();
        assertThat(registrar().contact(new ContactId("reg_c9"))).isEmpty();
        assertThat(registrar().contact(new ContactId("reg_tech"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ok, ACTIVE",
        "pendingCreate, PENDING",
        "serverUpdateProhibited, LOCKED",
        "clientUpdateProhibited, LOCKED",
        "inactive, ACTIVE"
    })
    void theRegistrysStatusIsTold(String status, Status expected) {
        registry.status = status;

        assertThat(registrar().domain(NAME).map(RegisteredDomain::status)).contains(expected);
    }

    /** 1001: the registry will decide. Until it has, nobody knows, and nothing is sent again. */
    @Test
    void whatIsPendingIsReadBackLater() {
        registry.instead = name -> name.equals("domain:update") ? 1001 : 0;
        assertThat(registrar().setNameservers(ID, CHANGE)).isInstanceOf(Effect.Unknown.class);
        registry.status = "pendingUpdate";

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> registrar().domain(NAME));
    }

    @Test
    void nameserversAreSentAsADifferenceAndHostsAreMadeFirst() {
        var effect = registrar().setNameservers(ID, CHANGE);

        assertThat(effect)
                .isInstanceOfSatisfying(
                        Effect.Done.class,
                        done -> assertThat(((RegisteredDomain) done.result()).nameservers())
                                .isEqualTo(CHANGE.after()));
        assertThat(registry.commands)
                .containsSubsequence("login", "domain:info", "host:create", "domain:update", "domain:info");
        assertThat(registry.servers).containsExactly("ns2.hoster.gr", "ns3.other.gr");
        var update = server.asked().stream().filter(this::isChange).toList();
        assertThat(update)
                .singleElement()
                .satisfies(
                        asked -> assertThat(asked.text())
                                .contains(
                                        "<domain:add><domain:ns><domain:hostObj>ns3.other.gr</domain:hostObj></domain:ns></domain:add>"
                                                + "<domain:rem><domain:ns><domain:hostObj>ns1.hoster.gr</domain:hostObj></domain:ns></domain:rem>"));
    }

    @Test
    void glueGoesWithItsHost() {
        var inside = new DomainName("ns." + NAME.ascii());
        var after = new Nameservers(List.of(
                new Nameserver(new DomainName("ns1.hoster.gr"), List.of()),
                new Nameserver(inside, List.of(new IpAddress("195.251.255.20"), new IpAddress("2a02:587::1")))));
        assertThat(registrar().setNameservers(ID, new NameserverChange(NAME, CHANGE.before(), after)))
                .isInstanceOf(Effect.Done.class);
        assertThat(registry.hosts.get("ns." + EppServer.NAME)).containsExactly("195.251.255.20", "2a02:587::1");
        var other = new Nameservers(
                List.of(after.servers().getFirst(), new Nameserver(inside, List.of(new IpAddress("195.251.255.21")))));
        assertThat(registrar().setNameservers(ID, new NameserverChange(NAME, after, other)))
                .isInstanceOf(Effect.Done.class);

        assertThat(registry.hosts.get("ns." + EppServer.NAME)).containsExactly("195.251.255.21");
    }

    @Test
    void whatChangedMeanwhileIsRefused() {
        registry.servers.add("ns9.hoster.gr");

        assertThat(registrar().setNameservers(ID, CHANGE))
                .isInstanceOfSatisfying(
                        Effect.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo("domain-changed"));
        assertThat(registry.commands).doesNotContain("domain:update", "host:create");
    }

    @Test
    void anAdministratorIsAContactOfItsOwnAndTheOwnerStays() {
        var effect = registrar().setAdministrator(ID, administrator("<b>Νέος & \"Σία\"</b>"));

        assertThat(effect).isInstanceOf(Effect.Done.class);
        assertThat(registry.administrator).matches("reg_[0-9a-f]{12}");
        assertThat(registrar()
                        .domain(NAME)
                        .orElseThrow()
                        .administrator()
                        .details()
                        .name()
                        .value())
                .isEqualTo("<b>Νέος & \"Σία\"</b>");
        assertThat(server.asked().stream().map(Asked::text)).noneMatch(text -> text.contains("registrant"));
    }

    /** The contact was made, and then the answer was lost: the second try finds it, and makes no other. */
    @Test
    void aSecondTryFindsTheContactOfTheFirst() {
        registry.instead = name -> name.equals("domain:update") ? 2400 : 0;
        assertThat(registrar().setAdministrator(ID, administrator("Νέος"))).isInstanceOf(Effect.Unknown.class);
        registry.instead = _ -> 0;
        assertThat(registrar().setAdministrator(ID, administrator("Νέος"))).isInstanceOf(Effect.Done.class);

        assertThat(registry.contacts).hasSize(3);
    }

    @Test
    void aRecallNamesItsApplicationAndNothingElseIsEverDeleted() {
        var effect = registrar().recall(ID, new DomainRecall(NAME, Status.ACTIVE, SUBMISSION));

        assertThat(effect).isInstanceOf(Effect.Done.class);
        assertThat(registrar().domain(NAME)).isEmpty();
        assertThat(server.asked().stream().filter(asked -> asked.text().contains("<delete>")))
                .singleElement()
                .satisfies(
                        asked -> assertThat(asked.text())
                                .contains(
                                        "<extdomain:delete xmlns:extdomain=\"urn:ics-forth:params:xml:ns:extdomain-1.3\">"
                                                + "<extdomain:protocol>66155</extdomain:protocol><extdomain:op>recallApplication</extdomain:op>"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2003, 2004, 2005, 2201, 2304, 2305, 2306, 2308})
    void aNoIsToldInTheRegistrysWords(int code) {
        registry.instead = name -> name.startsWith("domain:") ? code : 0;

        for (var call : operations(server.endpoint(), SECRETS, CALM).changing().values()) {
            assertThat(call.get())
                    .isInstanceOfSatisfying(
                            Effect.Refused.class,
                            refused -> assertThat(refused.refusal().detail()).isEqualTo("In words: " + code));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2400, 2500})
    void whereTheRegistryBrokeOffNobodyKnows(int code) {
        registry.instead = name -> name.startsWith("domain:") ? code : 0;

        for (var call : operations(server.endpoint(), SECRETS, CALM).changing().values()) {
            assertThat(call.get()).isInstanceOf(Effect.Unknown.class);
        }
    }

    @Test
    void aWrongPasswordDoesNothing() {
        var stranger = new EppServer("another");
        server.does(stranger::answer);
        operations(server.endpoint(), SECRETS, CALM)
                .changing()
                .values()
                .forEach(call -> assertThat(call.get()).isInstanceOf(Effect.NotDone.class));

        assertThat(stranger.commands).isEmpty();
    }

    @Test
    void oneSessionServesManyCommandsAndIsRenewedAfterFifteenIdleMinutes() {
        var registrar = registrar();
        registrar.domain(NAME);
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        registrar.domain(NAME);
        assertThat(registry.commands).containsOnlyOnce("login");
        clock.advance(Duration.ofMinutes(15));
        registrar.domain(NAME);

        assertThat(registry.commands.stream().filter("login"::equals)).hasSize(2);
    }

    /** 2002: the command was not carried out, so it may be sent again, in a new session. */
    @Test
    void aSessionThatTheRegistryDroppedIsOpenedAgain() {
        var registrar = registrar();
        registrar.domain(NAME);
        registry.open.clear();

        assertThat(registrar.setNameservers(ID, CHANGE)).isInstanceOf(Effect.Done.class);
    }

    @Test
    void aLostAnswerIsNotSentAgain() {
        server.does(request -> {
            var answer = registry.answer(request);
            return isChange(request) ? new Behaviour.Drops() : answer;
        });
        assertThat(registrar().setNameservers(ID, CHANGE)).isInstanceOf(Effect.Unknown.class);
        server.does(registry::answer);

        assertThat(server.asked().stream().filter(this::isChange)).hasSize(1);
        assertThat(registrar().domain(NAME).map(CHANGE::isPresentIn)).contains(true);
    }

    /** 2500: the registry closed it with its answer, and the next command needs another. */
    @Test
    void aSessionThatTheRegistryClosesIsNotUsedAgain() {
        var registrar = registrar();
        registry.instead = name -> name.equals("domain:update") ? 2500 : 0;
        assertThat(registrar.setNameservers(ID, CHANGE)).isInstanceOf(Effect.Unknown.class);
        registrar.domain(NAME);

        assertThat(registry.commands.stream().filter("login"::equals)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an id", "", "reg_unknown"})
    void whatMakesNoSenseIsNoAnswer(String administrator) {
        registry.administrator = administrator;

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> registrar().domain(NAME));
    }
}
