package org.supportpin.backoffice.registrar.epp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.NameserverEdit;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.RegisteredDomain;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.testing.MutableClock;

/** What recovery reads from the registry after a command whose answer was lost, late or not final, at each step of each change. */
class EppLostAnswersTest {

    private static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final Timeouts HASTY = new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(700));

    enum Change {
        NAMESERVERS,
        ADMINISTRATOR,
        RECALL
    }

    private final EppServer registry = new EppServer("password");
    private final StubServer server = StubServer.start().does(registry::answer);
    private final MutableClock clock = new MutableClock(Epp.NOW);

    @AfterEach
    void stop() {
        server.close();
    }

    private EppRegistrar registrar(Timeouts patience) {
        var settings = Epp.settings(server.endpoint(), new SecretReference("/support-pin/epp"), Epp.CONTENT_TYPE);
        return new EppRegistrar(settings, _ -> new Secret("password"), clock, patience);
    }

    private CallOutcome<RegisteredDomain> carryOut(Change change) {
        return carryOut(change, registrar(CALM));
    }

    private static CallOutcome<RegisteredDomain> carryOut(Change change, EppRegistrar registrar) {
        return switch (change) {
            case NAMESERVERS -> registrar.setNameservers(ID, Epp.CHANGE);
            case ADMINISTRATOR -> registrar.setAdministrator(ID, Epp.administrator("Νέος"));
            case RECALL -> registrar.recall(ID, Epp.RECALL);
        };
    }

    private boolean shows(Change change) {
        var domain = registrar(CALM).domain(Epp.NAME);
        return switch (change) {
            case NAMESERVERS -> domain.filter(Epp.CHANGE::isPresentIn).isPresent();
            case ADMINISTRATOR ->
                domain.filter(Epp.administrator("Νέος")::isPresentIn).isPresent();
            case RECALL -> domain.isEmpty();
        };
    }

    private boolean isAsBefore() {
        return registrar(CALM)
                .domain(Epp.NAME)
                .filter(EppLostAnswersTest::isUnchanged)
                .isPresent();
    }

    private static boolean isUnchanged(RegisteredDomain domain) {
        return Epp.CHANGE.isAbsentFrom(domain) && domain.administrators().equals(List.of(Epp.CONTACT));
    }

    private List<Asked> changes() {
        return server.asked().stream().filter(Epp::isChange).toList();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whatHadItsEffectInTimeOutIsFoundThere(Change change) {
        server.does(request -> {
            var answer = registry.answer(request);
            return Epp.isChange(request) ? new Behaviour.Hangs() : answer;
        });
        assertThat(carryOut(change, registrar(HASTY))).isInstanceOf(CallOutcome.Unknown.class);
        server.does(registry::answer);

        assertThat(shows(change)).isTrue();
        assertThat(changes()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whatHadNoEffectIsNotThereAndIsDoneWhenAskedAgain(Change change) {
        server.does(request -> Epp.isChange(request) ? new Behaviour.Drops() : registry.answer(request));
        assertThat(carryOut(change)).isInstanceOf(CallOutcome.Unknown.class);
        server.does(registry::answer);
        assertThat(isAsBefore()).isTrue();

        assertThat(carryOut(change)).isInstanceOf(CallOutcome.Done.class);
        assertThat(shows(change)).isTrue();
    }

    /** 1001: until the registry has decided, the outcome is unknown, and nothing is sent again. */
    @ParameterizedTest
    @CsvSource({
        "NAMESERVERS,true",
        "NAMESERVERS,false",
        "ADMINISTRATOR,true",
        "ADMINISTRATOR,false",
        "RECALL,true",
        "RECALL,false"
    })
    void whatIsPendingIsReadBackOnceItIsDecided(Change change, boolean isDone) {
        registry.instead = name -> name.startsWith("domain:") ? 1001 : 0;
        assertThat(carryOut(change)).isInstanceOf(CallOutcome.Unknown.class);
        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> registrar(CALM).domain(Epp.NAME));
        assertThat(carryOut(change)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(changes()).hasSize(1);
        registry.decide(isDone);

        assertThat(shows(change)).isEqualTo(isDone);
        assertThat(isDone || isAsBefore()).isTrue();
    }

    /** The deletion of an old registration is not a pending recall. */
    @Test
    void anOldRegistrationThatIsBeingDeletedIsLocked() {
        registry.status = "pendingDelete";
        clock.advance(Duration.ofDays(10));

        assertThat(registrar(CALM).domain(Epp.NAME).map(RegisteredDomain::status))
                .contains(Status.LOCKED);
    }

    /** 2002 in the middle of a change: the command was not carried out, and is sent once more in another session. */
    @ParameterizedTest
    @CsvSource({
        "NAMESERVERS,host:create",
        "NAMESERVERS,domain:update",
        "ADMINISTRATOR,contact:create",
        "ADMINISTRATOR,domain:update",
        "RECALL,domain:delete"
    })
    void aSessionThatIsDroppedAtAnyStepIsOpenedAgainAndNothingIsDoneTwice(Change change, String command) {
        var isDropped = new AtomicBoolean();
        server.does(request -> {
            if (request.text().contains("<" + command) && !isDropped.getAndSet(true)) {
                registry.open.clear();
            }
            return registry.answer(request);
        });

        assertThat(carryOut(change)).isInstanceOf(CallOutcome.Done.class);
        assertThat(isDropped).isTrue();
        assertThat(registry.commands).containsOnlyOnce(command);
        assertThat(registry.commands.stream().filter("login"::equals)).hasSize(2);
    }

    /** A host or contact alone changes nothing; the domain stays as it was. */
    @ParameterizedTest
    @CsvSource({"NAMESERVERS,host:create", "ADMINISTRATOR,contact:create"})
    void whereWhatIsNeededCannotBeMadeTheDomainStays(Change change, String command) {
        registry.instead = name -> name.equals(command) ? 2306 : 0;
        assertThat(carryOut(change))
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().detail()).isEqualTo("In words: 2306"));
        registry.instead = _ -> 0;
        server.does(request -> {
            var answer = registry.answer(request);
            return request.text().contains("<" + command) ? new Behaviour.Drops() : answer;
        });
        assertThat(carryOut(change)).isNotInstanceOfAny(CallOutcome.Done.class, CallOutcome.Refused.class);
        assertThat(changes()).isEmpty();
        server.does(registry::answer);

        assertThat(isAsBefore()).isTrue();
        assertThat(carryOut(change)).isInstanceOf(CallOutcome.Done.class);
    }

    /** The registry accepted the change, but reading it back failed: the outcome is unknown. */
    @ParameterizedTest
    @EnumSource(
            value = Change.class,
            names = {"NAMESERVERS", "ADMINISTRATOR"})
    void aYesThatCannotBeReadBackIsUnknown(Change change) {
        server.does(
                request -> request.text().contains("<domain:info") && !changes().isEmpty()
                        ? new Behaviour.Drops()
                        : registry.answer(request));

        assertThat(carryOut(change)).isInstanceOf(CallOutcome.Unknown.class);
    }

    /** The nameservers have changed and the glue has not: neither done nor absent. */
    @Test
    void glueThatIsRefusedAfterTheNameserversChangedIsForAPerson() {
        var inside = new DomainName("ns." + Epp.NAME.ascii());
        registry.hosts.put("ns." + EppServer.NAME, List.of("195.251.255.20"));
        registry.servers.add("ns." + EppServer.NAME);
        var before = withGlue(Epp.CHANGE.before(), inside, "195.251.255.20");
        var change = new NameserverEdit(Epp.NAME, before, withGlue(Epp.CHANGE.after(), inside, "195.251.255.21"));
        registry.instead = name -> name.equals("host:update") ? 2306 : 0;

        assertThat(registrar(CALM).setNameservers(ID, change)).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(registrar(CALM).domain(Epp.NAME))
                .hasValueSatisfying(domain -> assertThat(change.isPresentIn(domain) || change.isAbsentFrom(domain))
                        .isFalse());
    }

    private static Nameservers withGlue(Nameservers servers, DomainName host, String address) {
        var all = new java.util.ArrayList<>(servers.servers());
        all.add(new Nameserver(host, List.of(new IpAddress(address))));
        return new Nameservers(all);
    }

    /** Without its number the registry could not identify the application to recall. */
    @Test
    void aRecallWithoutItsApplicationsNumberIsNotSent() {
        registry.protocol = "";

        assertThat(carryOut(Change.RECALL)).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(changes()).isEmpty();
    }
}
