package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.dns.Zones.accepted;
import static org.supportpin.domain.dns.Zones.delete;
import static org.supportpin.domain.dns.Zones.refused;
import static org.supportpin.domain.dns.Zones.set;
import static org.supportpin.domain.dns.Zones.upsert;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.name.DnsName;

/** What a conflict is compared with, and which of the changes it names. */
class ZoneConflictsTest {

    private static final Zone ZONE = Zones.with(
            Zones.usual(),
            set("many", "A", "195.251.255.30"),
            set("many", "TXT", "hello"),
            set("c1", "CNAME", "c2.papadopoulou.gr."),
            set("c2", "CNAME", "c3.papadopoulou.gr."),
            set("c3", "CNAME", "shop.papadopoulou.gr."));

    private static Refusal refusal(Zone zone, RawChange... changes) {
        return switch (Zones.decide(zone, changes)) {
            case Verdict.Refused<ZoneEdit>(var refusal) -> refusal;
            case Verdict<ZoneEdit> other -> throw new AssertionError(other.toString());
        };
    }

    private static List<String> pointers(Zone zone, RawChange... changes) {
        return refusal(zone, changes).faults().stream().map(Fault::pointer).toList();
    }

    @Nested
    class Nameservers {

        @Test
        void areNotThoseThatNobodySees() {
            var zone = Zones.zone(
                    set("sub", "NS", "ns1.host.gr."),
                    set("x.sub.papadopoulou.gr", "NS", "n.papadopoulou.gr."),
                    set("n", "A", "195.251.255.1"));

            accepted(zone, delete("n", "A"));
        }

        @Test
        void mayHaveTheirAddressesFromAnAlias() {
            var zone = Zones.zone(
                    set("@", "NS", "n.papadopoulou.gr."),
                    set("n", "ALIAS", "lb.allo.gr."),
                    set("n", "A", "195.251.255.1"));

            accepted(zone, delete("n", "A"));
        }

        @Test
        void areToldOnceWhyTheyCannotBeAliases() {
            var zone = Zones.zone(set("@", "NS", "n.papadopoulou.gr."), set("n", "A", "195.251.255.1"));

            assertThat(refusal(zone, delete("n", "A"), upsert("n", "CNAME", "lb.allo.gr"))
                            .detail())
                    .contains("which is an alias")
                    .doesNotContain("no address left");
        }
    }

    @Nested
    class SeveralTexts {

        private final Zone two = Zones.zone(
                set("@", "TXT", "v=spf1 a -all", "v=spf1 mx -all"),
                set("_dmarc", "TXT", "v=DMARC1; p=none", "v=DMARC1; p=reject"));

        @Test
        void atOneNameExcuseNoneAtAnother() {
            assertThat(refused(two, upsert("shop", "TXT", "v=spf1 a -all", "v=spf1 mx -all")))
                    .isEqualTo("spf-conflict");
        }

        @Test
        void ofOneKindExcuseNoneOfAnother() {
            assertThat(refused(
                            two,
                            upsert(
                                    "_dmarc",
                                    "TXT",
                                    "v=DMARC1; p=none",
                                    "v=DMARC1; p=reject",
                                    "v=spf1 a -all",
                                    "v=spf1 mx -all")))
                    .isEqualTo("spf-conflict");
        }
    }

    @Nested
    class Circles {

        private final Zone circles = Zones.zone(
                set("k1", "CNAME", "k2.papadopoulou.gr."),
                set("k2", "CNAME", "k1.papadopoulou.gr."),
                set("m1", "CNAME", "m2.papadopoulou.gr."),
                set("m2", "CNAME", "m1.papadopoulou.gr."),
                set("x", "CNAME", "k1.papadopoulou.gr."));

        @Test
        void anAliasThatLedIntoOneMayLeadIntoAnother() {
            accepted(circles, upsert("x", "CNAME", "m1.papadopoulou.gr"));
        }

        @Test
        void areToldWithoutWhatLeadsToThem() {
            for (var name : List.of("a", "z")) {
                assertThat(refusal(circles, upsert(name, "CNAME", "k1.papadopoulou.gr"))
                                .detail())
                        .containsPattern("k1[^ ]* → k2[^ ]* → k1|k2[^ ]* → k1[^ ]* → k2")
                        .doesNotContain(name + ".papadopoulou.gr");
            }
        }

        @Test
        void pointToTheChangeThatClosesThem() {
            assertThat(pointers(ZONE, upsert("new", "A", "195.251.255.1"), upsert("c3", "CNAME", "c1.papadopoulou.gr")))
                    .containsExactly("/1");
        }
    }

    @Nested
    class Told {

        @Test
        void theApexExcusesNoOtherName() {
            assertThat(refusal(ZONE, upsert("@", "CNAME", "allo.gr"), upsert("many", "CNAME", "allo.gr"))
                            .detail())
                    .contains("papadopoulou.gr is the domain itself", "many.papadopoulou.gr cannot be an alias");
        }

        @Test
        void theRuleThatMattersMostIsNamedFirst() {
            var refusal = refusal(
                    ZONE, upsert("a", "TXT", "v=spf1 a -all", "v=spf1 mx -all"), upsert("many", "CNAME", "allo.gr"));

            assertThat(refusal.rule()).isEqualTo("cname-conflict");
            assertThat(refusal.detail()).startsWith("many.papadopoulou.gr");
        }

