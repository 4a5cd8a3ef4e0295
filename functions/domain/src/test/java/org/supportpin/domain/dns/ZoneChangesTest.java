package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.name;
import static org.supportpin.domain.dns.Zones.upsert;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DomainName;

class ZoneChangesTest {

    @Nested
    class Accepted {

        @Test
        void changesInCanonicalForm() {
            var changes = Zones.changes(
                    upsert(300, "www", "a", "195.251.255.1", "195.251.255.0"),
                    upsert("@", "TXT", "v=spf1 -all"),
                    delete("shop.papadopoulou.gr.", "AAAA"));

            assertThat(changes.changes())
                    .containsExactly(
                            new Change.Upsert(name("www"), Editable.A, 300, List.of("195.251.255.1", "195.251.255.0")),
                            new Change.Upsert(name("@"), Editable.TXT, null, List.of("\"v=spf1 -all\"")),
                            new Change.Delete(name("shop"), Editable.AAAA, List.of()));
        }

        @Test
        void theyParseAgainToTheSame() {
            var changes = Zones.changes(
                    upsert(60, "www", "A", "195.251.255.1"),
                    upsert("@", "TXT", "Αθήνα; \u00e9"),
                    delete("shop", "A", "10.0.0.1"),
                    upsert("@", "NS", "ns1.allo.gr."));

            assertThat(ZoneChanges.parse(Zones.NAME, changes.raw())).isEqualTo(Checked.valid(changes));
        }

        @ParameterizedTest
        @ValueSource(ints = {60, 86_400})
        void aTtlUpToItsBounds(int ttl) {
            assertThat(faults(upsert(ttl, "www", "A", "195.251.255.1"))).isEmpty();
        }

        @Test
        void fiftyChangesOfAHundredValues() {
            var values =
                    IntStream.range(0, 100).mapToObj(i -> "195.251.255." + i).toArray(String[]::new);
            var changes = IntStream.range(0, 50)
                    .mapToObj(i -> upsert("h" + i, "A", values))
                    .toArray(RawChange[]::new);

            assertThat(faults(changes)).isEmpty();
        }
    }

    @Nested
    class Faulty {

        @Test
        void everyFaultIsFoundAtItsPlace() {
            var faults = faults(
                    upsert("www", "A", "195.251.255.1", "10.0.0.1", "195.251.255.1", "x"),
                    new RawChange("replace", "www.allo.gr", "FOO", 59, null),
                    upsert("www", "AAAA", "2a02:587::1", "2A02:0587:0::1"),
                    new RawChange(null, null, null, null, null));

            assertThat(faults)
                    .extracting(Fault::pointer)
                    .containsExactlyInAnyOrder(
                            "/0/records/1",
                            "/0/records/2",
                            "/0/records/3",
                            "/1/op",
                            "/1/name",
                            "/1/type",
                            "/1/ttl",
                            "/2/records/1",
                            "/3/op",
                            "/3/name",
                            "/3/type");
        }

