package org.supportpin.backoffice.registrar.epp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.testing.FailuresContract;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.Signing;
import org.supportpin.domain.testing.MutableClock;

/** Against a registry that follows the RFCs to the letter, and one that fails in every way. */
class EppRegistrarTest extends FailuresContract {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    /** With characters that have a meaning in XML. */
    private static final String PASSWORD = "canary <&>\"' ]]> ά";

    private final MutableClock clock = new MutableClock(Epp.NOW);
    private final EppServer registry = new EppServer(PASSWORD);

    @BeforeEach
    void serve() {
        server.does(registry::answer);
    }

    private EppRegistrar registrar(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        SecretStore passwords = reference -> {
            secrets.open(reference);
            return new Secret(PASSWORD);
        };
        return new EppRegistrar(Epp.settings(endpoint, REFERENCE, Epp.CONTENT_TYPE), passwords, clock, patience);
    }

    private EppRegistrar registrar() {
        return registrar(server.endpoint(), SECRETS, CALM);
    }

    @Override
    protected Operations operations(Endpoint endpoint, SecretStore secrets, Timeouts patience) {
        Supplier<EppRegistrar> one = () -> registrar(endpoint, secrets, patience);
        return new Operations(
                Map.of(
                        "domain",
                        () -> one.get().domain(Epp.NAME),
                        "contact",
                        () -> one.get().contact(new ContactId("reg_c1001"))),
                Map.of(
                        "setNameservers", () -> one.get().setNameservers(ID, Epp.CHANGE),
                        "setAdministrator", () -> one.get().setAdministrator(ID, Epp.administrator("Νέος")),
                        "recall", () -> one.get().recall(ID, Epp.RECALL)));
    }

    @Override
    protected Behaviour well(Asked request) {
        // Each operation finds the domain as it was, because the contract tries them one by one on one registry.
        if (request.text().contains("<hello")) {
            registry.isThere = true;
            registry.administrators.clear();
            registry.administrators.add("reg_c1001");
            registry.servers.clear();
            registry.servers.addAll(List.of("ns1.hoster.gr", "ns2.hoster.gr"));
        }
        return registry.answer(request);
    }

    @Override
    protected boolean isChange(Asked request) {
        return Epp.isChange(request);
    }