        @Test
        void inTheOrderOfTheNames() {
            assertThat(refusal(
                                    Zones.with(ZONE, set("b", "A", "195.251.255.1")),
                                    upsert("many", "CNAME", "allo.gr"),
                                    upsert("b", "CNAME", "allo.gr"))
                            .detail())
                    .startsWith("b.papadopoulou.gr");
        }

        @Test
        void anAliasAtTheApexPointsToItself() {
            assertThat(pointers(ZONE, upsert("new", "A", "195.251.255.1"), upsert("@", "CNAME", "allo.gr")))
                    .containsOnly("/1");
        }

        @Test
        void anAddressBesideAnAliasRecordPointsToItself() {
            var flat = Zones.zone(set("@", "ALIAS", "lb.allo.gr."));

            assertThat(pointers(flat, upsert("x", "TXT", "x"), upsert("@", "A", "195.251.255.1")))
                    .containsExactly("/1");
        }

        @Test
        void aTargetThatBecomesAnAliasPointsToTheAlias() {
            assertThat(pointers(
                            ZONE,
                            delete("mail", "A"),
                            upsert("new", "A", "195.251.255.1"),
                            upsert("mail", "CNAME", "allo.gr")))
                    .containsExactly("/2");
        }
    }

    @Nested
    class Kept {

        @Test
        void isTheTimeToLiveOfASetThatHasOne() {
            var zone = Zones.with(
                    ZONE,
                    new RecordSet(Zones.name("fast"), RecordType.Editable.A, 300, List.of("195.251.255.1")),
                    new RecordSet(Zones.name("slow"), RecordType.Editable.A, 9000, List.of("195.251.255.1")));

            for (var name : List.of("fast", "slow")) {
                var edit = accepted(zone, upsert(name, "A", "195.251.255.2"));

                assertThat(edit.recordSets().getFirst().after())
                        .isNotNull()
                        .satisfies(after -> assertThat(after.ttl()).isEqualTo(name.equals("fast") ? 300 : 9000));
            }
        }

        @Test
        void isThePlanOnlyAsLongAsTheZoneIsTheSame() {
            var edit = accepted(ZONE, upsert("new", "A", "195.251.255.1"));

            assertThat(ZoneRules.changed(ZONE, edit)).isEmpty();
            assertThat(ZoneRules.changed(Zones.with(ZONE, set("more", "A", "195.251.255.9")), edit))
                    .map(Refusal::rule)
                    .contains("zone-changed");
        }
    }

    /** RFC 1035 §5.1: a character, {@code \X} and {@code \DDD} are three spellings of one octet. */
    @Nested
    class Spellings {

        @Test
        void ofATargetAreOneName() {
            assertThat(Rdata.canonical(RecordType.Editable.MX, "10 a\\.b.allo.gr."))
                    .isEqualTo(Rdata.canonical(RecordType.Editable.MX, "10 a\\046b.allo.gr."));
            assertThat(Rdata.canonical(RecordType.Editable.CNAME, "\\109ail.allo.gr."))
                    .isEqualTo("mail.allo.gr.");
            assertThat(Rdata.canonical(RecordType.Editable.CNAME, "a\\;b.allo.gr."))
                    .isEqualTo(Rdata.canonical(RecordType.Editable.CNAME, "a\\059b.allo.gr."));
            assertThat(Rdata.canonical(RecordType.Editable.CNAME, "\\065\\;B.allo.gr."))
                    .isEqualTo(Rdata.canonical(RecordType.Editable.CNAME, "a\\059b.allo.gr."));
            assertThat(Rdata.canonical(RecordType.Editable.SRV, "0 0 80 a\\(b\\).allo.gr."))
                    .isEqualTo(Rdata.canonical(RecordType.Editable.SRV, "0 0 80 a\\040b\\041.ALLO.gr."));
            assertThat(Rdata.canonical(RecordType.Editable.CNAME, "a\\ b.allo.gr."))
                    .isEqualTo(Rdata.canonical(RecordType.Editable.CNAME, "a\\032b.allo.gr."));
        }

        /** What is no target with escapes stays as it is, because it is only compared. */
        @Test
        void ofSomethingElseStay() {
            for (var value : List.of("10 mail.allo.gr. ; comment", "10 (mail.allo.gr.)", "mail.allo.gr. x\\;y.")) {
                assertThat(Rdata.canonical(RecordType.Editable.MX, value)).isEqualTo(value);
                assertThat(Rdata.canonical(RecordType.Editable.CNAME, value)).isEqualTo(value);
            }
        }

        @Test
        void ofATargetAreOneNameWithTheOwners() {
            var zone = new Zone(
                    Zones.NAME,
                    Zones.HOLDER,
                    List.of(
                            set("@", "NS", "a\\.b.papadopoulou.gr.", "ns1.host.gr."),
                            new RecordSet(
                                    DnsName.inZone("a\\046b.papadopoulou.gr").orThrow(),
                                    RecordType.Editable.CNAME,
                                    60,
                                    List.of("c\\.d.papadopoulou.gr."))));

            assertThat(ZoneFaults.of(zone, Set.of()))
                    .contains(new ZoneFault.TargetIsAlias("papadopoulou.gr", "NS", "a\\046b.papadopoulou.gr"));
            assertThat(zone.recordSets().stream().flatMap(each -> each.targets().stream()))
                    .contains("c\\046d.papadopoulou.gr", "a\\046b.papadopoulou.gr");
        }
    }
}
