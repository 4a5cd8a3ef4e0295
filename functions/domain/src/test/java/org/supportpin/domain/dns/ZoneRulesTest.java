package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.supportpin.domain.dns.Zones.accepted;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.key;
import static org.supportpin.domain.dns.Zones.refused;
import static org.supportpin.domain.dns.Zones.set;
import static org.supportpin.domain.dns.Zones.upsert;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

class ZoneRulesTest {

    private final Zone zone = Zones.usual();

    @Nested
    class Aliases {

        @Test
        void neverAtTheApex() {
            assertThat(refused(zone, upsert("@", "CNAME", "allo.gr"))).isEqualTo("cname-conflict");
            assertThat(refused(Zones.zone(), upsert("@", "CNAME", "allo.gr"))).isEqualTo("cname-conflict");
        }

        @Test
        void neverBesideOtherTypes() {
            assertThat(refused(zone, upsert("shop", "CNAME", "allo.gr"))).isEqualTo("cname-conflict");
            assertThat(refused(zone, upsert("www", "TXT", "x"))).isEqualTo("cname-conflict");
            assertThat(refused(zone, upsert("new", "CNAME", "allo.gr"), upsert("new", "A", "195.251.255.9")))
                    .isEqualTo("cname-conflict");
        }

        @Test
        void whatCountsIsTheZoneAfterAllChanges() {
            accepted(zone, upsert("shop", "CNAME", "allo.gr"), delete("shop", "A"), delete("_sip._tcp", "SRV"));
            accepted(zone, upsert("www", "A", "195.251.255.9"), delete("www", "CNAME"));
            accepted(zone, delete("www", "CNAME"), upsert("www", "A", "195.251.255.9"));
        }

        @Test
        void dnssecRecordsMayStandBesideThem() {
            var signed = Zones.with(zone, set("signed", "RRSIG", "CNAME 13 2 …"), set("signed", "NSEC", "…"));

            accepted(signed, upsert("signed", "CNAME", "shop.papadopoulou.gr"));
        }

        @Test
        void neverTheTargetOfMailOrServices() {
            assertThat(refused(zone, upsert("@", "MX", "10 www.papadopoulou.gr")))
                    .isEqualTo("cname-conflict");
            assertThat(refused(zone, upsert("_x._tcp", "SRV", "0 0 80 www.papadopoulou.gr")))
                    .isEqualTo("cname-conflict");
            assertThat(refused(zone, delete("mail", "A"), upsert("mail", "CNAME", "mail.allo.gr")))
                    .isEqualTo("cname-conflict");
            assertThat(refused(zone, upsert("@", "MX", "10 n.papadopoulou.gr"), upsert("n", "CNAME", "allo.gr")))
                    .isEqualTo("cname-conflict");
        }

        @Test
        void aWildcardAnswersForNamesThatDoNotExistAndForNoOthers() {
            assertThat(refused(zone, upsert("@", "MX", "10 any.wild.papadopoulou.gr")))
                    .isEqualTo("cname-conflict");
            assertThat(refused(zone, upsert("@", "MX", "10 a.b.wild.papadopoulou.gr")))
                    .isEqualTo("cname-conflict");
            accepted(zone, upsert("@", "MX", "10 real.wild.papadopoulou.gr"));
            accepted(zone, upsert("@", "MX", "10 below.real.wild.papadopoulou.gr"));
            accepted(zone, upsert("@", "MX", "10 nothing.papadopoulou.gr"));
            accepted(zone, upsert("@", "MX", "10 wild.papadopoulou.gr"));
            assertThat(refused(
                            zone,
                            upsert("@", "MX", "10 real.wild.papadopoulou.gr"),
                            delete("real.wild.papadopoulou.gr", "A")))
                    .isEqualTo("cname-conflict");
        }

        @Test
        void aNameThatOnlyHasOthersBelowItExistsForAWildcard() {
            var wild =
                    Zones.with(zone, set("*", "CNAME", "allo.gr."), set("x.ent.papadopoulou.gr", "A", "195.251.255.5"));

            accepted(wild, upsert("@", "MX", "10 ent.papadopoulou.gr"));
            accepted(wild, upsert("@", "MX", "10 y.ent.papadopoulou.gr"));
            assertThat(refused(wild, upsert("@", "MX", "10 other.papadopoulou.gr")))
                    .isEqualTo("cname-conflict");
        }

        @Test
        void targetsInOtherZonesAreNotOursToJudge() {
            accepted(zone, upsert("@", "MX", "10 mail.allo.gr", "20 www.evilpapadopoulou.gr"));
        }

