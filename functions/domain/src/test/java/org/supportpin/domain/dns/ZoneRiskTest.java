package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.supportpin.domain.dns.Zones.accepted;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.set;
import static org.supportpin.domain.dns.Zones.upsert;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.Risk;

/** Risk by effect. */
class ZoneRiskTest {

    private static final Zone ZONE = Zones.with(
            Zones.usual(),
            set("news", "TXT", "v=spf1 -all"),
            set("s2._domainkey", "CNAME", "s2.esp.gr."),
            set("free", "A", "195.251.255.7"));

    static Stream<RawChange> high() {
        return Stream.of(
                upsert("@", "MX", "10 mail.allo.gr"),
                upsert("@", "MX", "10 mail.papadopoulou.gr", "0 evil.allo.gr"),
                upsert("free", "MX", "10 mail.allo.gr"),
                upsert("*", "MX", "10 mail.allo.gr"),
                delete("@", "MX"),
                upsert("@", "A", "195.251.255.9"),
                delete("@", "A"),
                upsert("@", "AAAA", "2a02:587::1"),
                upsert("mail", "A", "195.251.255.9"),
                upsert("mail", "AAAA", "2a02:587::1"),
                upsert("www", "CNAME", "shop.papadopoulou.gr"),
                upsert("www", "CNAME", "papadopoulou.myshopify.com"),
                upsert("autodiscover", "CNAME", "mail.allo.gr"),
                upsert("mta-sts", "A", "195.251.255.9"),
                // What may send mail in its name
                upsert("_dmarc", "TXT", "v=DMARC1; p=none"),
                upsert("_dmarc.shop", "TXT", "v=DMARC1; p=reject"),
                delete("_dmarc", "TXT"),
                upsert("s1._domainkey", "TXT", "v=DKIM1; p=other"),
                upsert("s3._domainkey", "TXT", "v=DKIM1; p=MIIB"),
                upsert("s3._domainkey.shop.papadopoulou.gr", "TXT", "v=DKIM1; p=MIIB"),
                upsert("s2._domainkey", "CNAME", "s2.evil.gr"),
                upsert("news", "TXT", "v=spf1 +all"),
                delete("news", "TXT"),
                upsert("new", "TXT", "v=spf1 -all"),
                upsert("new", "TXT", "hello", "V=SPF1 +all"),
                // What proves control
                upsert("_acme-challenge", "TXT", "gfj9Xq"),
                upsert("_acme-challenge.www", "TXT", "gfj9Xq"),
                upsert("_acme-challenge.free", "CNAME", "abc.auth.allo.gr"),
                upsert("_0a1b2c", "CNAME", "_9z.acm-validations.aws"),
                upsert("_mta-sts", "TXT", "v=STSv1; id=1"),
                upsert("@", "TXT", "v=spf1 mx -all", "verification=1", "google-site-verification=x"),
                upsert("@", "TXT", "verification=1"),
                upsert("www.papadopoulou.gr", "CNAME", "free.papadopoulou.gr"),
                upsert("mail", "TXT", "google-site-verification=x"),
                upsert("@", "CAA", "0 issue letsencrypt.org"),
                upsert("free", "CAA", "0 issue letsencrypt.org"),
                upsert("*", "TXT", "gfj9Xq"),
                upsert("*", "CNAME", "everything.allo.gr"),
                upsert("*.free", "TXT", "v=DKIM1; p=MIIB"),
                upsert("*.free", "CNAME", "everything.allo.gr"),
                // Services
                upsert("_sip._tcp", "SRV", "0 5 5060 pbx.allo.gr"),
                upsert("_imaps._tcp", "SRV", "0 5 993 mail.papadopoulou.gr"),
                upsert("shop", "A", "195.251.255.9"),
                delete("shop", "A"));
    }

    static Stream<RawChange> standard() {
        return Stream.of(
                upsert("free", "A", "195.251.255.9"),
                upsert("free", "AAAA", "2a02:587::1"),
                delete("free", "A"),
                upsert("new", "A", "195.251.255.9"),
                upsert("a.b.papadopoulou.gr", "A", "195.251.255.9"),
                upsert("new", "TXT", "hello"),
                upsert("new", "TXT", "v=spf10 +all"),
                upsert("blog", "CNAME", "papadopoulou.myshopify.com"),
                upsert("blog", "CNAME", "papadopoulou.gr"),
                upsert("ftp", "CNAME", "free.papadopoulou.gr"),
                upsert("*.free", "A", "195.251.255.9"),
                upsert("*.free", "CNAME", "free.papadopoulou.gr"),
                upsert("*", "AAAA", "2a02:587::1"),
                upsert("real.wild.papadopoulou.gr", "A", "195.251.255.9"),
                upsert(60, "@", "MX", "10 mail.papadopoulou.gr"),
                upsert(60, "@", "A", "195.251.255.1"),
                upsert(60, "_dmarc", "TXT", "v=DMARC1; p=reject"),
                upsert("@", "TXT", "v=spf1 mx -all", "verification=1"));
    }

