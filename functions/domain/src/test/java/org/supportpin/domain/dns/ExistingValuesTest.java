package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.dns.Zones.accepted;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.set;
import static org.supportpin.domain.dns.Zones.upsert;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;

/** A zone may be older than our rules: what it has can be kept, and a text is the same text however it is cut. */
class ExistingValuesTest {

    private static final String KEY = "v=DKIM1; k=rsa; p=" + "A".repeat(400);

    private static final Zone OLD = Zones.zone(
            set("intern", "A", "10.0.0.1", "195.251.255.1"),
            set("six", "AAAA", "fd00::1"),
            set("@", "CAA", "0 tbs \"Unknown\"", "0 issue \"letsencrypt.org\""),
            set("@", "MX", "10 mail_1.allo.gr."),
            set("@", "TXT", "\"“v=spf1 mx -all”\""),
            set("srv", "SRV", "0 0 80 a.allo.gr."),
            set("s1._domainkey", "TXT", "\"" + KEY.substring(0, 100) + "\" \"" + KEY.substring(100) + "\""),
            set("www.papadopoulou.gr.papadopoulou.gr", "A", "195.251.255.2"));

    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of("another TTL", upsert(300, "intern", "A", "195.251.255.1", "10.0.0.1")),
                Arguments.of("one more", upsert("intern", "A", "10.0.0.1", "195.251.255.1", "195.251.255.9")),
                Arguments.of("another spelling", upsert(300, "six", "AAAA", "FD00:0::0:1")),
                Arguments.of(
                        "an unknown tag",
                        upsert("@", "CAA", "0 tbs Unknown", "0 issue letsencrypt.org", "0 issuemail ;")),
                Arguments.of("an underscore", upsert(300, "@", "MX", "10 MAIL_1.allo.gr")),
                Arguments.of("typographic quotation marks", upsert("@", "TXT", "“v=spf1 mx -all”", "verification=1")),
                Arguments.of("a service's name", upsert(300, "srv", "SRV", "0 0 80 a.allo.gr")),
                Arguments.of(
                        "the zone's name twice",
                        upsert(300, "www.papadopoulou.gr.papadopoulou.gr", "A", "195.251.255.2")),
                Arguments.of(
                        "another type at such a name",
                        upsert("www.papadopoulou.gr.papadopoulou.gr", "AAAA", "2a02:587::2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void isNotJudgedAnew(String what, RawChange change) {
        var edit = accepted(OLD, change);

        assertThat(edit.differences()).hasSize(1);
        assertThat(OLD.apply(edit).find(edit.recordSets().getFirst().key())).isPresent();
        assertThat(ZoneChanges.parse(Zones.NAME, Zones.changes(change).raw()))
                .isEqualTo(Checked.valid(Zones.changes(change)));
    }

    static Stream<Arguments> added() {
        return Stream.of(
                Arguments.of("/0/records/1", upsert("intern", "A", "10.0.0.1", "10.0.0.2")),
                Arguments.of("/0/records/0", upsert("other", "A", "10.0.0.1")),
                Arguments.of("/0/records/0", upsert("@", "CAA", "0 tbz Unknown", "0 tbs Unknown")),
                Arguments.of("/0/name", upsert("sip", "SRV", "0 0 80 a.allo.gr")),
                Arguments.of("/0/name", upsert("shop.papadopoulou.gr.papadopoulou.gr", "A", "195.251.255.2")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("added")
    void butNothingLikeItMayBeAdded(String pointer, RawChange change) {
        assertThat(faults(OLD, change)).extracting(Fault::pointer).containsExactly(pointer);
    }

    @Test
    void aTextCutInOtherPiecesIsTheSame() {
        var whole = upsert("s1._domainkey", "TXT", KEY);
        var cut = delete("s1._domainkey", "TXT", "\"" + KEY.substring(0, 250) + "\" \"" + KEY.substring(250) + "\"");

        assertThat(accepted(OLD, whole).differences()).isEmpty();
        assertThat(accepted(OLD, cut).differences()).hasSize(1);
        assertThat(faults(OLD, upsert("new", "TXT", "\"ab\" \"c\"", "\"a\" \"bc\"")))
                .extracting(Fault::pointer)
                .containsExactly("/0/records/1");
    }

    @Test
    void aServerThatCutsATextElsewhereHasDoneWhatWasAsked() {
        var edit = accepted(OLD, upsert("new", "TXT", KEY));
        var served = Zones.with(
                OLD,
                new RecordSet(
                        Zones.name("new"),
                        RecordType.Editable.TXT,
                        7200,
                        List.of("\"" + KEY.substring(0, 200) + "\" \"" + KEY.substring(200) + "\"")));

        assertThat(edit.isPresentIn(served)).isTrue();
        assertThat(edit.isAbsentFrom(served)).isFalse();
        assertThat(edit.isPresentIn(Zones.with(OLD, set("new", "TXT", "another"))))
                .isFalse();
    }

    private static List<Fault> faults(Zone zone, RawChange change) {
        return switch (ZoneChanges.parse(Zones.NAME, List.of(change))) {
            case Checked.Faulty<ZoneChanges>(var faults) -> faults;
            case Checked.Valid<ZoneChanges>(var changes) ->
                switch (ZoneRules.decide(zone, changes)) {
                    case Verdict.Faulty<ZoneEdit>(var faults) -> faults;
                    case Verdict<ZoneEdit> other -> throw new AssertionError(other.toString());
                };
        };
    }
}