        @Test
        void theMessagesDoNotRepeatWhatWasGiven() {
            var faults = faults(
                    upsert("secret.allo.gr", "SECRETTYPE", "secret"),
                    upsert("www", "A", "secret"),
                    upsert("www", "MX", "10 secret"),
                    upsert("www", "CAA", "0 secret secret"),
                    new RawChange("secret", "www", "TXT", null, List.of("\"secret")));

            assertThat(faults)
                    .hasSize(6)
                    .allSatisfy(fault -> assertThat(fault.message()).doesNotContainIgnoringCase("secret"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                a..b                       | A     | 195.251.255.1
                .www                       | A     | 195.251.255.1
                ''                         | A     | 195.251.255.1
                www!                       | A     | 195.251.255.1
                a*                         | A     | 195.251.255.1
                www.*                      | A     | 195.251.255.1
                -www                       | A     | 195.251.255.1
                www.allo.gr                | A     | 195.251.255.1
                xn--a                      | A     | 195.251.255.1
                xn--.gr                    | A     | 195.251.255.1
                καλημΕρaα                  | A     | 195.251.255.1
                ΝΟΜΟΣ                      | A     | 195.251.255.1
                a。b                        | A     | 195.251.255.1
                α。β                        | A     | 195.251.255.1
                a b                        | A     | 195.251.255.1
                νό μος                     | A     | 195.251.255.1
                papadopoulou.gr.allo.gr    | A     | 195.251.255.1
                www                        | A     | 10.0.0.1
                www                        | A     | 195.251.255.01
                www                        | A     | 195.251.255
                www                        | A     | 3600 IN A 195.251.255.1
                www                        | A     | 2a02:587::1
                www                        | AAAA  | ::1
                www                        | AAAA  | 2a02:587::1%eth0
                www                        | AAAA  | 195.251.255.1
                www                        | CNAME | https://allo.gr/
                www                        | CNAME | allo.gr:443
                www                        | CNAME | 195.251.255.1
                www                        | CNAME | allo
                www                        | CNAME | a..gr
                www                        | CNAME | *.allo.gr
                www                        | CNAME | ΝΟΜΟΣ.gr
                www                        | CNAME | nomοs.gr
                @                          | MX    | mail.allo.gr
                @                          | MX    | 10 mail_1.allo.gr
                @                          | MX    | 10 195.251.255.1
                @                          | MX    | 70000 mail.allo.gr
                _sip._tcp                  | SRV   | 0 0 mail.allo.gr
                _sip._tcp                  | SRV   | 0 0 5060 a_b.allo.gr
                sip                        | SRV   | 0 0 5060 www.allo.gr
                @                          | TXT   | ( "v=spf1 -all" )
                @                          | TXT   | "v=spf1
                @                          | TXT   | v=spf1 –all
                @                          | TXT   | “v=spf1 -all”
                @                          | CAA   | 0 issue
                @                          | CAA   | 300 issue "letsencrypt.org"
                @                          | CAA   | 0 issue "letsencrypt.org."
                @                          | CAA   | 0 iodef "nobody"
                @                          | CAA   | 0 is-sue "a"
                @                          | FOO   | x
                """)
        void areToldInBothLanguages(String name, String type, String value) {
            assertThat(faults(upsert(name, type, value)))
                    .isNotEmpty()
                    .allSatisfy(fault -> assertInBothLanguages(fault.message(), fault.greek()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u200bb", "xn--abc-ywa\u200d", "a\u0007", "\u202ewww"})
        void areToldInBothLanguagesIfTheyCannotBeSeen(String name) {
            assertThat(faults(upsert(name, "A", "195.251.255.1")))
                    .isNotEmpty()
                    .allSatisfy(fault -> assertInBothLanguages(fault.message(), fault.greek()));
        }

        @Test
        void areToldInBothLanguagesIfTheyAreTooLong() {
            assertThat(Stream.of(
                                    "a".repeat(64),
                                    "α".repeat(64),
                                    "a.".repeat(200) + "gr",
                                    "a".repeat(2000),
                                    "αβγ.".repeat(63))
                            .flatMap(name -> faults(upsert(name, "A", "195.251.255.1")).stream()))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(fault -> assertInBothLanguages(fault.message(), fault.greek()));
            assertThat(faults(
                            new RawChange("replace", null, null, 1, null),
                            upsert("www", "A"),
                            upsert("www", "A", "195.251.255.1"),
                            upsert("www", "A", "195.251.255.2"),
                            upsert("a", "CNAME", "a.gr", "b.gr"),
                            upsert("b", "TXT", "x".repeat(70_000), "", "y", "y"),
                            delete("b", "A", "10.0.0.1\n"),
                            upsert("@", "MX", "0 .", "10 mail.allo.gr")))
                    .hasSizeGreaterThanOrEqualTo(10)
                    .allSatisfy(fault -> assertInBothLanguages(fault.message(), fault.greek()));
        }

        private static void assertInBothLanguages(String english, @Nullable String greek) {
            assertThat(greek).isNotNull().containsPattern("[α-ώ]{2}").doesNotContain("Enter ");
            assertThat(english).containsPattern("[a-z]{2}").doesNotContainPattern("[α-ώ]{3}");
        }

        @ParameterizedTest
        @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 59, 86_401, Integer.MAX_VALUE})
        void aTtlBeyondItsBounds(int ttl) {
            assertThat(faults(upsert(ttl, "www", "A", "195.251.255.1")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/ttl");
            assertThat(faults(new RawChange("delete", "www", "A", ttl, null)))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/ttl");
        }

        @Test
        void noChangeOrTooMany() {
            assertThat(faults()).extracting(Fault::pointer).containsExactly("");
            var many =
                    Collections.nCopies(51, upsert("www", "A", "195.251.255.1")).toArray(RawChange[]::new);
            assertThat(faults(many)).extracting(Fault::pointer).containsExactly("");
        }

        @Test
        void twoChangesOfOneNameAndType() {
            assertThat(faults(
                            upsert("www", "A", "195.251.255.1"),
                            upsert("www", "AAAA", "2a02:587::1"),
                            delete("www.papadopoulou.gr.", "a")))
                    .extracting(Fault::pointer)
                    .containsExactly("/2");
        }

        @Test
        void noValueOrTooMany() {
            assertThat(faults(upsert("www", "A"))).extracting(Fault::pointer).containsExactly("/0/records");
            assertThat(faults(new RawChange("upsert", "www", "A", null, null)))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records");
            var values =
                    IntStream.range(0, 101).mapToObj(i -> "195.251.255." + i).toArray(String[]::new);
            assertThat(faults(upsert("www", "A", values)))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records");
            assertThat(faults(delete("www", "A", values)))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records");
        }

        @Test
        void valuesThatDoNotGoTogether() {
            assertThat(faults(upsert("www", "CNAME", "a.gr", "b.gr")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records");
            assertThat(faults(upsert("www", "CNAME", "www.papadopoulou.gr")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records/0");
            assertThat(faults(upsert("@", "MX", "0 .", "10 mail.allo.gr")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records");
            assertThat(faults(upsert("_sip._tcp", "SRV", "0 0 0 .", "0 0 80 www.allo.gr")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records");
            assertThat(faults(upsert("@", "TXT", "ends in .", "another"))).isEmpty();
        }

        @Test
        void aServiceWithoutItsName() {
            assertThat(faults(upsert("sip", "SRV", "0 0 5060 www.allo.gr")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/name");
            assertThat(faults(upsert("@", "SRV", "0 0 5060 www.allo.gr")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/name");
            assertThat(faults(upsert("_sip._tcp.shop", "SRV", "0 0 5060 www.allo.gr")))
                    .isEmpty();
            assertThat(faults(delete("sip", "SRV"))).isEmpty();
        }

        @Test
        void anExpectedValueThatHidesSomething() {
            assertThat(faults(delete("www", "A", "10.0.0.1\n")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records/0");
            assertThat(faults(delete("www", "A", "")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/records/0");
        }

        @ParameterizedTest
        @ValueSource(strings = {"FOO", "", "A ", "ALIAS", "TYPE", "Α", "MX\n", "-1", "15"})
        void aTypeThatTheDnsDoesNotKnow(String type) {
            assertThat(faults(upsert("www", type, "x")))
                    .extracting(Fault::pointer)
                    .containsExactly("/0/type");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SOA",
                "NS",
                "DS",
                "DNSKEY",
                "ns",
                "PTR",
                "DNAME",
                "HTTPS",
                "RRSIG",
                "ANY",
                "AXFR",
                "TYPE1",
                "TYPE65280"
            })
    void aTypeThatMayNotBeEditedIsARefusalAndNoFault(String type) {
        var upsert = Zones.changes(upsert("www", "A", "195.251.255.1"), upsert("sub", type, "anything"));

        assertThat(upsert.refusal()).map(Refusal::rule).contains("type-not-editable");
        assertThat(Zones.refused(Zones.usual(), delete("sub", type))).isEqualTo("type-not-editable");
        assertThat(Zones.changes(upsert("www", "A", "195.251.255.1")).refusal()).isEmpty();
    }

    @Test
    void whatIsStoredIsJustWhatWasParsed() {
        var upsert = new Change.Upsert(name("www"), Editable.A, null, List.of("195.251.255.1"));

        assertThatIllegalArgumentException().isThrownBy(() -> new ZoneChanges(Zones.NAME, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZoneChanges(Zones.NAME, List.of(upsert, upsert)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZoneChanges(new DomainName("allo.gr"), List.of(upsert)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change.Upsert(name("www"), Editable.A, null, List.of("10.0.0.1\n")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change.Upsert(name("www"), Editable.CNAME, null, List.of("a.gr", "b.gr")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Change.Upsert(name("www"), Editable.A, 1, List.of("195.251.255.1")));
    }

    @Nested
    class InWhateverZone {

        @Test
        void allIsFoundThatShowsWithoutTheZone() {
            var faults = anywhere(
                    upsert("www", "A", "195.251.255.1", "10.0.0.1"),
                    new RawChange("replace", "a..b", "FOO", 59, null),
                    upsert("@", "MX", "10 192.0.2.1"),
                    new RawChange(null, null, null, null, null));

            assertThat(faults)
                    .extracting(Fault::pointer)
                    .containsExactlyInAnyOrder(
                            "/0/records/1",
                            "/1/op",
                            "/1/name",
                            "/1/type",
                            "/1/ttl",
                            "/2/records/0",
                            "/3/op",
                            "/3/name",
                            "/3/type");
        }

        @Test
        void whatNeedsTheZoneIsLeftToIt() {
            assertThat(anywhere(
                            upsert("www.allo.gr", "A", "195.251.255.1"),
                            upsert("www", "A", "195.251.255.1"),
                            upsert("www.papadopoulou.gr", "A", "195.251.255.1"),
                            new RawChange("delete", "@", "NS", null, null)))
                    .isEmpty();
        }

        @Test
        void noChangeOrTooMany() {
            assertThat(anywhere()).extracting(Fault::pointer).containsExactly("");
            var many =
                    Collections.nCopies(51, upsert("www", "A", "195.251.255.1")).toArray(RawChange[]::new);
            assertThat(anywhere(many)).extracting(Fault::pointer).containsExactly("");
        }

        private static List<Fault> anywhere(RawChange... raw) {
            var faults = ZoneChanges.faultsAnywhere(List.of(raw));
            return switch (ZoneChanges.judgeAnywhere(List.of(raw))) {
                case Checked.Valid<List<RawChange>>(var same) -> {
                    assertThat(same).containsExactly(raw);
                    yield faults;
                }
                case Checked.Faulty<List<RawChange>>(var found) -> {
                    assertThat(found).isEqualTo(faults);
                    yield faults;
                }
            };
        }
    }

    private static List<Fault> faults(RawChange... raw) {
        var faults = ZoneChanges.faults(Zones.NAME, List.of(raw));
        if (ZoneChanges.parse(Zones.NAME, List.of(raw)) instanceof Checked.Faulty<ZoneChanges>(var found)) {
            assertThat(found).isEqualTo(faults);
        } else if (!faults.isEmpty()) {
            // What a zone might have is left to the zone, which has nothing of it here.
            assertThat(Zones.decide(Zones.zone(), raw)).isEqualTo(new Verdict.Faulty<ZoneEdit>(faults));
        }
        return faults;
    }
}