    @ParameterizedTest
    @MethodSource
    void high(RawChange change) {
        // Where no wildcard may hide a missing name.
        var zone = change.name() != null && change.name().equals("*")
                ? new Zone(
                        ZONE.name(),
                        ZONE.holder(),
                        ZONE.recordSets().stream()
                                .filter(set -> !set.name().equals(Zones.name("www")))
                                .toList())
                : ZONE;
        assertThat(accepted(zone, change).risk()).isEqualTo(Risk.HIGH);
    }

    @ParameterizedTest
    @MethodSource
    void standard(RawChange change) {
        // All fixed names exist, so that a wildcard hides none of them.
        var zone = Zones.with(
                ZONE,
                set("autodiscover", "A", "195.251.255.2"),
                set("autoconfig", "A", "195.251.255.2"),
                set("mta-sts", "A", "195.251.255.2"));
        assertThat(accepted(zone, change).risk()).isEqualTo(Risk.STANDARD);
    }

    /** What is far from the name that changes. */
    @Nested
    class Through {

        private static final RecordSet NS = set("@", "NS", "ns1.host.gr.", "ns2.papadopoulou.gr.");

        static Stream<Arguments> high() {
            return Stream.of(
                    of(
                            "an alias",
                            upsert("web", "A", "195.251.255.9"),
                            set("www", "CNAME", "web.papadopoulou.gr."),
                            web()),
                    of(
                            "an alias of an alias, in the other family",
                            upsert("web", "AAAA", "2a02:587::1"),
                            set("www", "CNAME", "w.papadopoulou.gr."),
                            set("w", "CNAME", "web.papadopoulou.gr."),
                            web()),
                    of(
                            "an alias at the apex",
                            upsert("web", "A", "195.251.255.9"),
                            set("@", "ALIAS", "web.papadopoulou.gr."),
                            web()),
                    of(
                            "a wildcard that answers for www",
                            upsert("*", "A", "195.251.255.9"),
                            set("*", "A", "195.251.255.1")),
                    of(
                            "a name before the wildcard",
                            upsert("www", "A", "195.251.255.9"),
                            set("*", "A", "195.251.255.1")),
                    of(
                            "a wildcard that answers for a mail server",
                            upsert("*.mx", "A", "195.251.255.9"),
                            set("@", "MX", "10 one.mx.papadopoulou.gr."),
                            set("*.mx", "A", "195.251.255.1")),
                    of(
                            "a name below, which makes a name exist without records",
                            upsert("x.one.mx.papadopoulou.gr", "A", "195.251.255.9"),
                            set("@", "MX", "10 one.mx.papadopoulou.gr."),
                            set("*.mx", "A", "195.251.255.1")),
                    of("a name that loses the wildcard's mail", upsert("free", "A", "195.251.255.9"), mailForAll()),
                    of(
                            "a host of NS",
                            delete("ns2", "A"),
                            NS,
                            set("ns2", "A", "195.251.255.1"),
                            set("ns2", "AAAA", "2a02:587::9")),
                    of("a host of NS, in the other family", upsert("ns2", "AAAA", "2a02:587::1"), NS),
                    of(
                            "the glue of a delegation",
                            upsert("ns.sub.papadopoulou.gr", "A", "195.251.255.9"),
                            set("sub", "NS", "ns.sub.papadopoulou.gr."),
                            set("ns.sub.papadopoulou.gr", "A", "195.251.255.1")),
                    of(
                            "a DNAME",
                            upsert("mx.new.papadopoulou.gr", "A", "195.251.255.9"),
                            set("@", "MX", "10 mx.old.papadopoulou.gr."),
                            set("old", "DNAME", "new.papadopoulou.gr.")),
                    of(
                            "HTTPS",
                            upsert("web", "A", "195.251.255.9"),
                            set("@", "HTTPS", "1 web.papadopoulou.gr. alpn=h2"),
                            web()),
                    of(
                            "SPF",
                            upsert("out", "A", "195.251.255.9"),
                            set("@", "TXT", "v=spf1 a:out.papadopoulou.gr/32 ~all")),
                    of(
                            "DKIM as an alias",
                            upsert("key", "TXT", "v=DKIM1; p=evil"),
                            set("s1._domainkey", "CNAME", "key.papadopoulou.gr.")),
                    of(
                            "DKIM below a wildcard",
                            upsert("key", "TXT", "v=DKIM1; p=evil"),
                            set("*.shop", "CNAME", "key.papadopoulou.gr.")),
                    of(
                            "a text above a mail server",
                            upsert("mx", "TXT", "google-site-verification=x"),
                            set("@", "MX", "10 one.mx.papadopoulou.gr.")),
                    of(
                            "another certificate authority, by an alias to the same address",
                            upsert("www", "CNAME", "web.papadopoulou.gr."),
                            set("www", "CNAME", "old.papadopoulou.gr."),
                            set("old", "A", "195.251.255.1"),
                            web(),
                            set("web", "CAA", "0 issue \"evil.example\"")));
        }

