package org.supportpin.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.ProbedNameserver;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.ServedZone;
import org.supportpin.domain.registrar.ServedZone.MailHost;

class SimulatedNameserversTest {

    private static final SimulatedBackOffice OFFICE =
            new SimulatedBackOffice(SimulatedTable.client(), SimulatedTable.NAME, Clock.systemUTC());

    private static final ServedZone NOTHING = new ServedZone(Set.of(), Set.of(), Set.of(), Set.of());

    private final DelegationProbe probe = OFFICE.delegationProbe();

    @BeforeAll
    static void nameservers() {
        StartingNameservers.documents()
                .forEach(document -> SimulatedTable.put("nameservers", document.id(), document.body()));
        StartingZones.documents().forEach(document -> SimulatedTable.put("zones", document.id(), document.body()));
    }

    private List<Reply> ask(String zone, String... hosts) {
        var servers = Stream.of(hosts)
                .map(host -> new Nameserver(new DomainName(host), List.of()))
                .toList();
        var answers = probe.ask(new DomainName(zone), servers);
        assertThat(answers)
                .extracting(ProbedNameserver::host)
                .containsExactlyElementsOf(
                        servers.stream().map(Nameserver::host).toList());
        return answers.stream().flatMap(answer -> answer.replies().stream()).toList();
    }

    @Test
    void anyServerServesADomainAsItIsHostedHere() {
        assertThat(ask("nea.gr", "ns1.example.net"))
                .containsExactly(new Reply.Serving(new ServedZone(
                        Set.of("185.4.132.10"),
                        Set.of("185.4.132.10"),
                        Set.of(new MailHost("mail.nea.gr", true, Set.of("185.4.132.11"))),
                        Set.of())));
        assertThat(ask("palio.gr", "ns1.example.net")).containsExactly(new Reply.Serving(NOTHING));
    }

    @ParameterizedTest
    @CsvSource({"nea.gr, mail.nea.gr", "example.gr, example.gr"})
    void mailGoesWhereTheZoneSaysOrElseToTheDomainItself(String domain, String host) {
        assertThat(probe.mailHosts(new DomainName(domain))).hasValue(Set.of(new DnsName(host)));
    }

    @Test
    void someAreNotLikeThat() {
        assertThat(ask("nea.gr", "ns1.silent.example", "ns2.lame.example", "ns1.empty.example"))
                .containsExactly(new Reply.Silent(), new Reply.NotAuthoritative(), new Reply.Serving(NOTHING));
    }

    @ParameterizedTest
    @CsvSource({"ns1.hoster.example, 1", "ns2.signed.example, 1", "ns1.example.net, 0"})
    void someHaveTheKeysOfTheSignedDomain(String host, int keys) {
        assertThat(ask(StartingNameservers.SIGNED, host))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reply.Serving.class,
                        serving -> assertThat(serving.zone().keys()).hasSize(keys));
        assertThat(ask("nea.gr", host))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reply.Serving.class,
                        serving -> assertThat(serving.zone().keys()).isEmpty());
    }

    @Test
    void aFaultStrikesAllThatAreAskedOnce() {
        OFFICE.inject(Operation.NAMESERVERS_ASK, Fault.TIMEOUT, 1);
        assertThat(ask("nea.gr", "ns1.example.net", "ns2.example.net"))
                .containsExactly(new Reply.Silent(), new Reply.Silent());
        OFFICE.inject(Operation.NAMESERVERS_ASK, Fault.REFUSE, 1);
        assertThat(ask("nea.gr", "ns1.example.net")).containsExactly(new Reply.NotAuthoritative());
        assertThat(ask("nea.gr", "ns1.example.net")).doesNotContain(new Reply.NotAuthoritative());
    }
}
