package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.usual;
import static org.supportpin.domain.registrar.FakeDelegation.ZONE;
import static org.supportpin.domain.registrar.FakeDelegation.elsewhere;
import static org.supportpin.domain.registrar.FakeDelegation.inZone;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.ServedZone.MailHost;

class DelegationForecastTest {

    private static final String HERE = "195.251.255.1";
    private static final String THERE = "185.4.132.77";

    private static List<ProbedNameserver> all(ServedZone... zones) {
        return Stream.of(zones)
                .map(zone -> new ProbedNameserver(new DomainName("ns.allo.gr"), List.of(new Reply.Serving(zone))))
                .toList();
    }

    private static List<Warning> warnings(ServedZone before, ServedZone... after) {
        return DelegationForecast.of(usual(), all(before), all(after));
    }

    private static List<String> english(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> warning.code() + ": " + warning.text().english())
                .toList();
    }

    private static List<String> codes(List<Warning> warnings) {
        return warnings.stream().map(Warning::code).toList();
    }

    private static ServedZone web(Set<String> apex, Set<String> www) {
        return new ServedZone(apex, www, ZONE.mail(), Set.of());
    }

    private static ServedZone mail(MailHost... hosts) {
        return new ServedZone(ZONE.apex(), ZONE.www(), Set.of(hosts), Set.of());
    }

    @Test
    void theSameIsSaidToo() {
        assertThat(english(warnings(ZONE, ZONE)))
                .containsExactly("web-stays: The website stays as it is now.", "mail-stays: Email stays as it is now.");
    }

    @Test
    void anotherServerIsNamed() {
        assertThat(english(warnings(ZONE, web(Set.of(THERE), Set.of(THERE)))))
                .containsExactly(
                        "web-moves: papadopoulou.gr will open from another server: 185.4.132.77 instead of 195.251.255.1.",
                        "web-moves: www.papadopoulou.gr will open from another server: 185.4.132.77 instead of 195.251.255.1.",
                        "mail-stays: Email stays as it is now.");
    }

    @Test
    void onlyTheNameThatChangesIsNamed() {
        assertThat(english(warnings(ZONE, web(Set.of(HERE), Set.of("shops.example.com")))))
                .containsExactly(
                        "web-moves: www.papadopoulou.gr will open from another server: shops.example.com instead of 195.251.255.1.",
                        "mail-stays: Email stays as it is now.");
    }

    @Test
    void aNameWithoutAddressStops() {
        assertThat(english(warnings(ZONE, web(Set.of(HERE), Set.of()))))
                .first()
                .isEqualTo("web-stops: www.papadopoulou.gr will not open: the new nameservers have no address for it.");
    }

    @Test
    void whatWasNotThereBeforeDoesNotStop() {
        var bare = web(Set.of(HERE), Set.of());

        assertThat(codes(warnings(bare, bare))).containsExactly("web-stays", "mail-stays");
        assertThat(english(warnings(bare, ZONE)))
                .first()
                .isEqualTo(
                        "web-moves: www.papadopoulou.gr will open from 195.251.255.1. The present nameservers give no address for it.");
    }

    @Test
    void withoutItsMxMailIsNotDelivered() {
        assertThat(english(warnings(ZONE, mail())))
                .last()
                .isEqualTo(
                        "mail-stops: Email will not be delivered: the new nameservers have no mail server (MX) for the domain.");
    }

    @Test
    void anMxThatLeadsNowhereTakesNoMail() {
        assertThat(codes(warnings(ZONE, mail(inZone("mail.papadopoulou.gr")))))
                .containsExactly("web-stays", "mail-stops");
        assertThat(codes(warnings(ZONE, mail(new MailHost("", false, Set.of())))))
                .containsExactly("web-stays", "mail-stops");
    }

    @Test
    void theSameMxAtAnotherAddressIsAnotherServer() {
        assertThat(english(warnings(ZONE, mail(inZone("mail.papadopoulou.gr", THERE)))))
                .last()
                .isEqualTo("mail-moves: Email will be delivered elsewhere: to mail.papadopoulou.gr [185.4.132.77]"
                        + " instead of mail.papadopoulou.gr [195.251.255.2].");
        assertThat(english(warnings(mail(elsewhere("mx.hoster.gr")), mail(elsewhere("mx.thief.example")))))
                .last()
                .isEqualTo(
                        "mail-moves: Email will be delivered elsewhere: to mx.thief.example instead of mx.hoster.gr.");
    }

    /** RFC 5321 §5.1. */
    @Test
    void withoutAnyMxMailGoesToTheWebServer() {
        assertThat(codes(warnings(mail(), mail()))).containsExactly("web-stays", "mail-stays");
        var moved = new ServedZone(Set.of(THERE), Set.of(HERE), Set.of(), Set.of());
        assertThat(codes(warnings(mail(), moved))).containsExactly("web-moves", "mail-moves");
        var gone = new ServedZone(Set.of(), Set.of(), Set.of(), Set.of());
        assertThat(codes(warnings(mail(), gone))).containsExactly("web-stops", "web-stops", "mail-stops");
    }

    @Test
    void theWorstServerCounts() {
        assertThat(codes(warnings(ZONE, ZONE, mail())))
                .containsExactly("web-stays", "mail-stops", "nameservers-disagree");
    }

    @Test
    void presentServersThatDoNotAnswerAreNoReasonToBeSilent() {
        var silent = List.of(new ProbedNameserver(new DomainName("ns.hoster.gr"), List.of(new Reply.Silent())));

        assertThat(english(DelegationForecast.of(usual(), silent, all(ZONE))))
                .containsExactly(
                        "web-moves: papadopoulou.gr will open from 195.251.255.1. The present nameservers give no address for it.",
                        "web-moves: www.papadopoulou.gr will open from 195.251.255.1. The present nameservers give no address for it.",
                        "mail-moves: Email will be delivered to mail.papadopoulou.gr [195.251.255.2]. The present nameservers name no server.");
    }

    @Test
    void thatNobodyKnowsWhetherItIsSignedIsSaid() {
        var unknown = usual().with((Signing) null);

        assertThat(codes(DelegationForecast.of(unknown, all(ZONE), all(ZONE))))
                .containsExactly("web-stays", "mail-stays", "signing-unknown");
    }

    @Test
    void noNameIsTooLongForItsSentence() {
        var long1 = new ServedZone(
                Set.of("2a02:587:1111:2222:3333:4444:5555:6666", HERE, THERE),
                Set.of("a".repeat(63) + "." + "b".repeat(63) + ".example"),
                Set.of(elsewhere("c".repeat(63) + "." + "d".repeat(63) + ".example")),
                Set.of());
        var domain = Domains.domain("ε".repeat(30) + ".gr", Domains.MARIA, Domains.MARIA);

        assertThat(codes(DelegationForecast.of(domain, all(ZONE), all(long1))))
                .containsExactly("web-moves", "web-moves", "mail-moves");
        assertThat(codes(DelegationForecast.of(domain, all(long1), all(ZONE))))
                .containsExactly("web-moves", "web-moves", "mail-moves");
    }
}
