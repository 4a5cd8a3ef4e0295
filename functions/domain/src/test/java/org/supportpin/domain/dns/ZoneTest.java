package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.supportpin.domain.dns.Zones.accepted;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.set;
import static org.supportpin.domain.dns.Zones.upsert;
import static org.supportpin.domain.dns.Zones.zone;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.name.DnsName;

class ZoneTest {

    @Test
    void holdsEachRrsetOnceAndNothingOfOthers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> zone(set("www", "A", "195.251.255.1"), set("www", "A", "195.251.255.2")));
        var foreign =
                new RecordSet(new DnsName("evilpapadopoulou.gr"), RecordType.Editable.A, 60, List.of("195.251.255.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> zone(foreign));
    }

    @Test
    void anRrsetHasValuesAndNoOrder() {
        assertThat(set("www", "A", "195.251.255.2", "195.251.255.1", "195.251.255.2"))
                .isEqualTo(set("www", "A", "195.251.255.1", "195.251.255.2"));
        assertThatIllegalArgumentException().isThrownBy(() -> set("www", "A"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RecordSet(Zones.name("www"), RecordType.Editable.A, -1, List.of("195.251.255.1")));
    }

    @Test
    void aServersOwnTypesFitInButNeverPassForEditableOnes() {
        assertThat(set("@", "ALIAS", "allo.gr.").type()).isEqualTo(new RecordType.Other("ALIAS"));
        assertThat(set("@", "mx", "10 a.gr.").type()).isEqualTo(RecordType.Editable.MX);
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordType.Other("MX"));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordType.inZone("A B"));
    }

    @Nested
    class Fingerprint {

        private final String usual = Zones.usual().fingerprint();

        @Test
        void isSha256AndDoesNotDependOnOrderOrSpelling() {
            assertThat(usual).matches("[0-9a-f]{64}");
            assertThat(zone(set("a", "TXT", "x", "y"), set("b", "MX", "10 Mail.Allo.gr."))
                            .fingerprint())
                    .isEqualTo(zone(set("b", "MX", "10 mail.allo.gr"), set("a", "TXT", "\"y\"", "\"x\""))
                            .fingerprint());
        }

        @Test
        void tellsEveryChangeEvenFarFromTheNamesInQuestion() {
            assertThat(Zones.with(Zones.usual(), set("far", "A", "195.251.255.1"))
                            .fingerprint())
                    .isNotEqualTo(usual);
            assertThat(Zones.with(Zones.usual(), set("sub", "NS", "ns.allo.gr."))
                            .fingerprint())
                    .isNotEqualTo(usual);
            assertThat(zone(set("a", "A", "195.251.255.1")).fingerprint())
                    .isNotEqualTo(zone(set("a", "A", "195.251.255.2")).fingerprint())
                    .isNotEqualTo(zone(set("b", "A", "195.251.255.1")).fingerprint())
                    .isNotEqualTo(new Zone(
                                    Zones.NAME,
                                    Zones.HOLDER,
                                    List.of(new RecordSet(
                                            Zones.name("a"), RecordType.Editable.A, 60, List.of("195.251.255.1"))))
                            .fingerprint());
            assertThat(zone(set("a", "X", "1", "23")).fingerprint())
                    .isNotEqualTo(zone(set("a", "X", "12", "3")).fingerprint());
            assertThat(zone(set("a", "X", "1", "2")).fingerprint())
                    .isNotEqualTo(zone(set("a", "X", "12")).fingerprint());
        }

        @Test
        void ignoresWhatTheServerKeepsUpItself() {
            assertThat(zone(set("@", "SOA", "1"), set("a", "RRSIG", "x"), set("a", "TXT", "t"))
                            .fingerprint())
                    .isEqualTo(zone(set("@", "SOA", "2"), set("a", "TXT", "t")).fingerprint());
        }
    }

    @Nested
    class Apply {

        @Test
        void takesTheZoneFromBeforeToAfter() {
            var before = Zones.usual();
            var edit = accepted(before, upsert("shop", "A", "195.251.255.9"), delete("www", "CNAME"));
            var after = before.apply(edit);

            assertThat(edit.basis()).isEqualTo(before.fingerprint()).isNotEqualTo(after.fingerprint());
            assertThat(edit.isAbsentFrom(before)).isTrue();
            assertThat(edit.isPresentIn(before)).isFalse();
            assertThat(edit.isPresentIn(after)).isTrue();
            assertThat(edit.isAbsentFrom(after)).isFalse();
            assertThat(after.recordSets()).hasSize(before.recordSets().size() - 1);
            assertThat(after.holder()).isEqualTo(before.holder());
        }

        @Test
        void refusesAZoneThatHasChangedWhereTheEditTouchesIt() {
            var edit = accepted(Zones.usual(), upsert("shop", "A", "195.251.255.9"));
            var meanwhile = Zones.usual().apply(accepted(Zones.usual(), upsert("shop", "A", "195.251.255.8")));

            assertThatIllegalArgumentException().isThrownBy(() -> meanwhile.apply(edit));
            assertThat(edit.isPresentIn(meanwhile)).isFalse();
            assertThat(edit.isAbsentFrom(meanwhile)).isFalse();
        }
    }
}