    @Override
    protected Behaviour unknownCaller() {
        return new EppServer("another")
                .answer(new Asked(
                        "POST",
                        "/",
                        Map.of("Content-type", List.of(EppServer.MEDIA_TYPE)),
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
    void aDomainIsReportedCompletely() {
        var domain = registrar().domain(Epp.NAME).orElseThrow();

        assertThat(domain.customer()).isEqualTo(new CustomerId("1001"));
        assertThat(domain.administrators()).containsExactly(Epp.CONTACT);
        assertThat(domain.owner()).isEqualTo(Epp.OWNER);
        assertThat(domain.nameservers()).isEqualTo(Epp.CHANGE.before());
        assertThat(domain.submission()).isEqualTo(Epp.SUBMISSION);
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
    void theRegistrysStatusIsRead(String status, Status expected) {
        registry.status = status;

        assertThat(registrar().domain(Epp.NAME).map(RegisteredDomain::status)).contains(expected);
    }

    /** 1001: until the registry has decided, the outcome is unknown, and nothing is sent again. */
    @Test
    void whatIsPendingIsReadBackLater() {
        registry.instead = name -> name.equals("domain:update") ? 1001 : 0;
        assertThat(registrar().setNameservers(ID, Epp.CHANGE)).isInstanceOf(CallOutcome.Unknown.class);
        registry.status = "pendingUpdate";

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> registrar().domain(Epp.NAME));
    }

    @Test
    void nameserversAreSentAsADifferenceAndHostsAreMadeFirst() {
        var effect = registrar().setNameservers(ID, Epp.CHANGE);

        assertThat(effect)
                .isInstanceOfSatisfying(
                        CallOutcome.Done.class,
                        done -> assertThat(((RegisteredDomain) done.result()).nameservers())
                                .isEqualTo(Epp.CHANGE.after()));
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
        var inside = new DomainName("ns." + Epp.NAME.ascii());
        var after = new Nameservers(List.of(
                new Nameserver(new DomainName("ns1.hoster.gr"), List.of()),
                new Nameserver(inside, List.of(new IpAddress("195.251.255.20"), new IpAddress("2a02:587::1")))));
        assertThat(registrar().setNameservers(ID, new NameserverEdit(Epp.NAME, Epp.CHANGE.before(), after)))
                .isInstanceOf(CallOutcome.Done.class);
        assertThat(registry.hosts.get("ns." + EppServer.NAME)).containsExactly("195.251.255.20", "2a02:587::1");
        var other = new Nameservers(
                List.of(after.servers().getFirst(), new Nameserver(inside, List.of(new IpAddress("195.251.255.21")))));
        assertThat(registrar().setNameservers(ID, new NameserverEdit(Epp.NAME, after, other)))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(registry.hosts.get("ns." + EppServer.NAME)).containsExactly("195.251.255.21");
    }

    @Test
    void whatChangedMeanwhileIsRefused() {
        registry.servers.add("ns9.hoster.gr");

        assertThat(registrar().setNameservers(ID, Epp.CHANGE))
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo("domain-changed"));
        assertThat(registry.commands).doesNotContain("domain:update", "host:create");
    }

    @Test
    void anAdministratorIsAContactOfItsOwnAndTheOwnerStays() {
        var effect = registrar().setAdministrator(ID, Epp.administrator("<b>Νέος & \"Σία\"</b>"));

        assertThat(effect).isInstanceOf(CallOutcome.Done.class);
        assertThat(registry.administrators)
                .singleElement()
                .satisfies(id -> assertThat(id).matches("reg_[0-9a-f]{12}"));
        assertThat(registrar()
                        .domain(Epp.NAME)
                        .orElseThrow()
                        .onlyAdministrator()
                        .orElseThrow()
                        .details()
                        .name()
                        .value())
                .isEqualTo("<b>Νέος & \"Σία\"</b>");
        assertThat(server.asked().stream().map(Asked::text)).noneMatch(text -> text.contains("registrant"));
    }

    /** The id of a new contact never matches what makes a contact a customer, whatever the action. */
    @Test
    void aNewContactIsNoCustomer() {
        var likeACustomer = Stream.iterate(0, i -> i + 1)
                .map(i -> new ActionId("A".repeat(18) + (100_000 + i)))
                .filter(id -> Hash.of(id.value().getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 11)
                        .matches("[0-9]+"))
                .findFirst()
                .orElseThrow();
        var registrar = new EppRegistrar(
                Epp.settings(server.endpoint(), REFERENCE, Epp.CONTENT_TYPE, "reg_c"),
                _ -> new Secret(PASSWORD),
                clock,
                CALM);
        assertThat(registrar.setAdministrator(likeACustomer, Epp.administrator("Νέος")))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(registry.administrators)
                .singleElement()
                .satisfies(id -> assertThat(id).startsWith("reg_c").doesNotMatch("reg_c[0-9]+"));
    }

    /** The registry explains itself in the extension of the object. */
    @Test
    void theRegistrysCommentReachesTheAgent() {
        registry.instead = name -> name.equals("host:create") ? EppServer.WITH_COMMENT : 0;

        assertThat(registrar().setNameservers(ID, Epp.CHANGE))
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().detail()).contains("Δεν επιτρέπεται."));
    }

    /** Hosts outside .gr and .ελ go in A-labels; the registry's own in Unicode. */
    @Test
    void aHostGoesInTheFormOfItsRegistry() {
        var after = new Nameservers(
                Stream.of("ns1.hoster.gr", "ns.bücher.de", "ns.βιβλία.gr", "ns.βιβλία.ελ", "ns.βιβλία.ευ")
                        .map(host -> new Nameserver(DomainName.parse(host).orThrow(), List.of()))
                        .toList());
        assertThat(registrar().setNameservers(ID, new NameserverEdit(Epp.NAME, Epp.CHANGE.before(), after)))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(registry.servers)
                .containsExactly(
                        "ns1.hoster.gr",
                        "ns.xn--bcher-kva.de",
                        "ns.βιβλία.gr",
                        "ns.βιβλία.ελ",
                        "ns.xn--kxaeba8an.xn--qxa6a");
        assertThat(registrar()
                        .domain(Epp.NAME)
                        .map(RegisteredDomain::nameservers)
                        .orElseThrow()
                        .isSameAs(after))
                .isTrue();
    }

