package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.dns.Zones.accepted;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.refused;
import static org.supportpin.domain.dns.Zones.set;
import static org.supportpin.domain.dns.Zones.upsert;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Fault;

/** What counts is the zone after all changes. Each rule with cases of each kind, in any order of the changes. */
class ZoneAfterwardsTest {

    private static final Zone ZONE = Zones.with(
            Zones.usual(),
            // A nameserver of its own, and one more in either address family
            set("deleg", "NS", "ns2.papadopoulou.gr.", "ns6.papadopoulou.gr.", "ns1.host.gr."),
            set("ns2", "A", "195.251.255.20"),
            set("ns6", "A", "195.251.255.21"),
            set("ns6", "AAAA", "2a02:587::21"),
            // A delegation with glue
            set("sub", "NS", "ns.sub.papadopoulou.gr.", "ns2.papadopoulou.gr."),
            set("ns.sub.papadopoulou.gr", "A", "195.251.255.22"),
            set("sub", "DS", "1 13 2 AA"),
            // What is delegated without being a host's name
            set("_acme-challenge", "NS", "ns1.host.gr."),
            // Everything below elsewhere
            set("old", "DNAME", "allo.gr."),
            set("old", "TXT", "moved"),
            // Chains
            set("c1", "CNAME", "c2.papadopoulou.gr."),
            set("c2", "CNAME", "c3.papadopoulou.gr."),
            set("c3", "CNAME", "shop.papadopoulou.gr."),
            set("into", "CNAME", "x.old.papadopoulou.gr."),
            set("many", "A", "195.251.255.30"),
            set("many", "TXT", "hello"),
            set("many", "MX", "10 mail.papadopoulou.gr."),
            // A wildcard whose target it covers itself, but for a name that is there
            set("*.w", "CNAME", "here.w.papadopoulou.gr."),
            set("here.w.papadopoulou.gr", "A", "195.251.255.31"));

    private static Arguments of(String why, RawChange... changes) {
        return Arguments.of(why, List.of(changes));
    }

    /** All orders give the same verdict. */
    private static void assertRefused(Zone zone, List<RawChange> changes, String rule) {
        var orders = List.of(changes, changes.reversed(), rotated(changes));
        for (var order : orders) {
            assertThat(refused(zone, order.toArray(RawChange[]::new))).isEqualTo(rule);
        }
    }

    private static void assertAccepted(Zone zone, List<RawChange> changes) {
        for (var order : List.of(changes, changes.reversed(), rotated(changes))) {
            accepted(zone, order.toArray(RawChange[]::new));
        }
    }

