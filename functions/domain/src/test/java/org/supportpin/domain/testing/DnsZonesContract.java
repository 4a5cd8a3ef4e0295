package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.dns.ChangeDnsRecords;
import org.supportpin.domain.dns.ChangeDnsRecordsExecutor;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneChanges;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/** The contract of every DNS system. */
public abstract class DnsZonesContract {

    protected static final ActionId ID = new ActionId("AAAAAAAAAAAAAAAAAAAAAAAA");
    private static final CustomerId HOLDER = new CustomerId("4711");

    /**
     * What a system supports of the interface.
     *
     * @param tellsSoa whether a zone is reported with its SOA record
     * @param types the editable types that it can write
     * @param quotedText whether it can write text of several strings, and with quotation marks and backslashes
     * @param ttl the TTL of all records of a zone; null if each RRset has its own
     */
    public record Reach(
            boolean tellsSoa,
            Set<String> types,
            boolean quotedText,
            @Nullable Integer ttl) {

        static final Reach WHOLE = new Reach(true, Set.of("A", "AAAA", "CNAME", "MX", "TXT", "SRV", "CAA"), true, null);

        public Reach {
            types = Set.copyOf(types);
        }
    }

    /** All of it, unless the system says otherwise. */
    protected Reach reach() {
        return Reach.WHOLE;
    }

