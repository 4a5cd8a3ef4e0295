package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.set;
import static org.supportpin.domain.dns.Zones.upsert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.Verdicts;

class ZoneWarningsTest {

    private static final Zone ZONE = Zones.with(
            Zones.usual(),
            set("alias", "CNAME", "gone.papadopoulou.gr."),
            set("old", "MX", "10 gone.papadopoulou.gr."),
            set("sub", "NS", "ns1.host.gr."));

    static Stream<Arguments> warned() {
        return Stream.of(
                Arguments.of("spf-removed", upsert("@", "TXT", "google-site-verification=x")),
                Arguments.of("spf-removed", delete("@", "TXT")),
                Arguments.of("dmarc-removed", upsert("_dmarc", "TXT", "x")),
                Arguments.of("dmarc-removed", delete("_dmarc", "TXT")),
                Arguments.of("mail-host-not-found", upsert("@", "MX", "10 mial.papadopoulou.gr")),
                Arguments.of("mail-host-not-found", upsert("@", "MX", "10 mail.papadopoulou.gr.papadopoulou.gr")),
                Arguments.of("mail-host-not-found", delete("mail", "A")),
                Arguments.of("target-not-found", upsert("new", "CNAME", "nothing.papadopoulou.gr")),
                Arguments.of("target-not-found", upsert("_x._tcp", "SRV", "0 0 80 nothing.papadopoulou.gr")),
                Arguments.of("target-not-found", delete("shop", "A")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("warned")
    void theCallerShouldHear(String code, RawChange change) {
        assertThat(warnings(change)).extracting(Warning::code).containsExactly(code);
    }

    static Stream<RawChange> notWarned() {
        return Stream.of(
                upsert("@", "TXT", "v=spf1 a -all"),
                upsert("@", "MX", "10 mail.papadopoulou.gr", "20 shop.papadopoulou.gr"),
                upsert("@", "MX", "10 mail.allo.gr"),
                upsert("@", "MX", "10 x.sub.papadopoulou.gr"),
                upsert("new", "CNAME", "x.sub.papadopoulou.gr"),
                upsert("new", "CNAME", "s1._domainkey.papadopoulou.gr"),
                upsert("old", "MX", "20 gone.papadopoulou.gr"),
                upsert("shop", "TXT", "x"));
    }

    @ParameterizedTest
    @MethodSource("notWarned")
    void nothingOfTheRest(RawChange change) {
        assertThat(warnings(change)).isEmpty();
    }

    @Test
    void whatIsAsRequestedAlreadyIsNoChange() {
        assertThat(warnings(upsert("shop", "A", "195.251.255.4", "195.251.255.3")))
                .containsExactly(Warning.NOTHING_CHANGES);
    }

    @Test
    void aZoneOfItsOwnBelowIsWhereTheRecordsBelong() {
        var child = new Zone(
                new DomainName("blog.papadopoulou.gr"),
                Zones.HOLDER,
                List.of(set("blog", "SOA", "ns1.host.gr. a.host.gr. 1 1 1 1 1"), set("blog", "A", "195.251.255.9")));
        var zones = new Served(List.of(ZONE, child));

        for (var name : List.of("blog", "www.blog.papadopoulou.gr", "_acme-challenge.a.blog.papadopoulou.gr")) {
            var verdict = ChangeDnsRecordsExecutor.plan(zones, Zones.HOLDER, Zones.changes(upsert(name, "TXT", "x")));
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Refused.class,
                            refused -> assertThat(((Verdict.Refused<?>) refused).refusal())
                                    .satisfies(
                                            refusal ->
                                                    assertThat(refusal.rule()).isEqualTo("name-occluded"),
                                            refusal -> assertThat(refusal.detail())
                                                    .contains("blog.papadopoulou.gr as the domain")));
        }
        Verdicts.accepted(ChangeDnsRecordsExecutor.plan(
                zones, Zones.HOLDER, Zones.changes(upsert("xblog", "TXT", "x"), upsert("@", "TXT", "v=spf1 -all"))));
    }

    @Test
    void anotherFormOfAGreekNameIsOfferedToItsHolderAlone() {
        var registered = DomainName.parse("νόμος.gr").orThrow();
        var typed = DomainName.parse("νομος.gr").orThrow();
        var changes = ZoneChanges.parse(typed, List.of(upsert("www", "A", "195.251.255.1")))
                .orThrow();

        assertThat(detail(ChangeDnsRecordsExecutor.plan(
                        new Served(new Zone(registered, Zones.HOLDER, List.of())), Zones.HOLDER, changes)))
                .contains("νόμος.gr");
        assertThat(detail(ChangeDnsRecordsExecutor.plan(
                        new Served(new Zone(registered, new CustomerId("1002"), List.of())), Zones.HOLDER, changes)))
                .isEqualTo(ZoneRules.zoneNotHostedHere().detail());
    }

    private static String detail(Verdict<?> verdict) {
        return verdict instanceof Verdict.Refused<?>(var refusal) ? refusal.detail() : verdict.toString();
    }

    private record Served(List<Zone> zones) implements DnsZones {

        Served(Zone zone) {
            this(List.of(zone));
        }

        @Override
        public Optional<Zone> zone(DomainName name) {
            return zones.stream().filter(zone -> zone.name().equals(name)).findFirst();
        }

        @Override
        public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
            throw new UnsupportedOperationException("only planned");
        }
    }

    private static List<Warning> warnings(RawChange... changes) {
        return Verdicts.accepted(ChangeDnsRecordsExecutor.plan(new Served(ZONE), Zones.HOLDER, Zones.changes(changes)))
                .warnings();
    }
}