    private static List<RawChange> rotated(List<RawChange> changes) {
        var rotated = Arrays.asList(changes.toArray(RawChange[]::new));
        Collections.rotate(rotated, 1);
        return rotated;
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Nameservers {

        static Stream<Arguments> lost() {
            return Stream.of(
                    of("the only address", delete("ns2", "A")),
                    of("both families", delete("ns6", "A"), delete("ns6", "AAAA")),
                    of("glue", delete("ns.sub.papadopoulou.gr", "A")),
                    of("another type does not help", delete("ns2", "A"), upsert("ns2", "TXT", "x")));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("lost")
        void neverLoseTheirLastAddress(String why, List<RawChange> changes) {
            assertRefused(ZONE, changes, "nameserver-without-address");
        }

        static Stream<Arguments> kept() {
            return Stream.of(
                    of("one family of two", delete("ns6", "A")),
                    of("the other family of two", delete("ns6", "AAAA")),
                    of("another address", upsert("ns2", "A", "195.251.255.99")),
                    of("another family in its place", delete("ns2", "A"), upsert("ns2", "AAAA", "2a02:587::20")),
                    of("other glue", upsert("ns.sub.papadopoulou.gr", "AAAA", "2a02:587::22")),
                    of(
                            "glue of the other family",
                            delete("ns.sub.papadopoulou.gr", "A"),
                            upsert("ns.sub.papadopoulou.gr", "AAAA", "2a02:587::22")));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("kept")
        void mayChangeThem(String why, List<RawChange> changes) {
            assertAccepted(ZONE, changes);
        }

        @Test
        void neverBecomeAliases() {
            assertRefused(
                    ZONE,
                    List.of(delete("ns2", "A"), upsert("ns2", "CNAME", "shop.papadopoulou.gr")),
                    "cname-conflict");
        }

        @Test
        void aWildcardGivesAnAddressUntilTheNameExists() {
            var wild = Zones.zone(set("@", "NS", "a.papadopoulou.gr.", "ns1.host.gr."), set("*", "A", "195.251.255.1"));

            assertRefused(wild, List.of(upsert("a", "TXT", "x")), "nameserver-without-address");
            assertRefused(wild, List.of(upsert("_x.a", "TXT", "x")), "nameserver-without-address");
            assertRefused(wild, List.of(delete("*", "A")), "nameserver-without-address");
            assertAccepted(wild, List.of(upsert("a", "TXT", "x"), upsert("a", "A", "195.251.255.2")));
        }

        @Test
        void oneThatHadNoneBlocksNobody() {
            var lame = Zones.zone(set("@", "NS", "a.papadopoulou.gr.", "ns1.host.gr."), set("x", "A", "195.251.255.1"));

            assertAccepted(lame, List.of(delete("x", "A")));
            assertAccepted(lame, List.of(upsert("a", "A", "195.251.255.1")));
        }

        @Test
        void thoseElsewhereAreNotOursToJudge() {
            assertAccepted(
                    Zones.zone(set("@", "NS", "ns1.allo.gr."), set("ns1", "A", "195.251.255.1")),
                    List.of(delete("ns1", "A")));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Occluded {

        static Stream<Arguments> unseen() {
            return Stream.of(
                    of("below a delegation", upsert("_acme-challenge.sub", "TXT", "x")),
                    of("far below", upsert("a.b.sub.papadopoulou.gr", "CNAME", "allo.gr")),
                    of("at the delegation", upsert("sub", "TXT", "x")),
                    of("mail at the delegation", upsert("sub", "MX", "10 mail.allo.gr")),
                    of("an address that is not glue", upsert("www.sub.papadopoulou.gr", "A", "195.251.255.1")),
                    of("an address at the delegation", upsert("sub", "A", "195.251.255.1")),
                    of("another type at the glue", upsert("ns.sub.papadopoulou.gr", "TXT", "x")),
                    of("a wildcard below", upsert("*.sub", "A", "195.251.255.1")),
                    of("at a delegated name with _", upsert("_acme-challenge", "TXT", "x")),
                    of("below it", upsert("www._acme-challenge.papadopoulou.gr", "TXT", "x")),
                    of("below a DNAME", upsert("www.old.papadopoulou.gr", "A", "195.251.255.1")),
                    of("far below a DNAME", upsert("_x.a.b.old.papadopoulou.gr", "TXT", "x")),
                    of("a wildcard below a DNAME", upsert("*.old", "CNAME", "allo.gr")));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("unseen")
        void isRefused(String why, List<RawChange> changes) {
            assertRefused(ZONE, changes, "name-occluded");
        }

        static Stream<Arguments> seen() {
            return Stream.of(
                    of("glue", upsert("ns.sub.papadopoulou.gr", "A", "195.251.255.99")),
                    of("the DNAME's own name", upsert("old", "TXT", "gone")),
                    of("mail of the DNAME's own name", upsert("old", "MX", "10 mail.allo.gr")),
                    of("a name that only sounds so", upsert("xsub", "A", "195.251.255.1")),
                    of("a name above", upsert("b", "TXT", "x")));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("seen")
        void nothingElseIs(String why, List<RawChange> changes) {
            assertAccepted(ZONE, changes);
        }

        @Test
        void addressesBesideADnameAreItsOwnNames() {
            assertAccepted(ZONE, List.of(upsert("old", "A", "195.251.255.1")));
            assertRefused(ZONE, List.of(upsert("old", "CNAME", "allo.gr"), delete("old", "TXT")), "cname-conflict");
        }

        @Test
        void whatIsAlreadyThereMayGoAndBlocksNobody() {
            var stale = Zones.with(ZONE, set("www.sub.papadopoulou.gr", "A", "195.251.255.1"));

            assertAccepted(stale, List.of(delete("www.sub.papadopoulou.gr", "A")));
            assertAccepted(stale, List.of(upsert("new", "A", "195.251.255.1")));
            assertAccepted(stale, List.of(upsert("www.sub.papadopoulou.gr", "A", "195.251.255.1")));
            assertRefused(stale, List.of(upsert("www.sub.papadopoulou.gr", "A", "195.251.255.9")), "name-occluded");
        }

        @Test
        void aDnameAtTheZoneItselfTakesEverythingBelow() {
            var all = Zones.zone(set("@", "DNAME", "allo.gr."), set("@", "NS", "ns1.host.gr."));

            assertRefused(all, List.of(upsert("www", "A", "195.251.255.1")), "name-occluded");
            assertAccepted(all, List.of(upsert("@", "TXT", "x")));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Circles {

        static Stream<Arguments> circles() {
            return Stream.of(
                    of("of two", upsert("a", "CNAME", "b.papadopoulou.gr"), upsert("b", "CNAME", "a.papadopoulou.gr")),
                    of(
                            "of three",
                            upsert("a", "CNAME", "b.papadopoulou.gr"),
                            upsert("b", "CNAME", "d.papadopoulou.gr"),
                            upsert("d", "CNAME", "a.papadopoulou.gr")),
                    of("through what is there", upsert("c3", "CNAME", "c1.papadopoulou.gr")),
                    of(
                            "through what is there, with a new one",
                            upsert("c3", "CNAME", "a.papadopoulou.gr"),
                            upsert("a", "CNAME", "c2.papadopoulou.gr")),
                    of("of a wildcard with itself", upsert("*.free", "CNAME", "x.free.papadopoulou.gr")),
                    of(
                            "of a wildcard and a name",
                            upsert("*.free", "CNAME", "a.papadopoulou.gr"),
                            upsert("a", "CNAME", "any.thing.free.papadopoulou.gr")),
                    of("of a wildcard, because what it led to is gone", delete("here.w.papadopoulou.gr", "A")));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("circles")
        void areRefused(String why, List<RawChange> changes) {
            assertRefused(ZONE, changes, "cname-loop");
        }

        static Stream<Arguments> chains() {
            return Stream.of(
                    of("a longer chain", upsert("a", "CNAME", "c1.papadopoulou.gr")),
                    of("elsewhere", upsert("c3", "CNAME", "c1.allo.gr")),
                    of("to what is not there", upsert("c3", "CNAME", "nothing.papadopoulou.gr")),
                    of("into a delegation", upsert("a", "CNAME", "a.sub.papadopoulou.gr")),
                    of("through a DNAME elsewhere", upsert("c3", "CNAME", "c3.old.papadopoulou.gr")),
                    of(
                            "turned round",
                            upsert("c1", "CNAME", "shop.papadopoulou.gr"),
                            upsert("c2", "CNAME", "c1.papadopoulou.gr"),
                            upsert("c3", "CNAME", "c2.papadopoulou.gr")),
                    of(
                            "a wildcard beside a name that is there",
                            upsert("*.free", "CNAME", "x.free.papadopoulou.gr"),
                            upsert("x.free.papadopoulou.gr", "A", "195.251.255.1")));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("chains")
        void chainsAreNot(String why, List<RawChange> changes) {
            assertAccepted(ZONE, changes);
        }

        @Test
        void throughADnameToo() {
            var zone = Zones.zone(set("d", "DNAME", "e.papadopoulou.gr."));

            assertRefused(zone, List.of(upsert("b.e.papadopoulou.gr", "CNAME", "b.d.papadopoulou.gr")), "cname-loop");
            assertRefused(zone, List.of(upsert("*.e", "CNAME", "z.d.papadopoulou.gr")), "cname-loop");
            assertAccepted(zone, List.of(upsert("b.e.papadopoulou.gr", "CNAME", "c.d.papadopoulou.gr")));
        }

        @Test
        void dnamesThatLeadNowhereEndTheSearch() {
            var zone = Zones.zone(
                    set("d", "DNAME", "x.d.papadopoulou.gr."),
                    set("e", "DNAME", "f.papadopoulou.gr."),
                    set("f", "DNAME", "e.papadopoulou.gr."));

            assertRefused(zone, List.of(upsert("a", "CNAME", "a.d.papadopoulou.gr")), "cname-loop");
            assertRefused(zone, List.of(upsert("a", "CNAME", "a.e.papadopoulou.gr")), "cname-loop");
        }

        @Test
        void oneThatIsThereBlocksNobodyButNobodyMayJoinIt() {
            var broken = Zones.with(
                    ZONE, set("l1", "CNAME", "l2.papadopoulou.gr."), set("l2", "CNAME", "l1.papadopoulou.gr."));

            assertAccepted(broken, List.of(upsert("new", "A", "195.251.255.1")));
            assertAccepted(broken, List.of(upsert("l1", "CNAME", "shop.papadopoulou.gr")));
            assertAccepted(broken, List.of(delete("l2", "CNAME")));
            assertRefused(broken, List.of(upsert("new", "CNAME", "l1.papadopoulou.gr")), "cname-loop");
        }

        @Test
        void aChainOfTenThousandIsJudgedAtOnce() {
            var sets = new java.util.ArrayList<RecordSet>();
            for (int i = 0; i < 10_000; i++) {
                sets.add(set("n" + i, "CNAME", "n" + (i + 1) + ".papadopoulou.gr."));
            }
            var zone = Zones.zone(sets.toArray(RecordSet[]::new));

            assertAccepted(zone, List.of(upsert("n10000", "A", "195.251.255.1")));
            assertRefused(zone, List.of(upsert("n10000", "CNAME", "n5000.papadopoulou.gr")), "cname-loop");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class TextsOfWhichThereIsOne {

        static Stream<Arguments> several() {
            return Stream.of(
                    Arguments.of(
                            "spf-conflict", upsert("@", "TXT", "v=spf1 mx -all", "v=spf1 include:_spf.allo.gr ~all")),
                    Arguments.of("spf-conflict", upsert("new", "TXT", "v=spf1 -all", "V=SPF1 a -all")),
                    Arguments.of("spf-conflict", upsert("new", "TXT", "v=spf1", "\"v=spf1 a\" \" -all\"", "x")),
                    Arguments.of("spf-conflict", upsert("*", "TXT", "v=spf1 -all", "v=spf1 a -all")),
                    Arguments.of("dmarc-conflict", upsert("_dmarc", "TXT", "v=DMARC1; p=none", "v=DMARC1; p=reject")),
                    Arguments.of(
                            "dmarc-conflict", upsert("_dmarc.shop", "TXT", "v=DMARC1;p=none", "v = DMARC1 ; p=reject")),
                    Arguments.of("text-conflict", upsert("s1._domainkey", "TXT", "v=DKIM1; p=AAAA", "v=DKIM1; p=BBBB")),
                    Arguments.of("text-conflict", upsert("s1._domainkey", "TXT", "p=AAAA", "k=rsa; p=BBBB")),
                    Arguments.of("text-conflict", upsert("s1._domainkey", "TXT", "v=DKIM1; k=rsa", "v=DKIM1; t=s")),
                    Arguments.of("text-conflict", upsert("_mta-sts", "TXT", "v=STSv1; id=1", "v=STSv1; id=2")),
                    Arguments.of(
                            "text-conflict",
                            upsert(
                                    "_smtp._tls",
                                    "TXT",
                                    "v=TLSRPTv1; rua=mailto:a@allo.gr",
                                    "v=TLSRPTv1; rua=mailto:b@allo.gr")));
        }

        @ParameterizedTest(name = "{0} {1}")
        @MethodSource("several")
        void severalAreRefused(String rule, RawChange change) {
            assertRefused(ZONE, List.of(change), rule);
        }

        static Stream<RawChange> one() {
            return Stream.of(
                    upsert("@", "TXT", "v=spf1 mx -all", "v=spf10 -all", "spf2.0/pra a", "verification=1"),
                    upsert("@", "TXT", "v=spf1 mx include:_spf.allo.gr -all"),
                    upsert("_dmarc", "TXT", "v=DMARC1; p=none", "remember: v=DMARC1"),
                    upsert("_dmarc", "TXT", "v=DMARC1; p=none", "v=DMARC12; p=none"),
                    upsert("shop", "TXT", "v=DMARC1; p=none", "v=DMARC1; p=reject"),
                    upsert("new", "TXT", "v=DKIM1; p=AAAA", "v=DKIM1; p=BBBB"),
                    upsert("_acme-challenge.www", "TXT", "one", "two"));
        }

        @ParameterizedTest
        @MethodSource("one")
        void oneIsNot(RawChange change) {
            assertAccepted(ZONE, List.of(change));
        }

        @Test
        void moreThanBeforeIsRefusedAndFewerIsNot() {
            var two = Zones.zone(set("@", "TXT", "v=spf1 a -all", "v=spf1 mx -all"));
            var three = Zones.zone(set("@", "TXT", "v=spf1 a -all", "v=spf1 mx -all", "v=spf1 -all"));

            assertAccepted(two, List.of(upsert("@", "TXT", "v=spf1 a -all", "v=spf1 mx -all", "verification=1")));
            assertAccepted(two, List.of(upsert("www", "A", "195.251.255.1")));
            assertAccepted(three, List.of(upsert("@", "TXT", "v=spf1 a -all", "v=spf1 mx -all")));
            assertRefused(
                    two, List.of(upsert("@", "TXT", "v=spf1 a -all", "v=spf1 mx -all", "v=spf1 -all")), "spf-conflict");
        }

        @Test
        void theMergeIsOfferedInWords() {
            var refusal = refusal(
                    ZONE,
                    upsert("@", "TXT", "v=spf1 mx -all", "v=spf1 include:_spf.allo.gr mx ip4:195.251.255.0/24 ~all"));

            assertThat(refusal.detail()).contains("v=spf1 include:_spf.allo.gr mx ip4:195.251.255.0/24 -all");
            assertThat(refusal.greek()).contains("v=spf1 include:_spf.allo.gr mx ip4:195.251.255.0/24 -all");
        }
    }

    @Nested
    class Together {

        @Test
        void allConflictsAreToldAtOnce() {
            var refusal = refusal(ZONE, upsert("many", "CNAME", "allo.gr"));

            assertThat(refusal.detail()).contains("A, MX and TXT");
            assertThat(refusal.greek()).contains("A, MX και TXT");
            assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/0");
            assertAccepted(
                    ZONE,
                    List.of(
                            upsert("many", "CNAME", "allo.gr"),
                            delete("many", "A"),
                            delete("many", "MX"),
                            delete("many", "TXT")));
        }

        @Test
        void atTheApexTheApexIsTheReason() {
            var refusal = refusal(ZONE, upsert("@", "CNAME", "allo.gr"));

            assertThat(refusal.detail())
                    .contains("papadopoulou.gr is the domain itself")
                    .doesNotContain("MX");
        }

        @Test
        void eachConflictPointsToItsChanges() {
            var refusal = refusal(
                    ZONE,
                    upsert("new", "A", "195.251.255.1"),
                    upsert("many", "CNAME", "allo.gr"),
                    upsert("@", "TXT", "v=spf1 a -all", "v=spf1 mx -all"),
                    upsert("x.sub.papadopoulou.gr", "TXT", "x"),
                    delete("ns2", "A"),
                    upsert("l1", "CNAME", "l2.papadopoulou.gr"),
                    upsert("l2", "CNAME", "l1.papadopoulou.gr"),
                    delete("nothing", "A"),
                    upsert("new", "NS", "ns1.allo.gr"));

            assertThat(refusal.faults())
                    .extracting(Fault::pointer)
                    .containsExactlyInAnyOrder("/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8");
            assertThat(refusal.faults()).allSatisfy(fault -> {
                assertThat(fault.message()).isNotBlank();
                assertThat(fault.greek()).isNotBlank();
            });
        }

        @Test
        void whatAWildcardBreaksPointsToWhatMadeItAnswer() {
            assertThat(refusal(ZONE, upsert("new", "A", "195.251.255.1"), delete("here.w.papadopoulou.gr", "A"))
                            .faults())
                    .extracting(Fault::pointer)
                    .containsExactly("/1");
        }

        @Test
        void anAddressBesideAnAliasRecordIsRefused() {
            var flat = Zones.with(Zones.zone(set("@", "ALIAS", "lb.allo.gr.")), set("x", "ANAME", "lb.allo.gr."));

            assertRefused(flat, List.of(upsert("@", "A", "195.251.255.1")), "cname-conflict");
            assertRefused(flat, List.of(upsert("x", "AAAA", "2a02:587::1")), "cname-conflict");
            assertAccepted(flat, List.of(upsert("@", "TXT", "x")));
        }
    }

    private static Refusal refusal(Zone zone, RawChange... changes) {
        return switch (Zones.decide(zone, changes)) {
            case Verdict.Refused<ZoneEdit>(var refusal) -> refusal;
            case Verdict<ZoneEdit> other -> throw new AssertionError(other.toString());
        };
    }
}