    /** The registry keeps a name without accents and answers with that form; the bundle has the others (guide, example 39). */
    @Test
    void anotherActiveFormOfTheNameIsTheSameDomain() {
        registry.registered = "παπαδοπουλου.gr";
        registry.bundle = List.of(EppServer.NAME, registry.registered);

        assertThat(registrar().domain(Epp.NAME).map(RegisteredDomain::name)).contains(Epp.NAME);
        assertThat(registrar().setNameservers(ID, Epp.CHANGE)).isInstanceOf(CallOutcome.Done.class);
        assertThat(registrar().recall(ID, Epp.RECALL)).isInstanceOf(CallOutcome.Done.class);
        assertThat(registry.isThere).isFalse();
    }

    /** A registry that answers for a form that nobody activated does not make it a domain. */
    @Test
    void aFormThatIsNotActiveIsNotThere() {
        server.does(request -> registry.answer(Epp.with(request, EppServer.NAME, "παπαδοπουλου.gr")));
        registry.registered = "παπαδοπουλου.gr";

        assertThat(registrar().domain(Epp.NAME)).isEmpty();
    }

    /** Only a registrar's own registry knows its names. */
    @Test
    void aNameOfAnotherRegistryIsNotThereAndIsNotAskedFor() {
        assertThat(registrar().domain(new DomainName("papadopoulou.com"))).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    /** The contact was created but the answer was lost: the second attempt finds it and creates no other. */
    @Test
    void aSecondTryFindsTheContactOfTheFirst() {
        registry.instead = name -> name.equals("domain:update") ? 2400 : 0;
        assertThat(registrar().setAdministrator(ID, Epp.administrator("Νέος"))).isInstanceOf(CallOutcome.Unknown.class);
        registry.instead = _ -> 0;
        assertThat(registrar().setAdministrator(ID, Epp.administrator("Νέος"))).isInstanceOf(CallOutcome.Done.class);

        assertThat(registry.contacts).hasSize(3);
    }

    @Test
    void aRecallNamesItsApplicationAndNothingElseIsEverDeleted() {
        var effect = registrar().recall(ID, Epp.RECALL);

        assertThat(effect).isInstanceOf(CallOutcome.Done.class);
        assertThat(registrar().domain(Epp.NAME)).isEmpty();
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
    void aRefusalHasTheRegistrysMessage(int code) {
        registry.instead = name -> name.startsWith("domain:") ? code : 0;

        for (var call : operations(server.endpoint(), SECRETS, CALM).changing().values()) {
            assertThat(call.get())
                    .isInstanceOfSatisfying(
                            CallOutcome.Refused.class,
                            refused -> assertThat(refused.refusal().detail()).isEqualTo("In words: " + code));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2400, 2500})
    void anErrorOfTheRegistryItselfIsUnknown(int code) {
        registry.instead = name -> name.startsWith("domain:") ? code : 0;

        for (var call : operations(server.endpoint(), SECRETS, CALM).changing().values()) {
            assertThat(call.get()).isInstanceOf(CallOutcome.Unknown.class);
        }
    }

    @Test
    void aWrongPasswordDoesNothing() {
        var stranger = new EppServer("another");
        server.does(stranger::answer);
        operations(server.endpoint(), SECRETS, CALM)
                .changing()
                .values()
                .forEach(call -> assertThat(call.get()).isInstanceOf(CallOutcome.NotDone.class));

        assertThat(stranger.commands).isEmpty();
    }

    @Test
    void oneSessionServesManyCommandsAndIsRenewedAfterFifteenIdleMinutes() {
        var registrar = registrar();
        registrar.domain(Epp.NAME);
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        registrar.domain(Epp.NAME);
        assertThat(registry.commands).containsOnlyOnce("login");
        clock.advance(Duration.ofMinutes(15));
        registrar.domain(Epp.NAME);

        assertThat(registry.commands.stream().filter("login"::equals)).hasSize(2);
    }

    /** 2002: the command was not carried out, so it may be sent again, in a new session. */
    @Test
    void aSessionThatTheRegistryDroppedIsOpenedAgain() {
        var registrar = registrar();
        registrar.domain(Epp.NAME);
        registry.open.clear();

        assertThat(registrar.setNameservers(ID, Epp.CHANGE)).isInstanceOf(CallOutcome.Done.class);
    }

    @Test
    void aLostAnswerIsNotSentAgain() {
        server.does(request -> {
            var answer = registry.answer(request);
            return isChange(request) ? new Behaviour.Drops() : answer;
        });
        assertThat(registrar().setNameservers(ID, Epp.CHANGE)).isInstanceOf(CallOutcome.Unknown.class);
        server.does(registry::answer);

        assertThat(server.asked().stream().filter(this::isChange)).hasSize(1);
        assertThat(registrar().domain(Epp.NAME).map(Epp.CHANGE::isPresentIn)).contains(true);
    }

    /** 2500: the registry closed the session with its answer, and the next command needs a new one. */
    @Test
    void aSessionThatTheRegistryClosesIsNotUsedAgain() {
        var registrar = registrar();
        registry.instead = name -> name.equals("domain:update") ? 2500 : 0;
        assertThat(registrar.setNameservers(ID, Epp.CHANGE)).isInstanceOf(CallOutcome.Unknown.class);
        registrar.domain(Epp.NAME);

        assertThat(registry.commands.stream().filter("login"::equals)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not an id", ""})
    void whatMakesNoSenseIsNoAnswer(String administrator) {
        registry.administrators.clear();
        registry.administrators.add(administrator);

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> registrar().domain(Epp.NAME));
    }

    /** Only a change of administrator needs to know who the administrator is. */
    @Nested
    class ADomainFromAnotherRegistrar {

        private RegisteredDomain domain() {
            return registrar().domain(Epp.NAME).orElseThrow();
        }

        /** 2201 or 2303: the contact stayed with the other registrar. */
        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void hasAnAdministratorWhoIsNotShown(boolean isForeign) {
            registry.administrators.clear();
            registry.administrators.add("oth_anna");
            if (isForeign) {
                registry.foreign.add("oth_anna");
            }

            assertThat(domain().administrators())
                    .containsExactly(new Contact(new ContactId("oth_anna"), Epp.MARIA, null, null));
            assertThat(registrar().setNameservers(ID, Epp.CHANGE)).isInstanceOf(CallOutcome.Done.class);
        }

        @Test
        void mayHaveNoAdministratorAndNoNameservers() {
            registry.administrators.clear();
            registry.servers.clear();
            registry.status = "inactive";

            assertThat(domain().administrators()).isEmpty();
            assertThat(domain().nameservers().servers()).isEmpty();
            assertThat(registrar().recall(ID, Epp.RECALL)).isInstanceOf(CallOutcome.Done.class);
        }

        /** Each of them has the administrator's rights. */
        @Test
        void mayHaveSeveralAdministrators() {
            registry.administrators.addAll(List.of("oth_anna", "reg_c1002"));

            assertThat(domain().administrators().stream().map(Contact::person))
                    .containsExactly(Epp.MARIA, null, new CustomerId("1002"));
            assertThat(domain().onlyAdministrator()).isEmpty();
            assertThat(domain().isKnownTo(new CustomerId("1002"))).isTrue();
            assertThat(registrar().setAdministrator(ID, Epp.administrator("Νέος")))
                    .isInstanceOfSatisfying(
                            CallOutcome.Refused.class,
                            refused -> assertThat(refused.refusal().rule()).isEqualTo("domain-changed"));
        }

        /** A name over 255 characters, no telephone, an address that is none: nobody could be told of a change. */
        @ParameterizedTest
        @ValueSource(strings = {"name", "voice", "email"})
        void mayHaveAnAdministratorWhoseDetailsAreIncomplete(String part) {
            registry.contacts.put(
                    "reg_c1001",
                    Optional.ofNullable(registry.contacts.get("reg_c1001"))
                            .orElseThrow()
                            .replaceAll(
                                    "<contact:" + part + ">[^<]*",
                                    "<contact:" + part + ">" + (part.equals("name") ? "α".repeat(256) : "")));

            assertThat(domain().administrators())
                    .containsExactly(new Contact(new ContactId("reg_c1001"), Epp.MARIA, Epp.MARIA, null));
        }

        /** RFC 5733: 255 characters, as companies have. */
        @Test
        void mayHaveAnAdministratorWithALongName() {
            registry.contacts.put(
                    "reg_c1001",
                    Optional.ofNullable(registry.contacts.get("reg_c1001"))
                            .orElseThrow()
                            .replaceAll("<contact:name>[^<]*", "<contact:name>" + "α".repeat(255)));

            assertThat(domain().onlyAdministrator()
                            .orElseThrow()
                            .details()
                            .name()
                            .value())
                    .hasSize(255);
        }
    }

    /** The regulator's statuses come in the registry's extension; of those that matter here, each says what it forbids. */
    @ParameterizedTest
    @CsvSource({
        "regulatorUpdateProhibited, LOCKED",
        "regulatorHold, LOCKED",
        "regulatorDelegationChangeProhibited, DELEGATION_LOCKED",
        "pendingRegulatorApproval, PENDING",
        "regulatorOwnerChangeProhibited, ACTIVE",
        "regulatorOwnerNameChangeProhibited, ACTIVE",
        "regulatorTransferProhibited, ACTIVE",
        "regulatorRenewProhibited, ACTIVE",
        "regulatorExpirationProhibited, ACTIVE",
        "regulatorDeleteProhibited, ACTIVE",
        "regulatorDebtOwnership, ACTIVE"
    })
    void theRegulatorsStatusIsRead(String status, Status expected) {
        registry.regulator.addAll(List.of("regulatorOwnerChangeProhibited", status));

        assertThat(registrar().domain(Epp.NAME).map(RegisteredDomain::status)).contains(expected);
    }

    /** RFC 5910: what the registry holds of DNSSEC. */
    @Nested
    class ASignedDomain {

        private static final String DS =
                "<secDNS:dsData><secDNS:keyTag>12345</secDNS:keyTag><secDNS:alg>13</secDNS:alg><secDNS:digestType>2</secDNS:digestType><secDNS:digest>%s</secDNS:digest></secDNS:dsData>";
        private static final String VALIDATED =
                "<extSecDNS:lastValidationResult xmlns:extSecDNS=\"urn:ics-forth:params:xml:ns:extSecDNS-1.0\"/>";

        private @Nullable Signing signing() {
            return registrar().domain(Epp.NAME).orElseThrow().signing();
        }

        private static String infData(String inside) {
            return "<secDNS:infData xmlns:secDNS=\"%s\">%s</secDNS:infData>".formatted(Eppns.SEC_DNS, inside);
        }

        @Test
        void hasItsDsRecords() {
            registry.extension = infData(DS.formatted("ab".repeat(32)) + DS.formatted("CD".repeat(48))) + VALIDATED;

            assertThat(signing())
                    .isEqualTo(new Signing(
                            true,
                            List.of(
                                    new Signing.DsData(12345, 13, 2, "AB".repeat(32)),
                                    new Signing.DsData(12345, 13, 2, "CD".repeat(48)))));
        }

        /** The key interface (RFC 5910 §4.2): the registry makes the DS records itself. */
        @Test
        void mayHaveKeysInstead() {
            registry.extension = infData(
                    "<secDNS:keyData><secDNS:flags>257</secDNS:flags><secDNS:protocol>3</secDNS:protocol><secDNS:alg>13</secDNS:alg><secDNS:pubKey>AQPJ</secDNS:pubKey></secDNS:keyData>");

            assertThat(signing()).isEqualTo(new Signing(true, List.of()));
        }

        @Test
        void isNoneWithoutThem() {
            assertThat(signing()).isEqualTo(Signing.NONE);
        }

        /** The registry tells of a DS record that it once checked, but not whether it still has it. */
        @Test
        void isNotKnownWhereTheRegistryTellsOfAnEarlierCheck() {
            registry.extension = VALIDATED;

            assertThat(signing()).isNull();
        }

        @Test
        void isNoAnswerWhereItsDsMakesNoSense() {
            registry.extension = infData(DS.formatted("no digest"));

            assertThatExceptionOfType(BackOfficeUnavailable.class).isThrownBy(this::signing);
        }

        /** RFC 5730 §2.9.1.1: a session names the extensions it uses, of those that the registry offers. */
        @ParameterizedTest
        @ValueSource(strings = {"", Eppns.SEC_DNS, Eppns.SEC_DNS + " " + Eppns.EXT_DOMAIN + " urn:other"})
        void isAskedForWhereTheRegistryOffersIt(String offered) {
            registry.offered = offered.isEmpty() ? List.of() : List.of(offered.split(" ", -1));
            assertThat(registrar().domain(Epp.NAME)).isPresent();

            assertThat(registry.chosen)
                    .isEqualTo(registry.offered.stream()
                            .filter(each -> !each.equals("urn:other"))
                            .toList());
        }
    }
}
