package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.supportpin.domain.registrar.Domains.server;
import static org.supportpin.domain.registrar.Domains.servers;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.name.DomainName;

class NameserversTest {

    private static final DomainName DOMAIN = new DomainName("papadopoulou.gr");
    private static final RawNameserver ELSEWHERE = raw("ns1.hoster.gr");

    @Nested
    class HowMany {

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 13})
        void twoToThirteen(int count) {
            assertThat(parse(hosts(count))).isInstanceOf(Checked.Valid.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 14})
        void noFewerAndNoMore(int count) {
            assertThat(pointers(hosts(count))).containsExactly("");
        }

        @Test
        void theOnesThatAreThereAreJudgedEvenSo() {
            assertThat(pointers(raw("no name"))).containsExactly("", "/0/host");
        }

        private RawNameserver[] hosts(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> raw("ns" + i + ".hoster.gr"))
                    .toArray(RawNameserver[]::new);
        }
    }

    @Nested
    class Hosts {

        @Test
        void areWholeNamesInALabels() {
            var parsed = parse(raw("NS1.νόμος.gr."), raw("ns2.hoster.gr")).orThrow();

            assertThat(parsed.servers().getFirst().host().ascii()).isEqualTo("ns1.xn--xxabhm1c.gr");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ns1",
                    "195.251.255.5",
                    "2a02::1",
                    "ns_1.hoster.gr",
                    "*.hoster.gr",
                    "ns1..gr",
                    "nsα.gr",
                    "a b.gr"
                })
        void otherTextsAreNone(String text) {
            assertThat(pointers(ELSEWHERE, raw(text))).containsExactly("/1/host");
        }

        @Test
        void mustBeGiven() {
            assertThat(pointers(ELSEWHERE, new RawNameserver(null, null))).containsExactly("/1/host");
        }

        @ParameterizedTest
        @CsvSource({"ns1.hoster.gr", "NS1.Hoster.GR", "ns1.hoster.gr."})
        void differ(String again) {
            assertThat(pointers(ELSEWHERE, raw("ns2.hoster.gr"), raw(again))).containsExactly("/2/host");
        }

        @Test
        void differAfterTheWayToALabels() {
            assertThat(pointers(raw("ns.νόμος.gr"), raw("ns.xn--xxabhm1c.gr"))).containsExactly("/1/host");
        }
    }

    @Nested
    class Glue {

        @ParameterizedTest
        @ValueSource(strings = {"ns1.papadopoulou.gr", "a.b.papadopoulou.gr", "papadopoulou.gr"})
        void isNeededWhereTheHostLiesAtOrBelowTheDomain(String host) {
            assertThat(pointers(ELSEWHERE, raw(host))).containsExactly("/1/addresses");
            assertThat(parse(ELSEWHERE, raw(host, "195.251.255.5"))).isInstanceOf(Checked.Valid.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ns1.evilpapadopoulou.gr",
                    "papadopoulou.gr.hoster.gr",
                    "ns2.hoster.gr",
                    "ns1.papadopoulou.com"
                })
        void isRefusedAnywhereElse(String host) {
            assertThat(pointers(ELSEWHERE, raw(host, "195.251.255.5"))).containsExactly("/1/addresses");
            assertThat(parse(ELSEWHERE, raw(host))).isInstanceOf(Checked.Valid.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"10.0.0.1", "192.0.2.1", "2001:db8::1", "fe80::1", "::ffff:8.8.8.8", "ns1.hoster.gr", ""})
        void isPublic(String address) {
            assertThat(pointers(ELSEWHERE, raw("ns1.papadopoulou.gr", "195.251.255.5", address)))
                    .containsExactly("/1/addresses/1");
        }

        @ParameterizedTest
        @CsvSource({"195.251.255.5, 195.251.255.5", "2a02:587::1, 2A02:0587:0:0::1"})
        void isGivenOnceForAHost(String one, String again) {
            assertThat(pointers(ELSEWHERE, raw("ns1.papadopoulou.gr", one, again)))
                    .containsExactly("/1/addresses/1");
        }

        @Test
        void mayBeTheSameForTwoHosts() {
            assertThat(parse(raw("ns1.papadopoulou.gr", "195.251.255.5"), raw("ns2.papadopoulou.gr", "195.251.255.5")))
                    .isInstanceOf(Checked.Valid.class);
        }

        @Test
        void isOneToThirteenAddresses() {
            var thirteen = IntStream.rangeClosed(1, 13)
                    .mapToObj(i -> "195.251.255." + i)
                    .toArray(String[]::new);
            var fourteen = IntStream.rangeClosed(1, 14)
                    .mapToObj(i -> "195.251.255." + i)
                    .toArray(String[]::new);

            assertThat(parse(ELSEWHERE, raw("ns1.papadopoulou.gr", thirteen))).isInstanceOf(Checked.Valid.class);
            assertThat(pointers(ELSEWHERE, raw("ns1.papadopoulou.gr", fourteen)))
                    .containsExactly("/1/addresses");
            assertThat(pointers(ELSEWHERE, new RawNameserver("ns1.papadopoulou.gr", List.of())))
                    .containsExactly("/1/addresses");
        }

        @Test
        void isNotJudgedByADomainThatIsNone() {
            var checked = Nameservers.parse(
                    null, List.of(raw("ns1.papadopoulou.gr"), raw("ns1.hoster.gr", "10.0.0.1"), raw("x")));

            assertThat(pointersOf(checked)).containsExactly("/1/addresses/0", "/2/host");
        }
    }

    @Test
    void everyFaultAtOnce() {
        assertThat(pointers(
                        raw("x", "195.251.255.5"),
                        raw("ns1.papadopoulou.gr", "10.0.0.1", "y"),
                        raw("ns2.papadopoulou.gr"),
                        raw("ns3.hoster.gr", "195.251.255.5"),
                        raw("ns3.hoster.gr")))
                .containsExactly(
                        "/0/host", "/1/addresses/0", "/1/addresses/1", "/2/addresses", "/3/addresses", "/4/host");
    }

    @Test
    void orderMeansNothingToTheRegistryAndAddressesDo() {
        var one = new Nameservers(
                List.of(server("ns1.papadopoulou.gr", "195.251.255.5", "2a02:587::5"), server("ns2.hoster.gr")));

        assertThat(one.isSameAs(new Nameservers(List.of(
                        server("ns2.hoster.gr"), server("ns1.papadopoulou.gr", "2a02:587::5", "195.251.255.5")))))
                .isTrue();
        assertThat(one.isSameAs(new Nameservers(
                        List.of(server("ns2.hoster.gr"), server("ns1.papadopoulou.gr", "195.251.255.5")))))
                .isFalse();
        assertThat(one.isSameAs(servers("ns2.hoster.gr"))).isFalse();
        assertThat(servers("ns2.hoster.gr").isSameAs(one)).isFalse();
        assertThat(one.shown()).isEqualTo("ns1.papadopoulou.gr [195.251.255.5 2a02:587::5], ns2.hoster.gr");
    }

    @Test
    void whatARegistryHasNeedNotBeWhatCouldBeAskedFor() {
        var old = new Nameservers(List.of(server("ns1.papadopoulou.gr", "10.0.0.1")));

        assertThat(old.faultsFor(DOMAIN)).extracting(Fault::pointer).containsExactly("", "/0/addresses/0");
        assertThatIllegalArgumentException().isThrownBy(() -> servers("ns1.hoster.gr", "ns1.hoster.gr"));
    }

    private static Checked<Nameservers> parse(RawNameserver... raw) {
        return Nameservers.parse(DOMAIN, List.of(raw));
    }

    private static List<String> pointers(RawNameserver... raw) {
        return pointersOf(parse(raw));
    }

    private static List<String> pointersOf(Checked<Nameservers> checked) {
        return switch (checked) {
            case Checked.Valid<Nameservers>(var value) -> throw new AssertionError("accepted: " + value);
            case Checked.Faulty<Nameservers>(var faults) ->
                faults.stream().map(Fault::pointer).toList();
        };
    }

    private static RawNameserver raw(@Nullable String host, String... addresses) {
        return new RawNameserver(host, addresses.length == 0 ? null : List.of(addresses));
    }
}