        static Stream<Arguments> standard() {
            return Stream.of(
                    of(
                            "an alias that nothing uses",
                            upsert("web", "A", "195.251.255.9"),
                            set("w", "CNAME", "web.papadopoulou.gr.")),
                    of(
                            "the same addresses without the alias",
                            upsert("web", "A", "195.251.255.1"),
                            set("www", "CNAME", "web.papadopoulou.gr."),
                            web()),
                    of(
                            "a wildcard that answers for nothing guarded",
                            upsert("*.dev", "A", "195.251.255.9"),
                            set("*.dev", "A", "195.251.255.1")),
                    of(
                            "what a delegation hides",
                            delete("www.sub.papadopoulou.gr", "A"),
                            set("www.sub.papadopoulou.gr", "A", "195.251.255.9"),
                            set("sub", "NS", "ns1.host.gr.")),
                    of(
                            "what a DNAME hides",
                            delete("x.old.papadopoulou.gr", "MX"),
                            set("x.old.papadopoulou.gr", "MX", "10 mx.allo.gr."),
                            set("old", "DNAME", "new.papadopoulou.gr.")),
                    of(
                            "a host that SPF names by a macro",
                            upsert("out", "A", "195.251.255.9"),
                            set("@", "TXT", "v=spf1 exists:%{i}.out.papadopoulou.gr -all")),
                    of(
                            "a loop",
                            upsert("free", "A", "195.251.255.9"),
                            set("a", "CNAME", "b.papadopoulou.gr."),
                            set("b", "CNAME", "a.papadopoulou.gr.")));
        }

        private static RecordSet web() {
            return set("web", "A", "195.251.255.1");
        }

        private static RecordSet mailForAll() {
            return set("*", "MX", "10 mail.allo.gr.");
        }

        private static Arguments of(String what, RawChange change, RecordSet... zone) {
            return Arguments.of(what, change, Zones.zone(zone));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource
        void high(String what, RawChange change, Zone zone) {
            assertThat(accepted(zone, change).risk()).isEqualTo(Risk.HIGH);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource
        void standard(String what, RawChange change, Zone zone) {
            assertThat(accepted(zone, change).risk()).isEqualTo(Risk.STANDARD);
        }
    }

    /** www keeps its address, whatever it is called. */
    @Test
    void onlyTheEffectCounts() {
        var zone = Zones.zone(set("@", "A", "195.251.255.1"), set("www", "CNAME", "papadopoulou.gr."));

        assertThat(accepted(zone, delete("www", "CNAME"), upsert("www", "A", "195.251.255.1"))
                        .risk())
                .isEqualTo(Risk.STANDARD);
        assertThat(accepted(zone, delete("www", "CNAME"), upsert("www", "A", "195.251.255.2"))
                        .risk())
                .isEqualTo(Risk.HIGH);
    }

    @Test
    void oneHighChangeMakesAllOfThemHigh() {
        assertThat(accepted(ZONE, upsert("new", "A", "195.251.255.9"), delete("@", "MX"))
                        .risk())
                .isEqualTo(Risk.HIGH);
    }

    @Test
    void theHigherRiskWins() {
        assertThat(Risk.STANDARD.or(Risk.HIGH)).isEqualTo(Risk.HIGH);
        assertThat(Risk.HIGH.or(Risk.STANDARD)).isEqualTo(Risk.HIGH);
        assertThat(Risk.STANDARD.or(Risk.STANDARD)).isEqualTo(Risk.STANDARD);
    }

    /** Twenty thousand aliases in one chain, each with a wildcard below it: no name is followed without end. */
    @Test
    void aLargeZoneIsJudgedInTime() {
        var sets = IntStream.range(0, 20_000)
                .boxed()
                .flatMap(i -> Stream.of(
                        set("a" + i, "CNAME", "a" + (i + 1) + ".papadopoulou.gr."),
                        set("*.w" + i, "CNAME", "a" + i + ".papadopoulou.gr."),
                        set("_s" + i, "CNAME", "a" + i + ".papadopoulou.gr.")))
                .toArray(RecordSet[]::new);
        var before = Zones.zone(sets);
        var edit = new RecordSetEdit(Zones.name("new"), RecordType.Editable.A, null, set("new", "A", "195.251.255.9"));
        var after = before.with(List.of(edit));

        assertTimeout(
                Duration.ofMinutes(1),
                () -> assertThat(ZoneRisk.of(before, after, List.of(edit))).isEqualTo(Risk.STANDARD));
    }
}