    private DnsZones zones = new DnsZones() {
        @Override
        public java.util.Optional<Zone> zone(DomainName name) {
            throw new IllegalStateException("before the test");
        }

        @Override
        public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
            throw new IllegalStateException("before the test");
        }
    };

    private DomainName name = new DomainName("example.gr");

    /** The system under test, which serves exactly this zone from now on. */
    protected abstract DnsZones serving(Zone zone);

    /** The name server's current answer, or the nearest equivalent, in canonical RDATA; empty if there is none. */
    protected abstract List<String> answers(DnsName name, RecordType type);

    @BeforeEach
    void serve() {
        name = new DomainName("zone-" + letters() + ".gr");
        zones = serving(new Zone(name, HOLDER, usual()));
    }

    private List<RecordSet> usual() {
        return List.of(
                set("", "SOA", 86400, "ns1.hoster.example. hostmaster.hoster.example. 1 10800 3600 604800 3600"),
                set("", "NS", 86400, "ns1.hoster.example.", "ns2.hoster.example."),
                set("", "A", 3600, "185.4.132.10"),
                set("", "TXT", 3600, "\"v=spf1 mx -all\""),
                set("www.", "CNAME", 3600, name.ascii() + "."));
    }

    /** A unique name without digits, which would be removed from a vendor message as a phone number. */
    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .codePoints()
                .filter(point -> point != '-')
                .map(point -> Character.digit(point, 16) + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    protected final DnsZones zones() {
        return zones;
    }

    protected final DomainName name() {
        return name;
    }

    protected final RecordSet set(String below, String type, int ttl, String... values) {
        return new RecordSet(owner(below), RecordType.inZone(type), within(ttl), List.of(values));
    }

    private int within(int ttl) {
        var only = reach().ttl();
        return only == null ? ttl : only;
    }

    protected final DnsName owner(String below) {
        return new DnsName(below + name.ascii());
    }

    protected final Zone now() {
        return zones.zone(name).orElseThrow();
    }

    protected final ZoneEdit edit(RawChange... changes) {
        var parsed = ZoneChanges.parse(name, List.of(changes)).orThrow();
        return Verdicts.accepted(ZoneRules.decide(now(), parsed));
    }

    protected final RawChange upsert(String below, String type, int ttl, String... values) {
        return new RawChange("upsert", below, type, within(ttl), List.of(values));
    }

    protected static RawChange delete(String below, String type) {
        return new RawChange("delete", below, type, null, null);
    }

    private static Refusal refusal(CallOutcome<Zone> effect) {
        return ((CallOutcome.Refused<Zone>) effect).refusal();
    }

    @Test
    void aZoneIsHostedForItsHolderAlone() {
        assertThat(zones.hosts(name, HOLDER)).isTrue();
        assertThat(zones.hosts(name, new CustomerId("4712"))).isFalse();
        assertThat(zones.hosts(new DomainName("not-hosted-here.gr"), HOLDER)).isFalse();
    }

    @Test
    void aZoneIsReportedCompletely() {
        var zone = now();

        assertThat(zone.name()).isEqualTo(name);
        assertThat(zone.holder()).isEqualTo(HOLDER);
        assertThat(zone.recordSets().stream().map(each -> each.type().text()))
                .filteredOn(type -> !type.equals("SOA") || reach().tellsSoa())
                .containsExactlyInAnyOrderElementsOf(Stream.of("SOA", "NS", "A", "TXT", "CNAME")
                        .filter(type -> !type.equals("SOA") || reach().tellsSoa())
                        .toList());
        assertThat(zone.find(new RecordSet.Key(owner("www."), RecordType.inZone("CNAME"))))
                .contains(set("www.", "CNAME", 3600, name.ascii() + "."));
    }

    @Test
    void whatIsNotServedHereIsNotThere() {
        assertThat(zones.zone(new DomainName("not-" + name.ascii()))).isEmpty();
    }

    @Test
    void everyTypeIsWrittenAndServedAsItWasMeant() {
        var quoted = "\"quo\\\"te\" \"back\\\\slash\"";
        var edit = edit(Stream.of(
                        upsert("a", "A", 60, "195.251.255.20", "195.251.255.21"),
                        upsert("aaaa", "AAAA", 86400, "2a02:587:0::1"),
                        upsert("mx", "MX", 600, "10 mail.Example.gr.", "20 backup.example.gr."),
                        upsert("txt", "TXT", 600, "semi;colon and \u03b1", "x".repeat(600)),
                        upsert("quoted", "TXT", 600, reach().quotedText() ? quoted : "plain"),
                        upsert("_sip._tcp", "SRV", 600, "1 2 5060 sip.example.gr."),
                        upsert("caa", "CAA", 600, "0 issue \"letsencrypt.org; validationmethods=dns-01\""),
                        upsert("www", "CNAME", 600, "other.example.gr."))
                .filter(change -> reach().types().contains(change.type()))
                .toArray(RawChange[]::new));
        var effect = zones.apply(ID, edit);

        assertThat(effect).isInstanceOf(CallOutcome.Done.class);
        assertThat(edit.isPresentIn(now())).isTrue();
        for (var each : edit.recordSets()) {
            assertThat(answers(each.name(), each.type()))
                    .as(each.key().toString())
                    .containsExactlyInAnyOrderElementsOf(
                            java.util.Objects.requireNonNull(each.after()).records());
        }
    }

    @Test
    void whatIsDeletedIsGoneAndNothingElse() {
        var before = now();
        var edit = edit(delete("@", "TXT"));

        assertThat(zones.apply(ID, edit)).isEqualTo(CallOutcome.done(now()));
        assertThat(edit.isPresentIn(now())).isTrue();
        assertThat(answers(owner(""), RecordType.inZone("TXT"))).isEmpty();
        assertThat(now().recordSets()).hasSize(before.recordSets().size() - 1);
    }

    /** Only the zone afterwards counts, in whichever order the agent writes the changes. */
    @Test
    void whatMakesRoomForAnAliasNeedNotComeFirst() {
        var toAddress = edit(upsert("www", "A", 3600, "195.251.255.20"), delete("www", "CNAME"));
        assertThat(zones.apply(ID, toAddress)).isInstanceOf(CallOutcome.Done.class);
        var toAlias = edit(upsert("www", "CNAME", 3600, name.ascii() + "."), delete("www", "A"));

        assertThat(zones.apply(new ActionId("BBBBBBBBBBBBBBBBBBBBBBBB"), toAlias))
                .isInstanceOf(CallOutcome.Done.class);
        assertThat(toAlias.isPresentIn(now())).isTrue();
    }

    /** RFC 2181 §11: any label may be there. It is read, kept, and in nobody's way. */
    @Test
    void namesThatNobodyMayAskForAreInNobodysWay() {
        name = new DomainName("odd-" + letters() + ".gr");
        var odd = Stream.of(
                        "-old.",
                        "old-.",
                        "0/25.",
                        "_x_.",
                        "*.",
                        "*.*.",
                        "a*b.",
                        "xn--abc-.",
                        "a\\046b.",
                        "x\\200y.",
                        "sp\\032ace.")
                .map(below -> set(below, "A", 3600, "185.4.132.99"))
                .toList();
        zones = serving(new Zone(
                name, HOLDER, Stream.concat(usual().stream(), odd.stream()).toList()));
        assertThat(now().recordSets()).containsAll(odd);
        // A name server may itself answer for some of them only.
        var answered =
                odd.stream().collect(Collectors.toMap(Function.identity(), set -> answers(set.name(), set.type())));
        var edit = edit(upsert("new", "A", 3600, "195.251.255.20"), delete("@", "TXT"), delete("www", "CNAME"));

        assertThat(zones.apply(ID, edit)).isEqualTo(CallOutcome.done(now()));
        assertThat(now().recordSets()).containsAll(odd);
        assertThat(answered).contains(Map.entry(odd.getFirst(), odd.getFirst().records()));
        answered.forEach((set, before) -> assertThat(answers(set.name(), set.type()))
                .as(set.name().ascii())
                .isEqualTo(before));
    }

    @Test
    void anEditOfAnotherZoneThanTheOneOfNowIsRefusedAndNothingIsDone() {
        var late = edit(upsert("late", "A", 60, "195.251.255.20"));
        assertThat(zones.apply(ID, edit(upsert("early", "A", 60, "195.251.255.21"))))
                .isInstanceOf(CallOutcome.Done.class);
        var effect = zones.apply(new ActionId("BBBBBBBBBBBBBBBBBBBBBBBB"), late);

        assertThat(refusal(effect).rule()).isEqualTo(ZoneRules.ZONE_CHANGED);
        assertThat(late.isAbsentFrom(now())).isTrue();
    }

    @Test
    void anEditOfAZoneThatIsNotServedHereIsRefused() {
        var edit = edit(upsert("a", "A", 60, "195.251.255.20"));
        var elsewhere = new DomainName("not-" + name.ascii());
        var moved = new ZoneEdit(elsewhere, edit.basis(), edit.risk(), List.of());

        assertThat(refusal(zones.apply(ID, moved)).rule()).isEqualTo(ZoneRules.ZONE_NOT_HOSTED_HERE);
    }

    @Test
    void whatIsPreviewedIsWritten() {
        var changes = ZoneChanges.parse(
                        name,
                        List.of(
                                upsert("www", "CNAME", 600, "other.example.gr."),
                                upsert("new", "A", 600, "195.251.255.20"),
                                delete("@", "TXT")))
                .orThrow();

        AsPreviewed.done(new ChangeDnsRecordsExecutor(zones), HOLDER, new ChangeDnsRecords(changes));
    }

    /** Everything is there again, its TTL too, and the server answers so. */
    @Test
    void whatIsUndoneIsAsItWas() {
        var before = contents();
        var changes = ZoneChanges.parse(
                        name,
                        List.of(
                                delete("www", "CNAME"),
                                upsert("www", "A", 600, "195.251.255.20"),
                                upsert("@", "A", 600, "185.4.132.10", "185.4.132.11"),
                                upsert("new", "A", 600, "195.251.255.20"),
                                delete("@", "TXT")))
                .orThrow();

        Undone.whenDone(new ChangeDnsRecordsExecutor(zones), HOLDER, new ChangeDnsRecords(changes));

        assertThat(contents()).isEqualTo(before);
        assertThat(answers(owner("www."), RecordType.inZone("CNAME"))).containsExactly(name.ascii() + ".");
        assertThat(answers(owner("new."), RecordType.inZone("A"))).isEmpty();
    }

    /** The server keeps the SOA record's serial itself. */
    private List<RecordSet> contents() {
        return now().recordSets().stream()
                .filter(set -> !set.type().text().equals("SOA"))
                .toList();
    }
}