        @Test
        void anExistingConflictBlocksNothing() {
            var broken = Zones.with(zone, set("www", "TXT", "old"), set("old", "MX", "10 www.papadopoulou.gr."));

            accepted(broken, upsert("shop", "A", "195.251.255.9"));
            accepted(broken, delete("www", "TXT"));
            assertThat(refused(broken, upsert("www", "A", "195.251.255.9"))).isEqualTo("cname-conflict");
        }
    }

    @Nested
    class Deletes {

        @Test
        void takeTheWholeRrset() {
            var edit = accepted(zone, delete("shop", "A"));

            assertThat(edit.recordSets())
                    .containsExactly(new RecordSetEdit(
                            Zones.name("shop"),
                            RecordType.Editable.A,
                            set("shop", "A", "195.251.255.3", "195.251.255.4"),
                            null));
            assertThat(zone.apply(edit).find(key("shop", "A"))).isEmpty();
        }

        @Test
        void ofWhatIsNotThereAreRefused() {
            assertThat(refused(zone, delete("shop", "AAAA"))).isEqualTo("record-not-found");
            assertThat(refused(zone, delete("nothing", "A"))).isEqualTo("record-not-found");
            assertThat(refused(zone, delete("any.wild.papadopoulou.gr", "CNAME")))
                    .isEqualTo("record-not-found");
        }

        @Test
        void withValuesExpectExactlyThese() {
            accepted(zone, delete("shop", "A", "195.251.255.4", "195.251.255.3"));
            accepted(zone, delete("_dmarc", "TXT", "\"v=DMARC1; p=reject\""));
            assertThat(refused(zone, delete("shop", "A", "195.251.255.3"))).isEqualTo("record-not-found");
            assertThat(refused(zone, delete("shop", "A", "195.251.255.3", "195.251.255.4", "195.251.255.5")))
                    .isEqualTo("record-not-found");
        }

        @Test
        void reachWhatCouldNotBeAskedForToday() {
            var old = Zones.with(zone, set("intern", "A", "10.0.0.1"));

            accepted(old, delete("intern", "A", "10.0.0.1"));
        }
    }

    @Nested
    class Upserts {

        @Test
        void keepTheTtlThatIsThereOrGiveTheZones() {
            var edit = accepted(
                    zone,
                    upsert("shop", "A", "195.251.255.9"),
                    upsert("new", "A", "195.251.255.9"),
                    upsert(60, "mail", "A", "195.251.255.2"));

            assertThat(edit.recordSets())
                    .extracting(RecordSetEdit::after)
                    .extracting("ttl")
                    .containsExactly(7200, 7200, 60);
        }

        @Test
        void giveAnHourWhereTheZoneHasSeveralTtlsOrOneThatNobodyMayAskFor() {
            var tooShort = zone.recordSets().stream()
                    .map(set -> new RecordSet(set.name(), set.type(), 5, set.records()))
                    .toList();
            var several = new ArrayList<>(zone.recordSets());
            several.set(0, tooShort.getFirst());

            for (var sets : List.of(tooShort, several)) {
                var other = new Zone(zone.name(), zone.holder(), sets);
                assertThat(accepted(other, upsert("new", "A", "195.251.255.9")).recordSets())
                        .extracting(RecordSetEdit::after)
                        .extracting("ttl")
                        .containsExactly(3600);
            }
        }

        @Test
        void ofWhatIsThereAlreadySucceedAndChangeNothing() {
            var edit = accepted(zone, upsert("shop", "A", "195.251.255.4", "195.251.255.3"));

            assertThat(edit.recordSets())
                    .singleElement()
                    .satisfies(set -> assertThat(set.before()).isEqualTo(set.after()));
            assertThat(edit.differences()).isEmpty();
            assertThat(zone.apply(edit)).isEqualTo(zone);
            assertThat(edit.isPresentIn(zone)).isTrue();
        }
    }

    @Test
    void allChangesOrNone() {
        assertThat(refused(zone, upsert("new", "A", "195.251.255.9"), delete("nothing", "A")))
                .isEqualTo("record-not-found");
        assertThat(zone).isEqualTo(Zones.usual());
    }

    @Test
    void changesOfAnotherZoneAreAMistakeOfTheProgram() {
        var other = new Zone(new DomainName("allo.gr"), new CustomerId("1002"), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneRules.decide(other, Zones.changes(delete("www", "CNAME"))));
    }

    @Test
    void theCallersRefusalsBearTheirNames() {
        assertThat(ZoneRules.zoneNotHostedHere().rule()).isEqualTo("zone-not-hosted-here");
        assertThat(ZoneRules.zoneChanged().rule()).isEqualTo("zone-changed");
    }
}
