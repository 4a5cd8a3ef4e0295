package org.supportpin.backoffice.hosting.plesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.billing.whmcs.WhmcsAccess;
import org.supportpin.backoffice.billing.whmcs.WhmcsServer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Asked;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.DnsZonesContract;

/** Against a double that adds and removes one record at a time, and can stop halfway. */
class PleskZonesTest extends DnsZonesContract {

    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final String SITE = "170";

    private PleskDouble plesk = new PleskDouble(SITE, "example.gr");
    private final StubServer server = StubServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Reach reach() {
        return new Reach(false, Set.of("A", "AAAA", "CNAME", "MX", "TXT"), false, 3600);
    }

    @Override
    protected DnsZones serving(Zone zone) {
        plesk = new PleskDouble(SITE, zone.name().ascii());
        plesk.externalId = zone.holder().value();
        hold(SITE, zone);
        server.does(plesk);
        return plesk(server);
    }

    private static PleskZones plesk(StubServer server) {
        var settings = new PleskSettings(server.endpoint(), new SecretReference("/support-pin/plesk"), null, true);
        return new PleskZones(settings, _ -> new Secret(PleskDouble.KEY), CALM);
    }

    private void hold(String site, Zone zone) {
        plesk.dns.zones.put(site, zone.name().ascii());
        for (var set : zone.recordSets()) {
            for (var rdata : set.records()) {
                var text = set.type() == RecordType.Editable.TXT ? rdata.substring(1, rdata.length() - 1) : rdata;
                if (!set.type().text().equals("SOA")) {
                    plesk.dns.hold(site, set.type().text(), set.name().ascii() + ".", text, "");
                }
            }
        }
        plesk.dns.holdReverse(site);
    }

    @Override
    protected List<String> answers(DnsName name, RecordType type) {
        var values = plesk.dns.records.values().stream()
                .filter(held ->
                        held.host().equals(name.ascii() + ".") && held.type().equals(type.text()))
                .map(held -> held.opt().isEmpty() ? held.value() : held.opt() + " " + held.value())
                .toList();
        return values.isEmpty() ? List.of() : new RecordSet(name, type, 0, values).records();
    }

    private List<String> changes() {
        return server.asked().stream()
                .filter(PleskDouble::isChange)
                .map(Asked::text)
                .toList();
    }

    private static Refusal refusal(CallOutcome<Zone> effect) {
        return ((CallOutcome.Refused<Zone>) effect).refusal();
    }

    /** Two RRsets are added, one is removed, one is replaced. */
    private ZoneEdit mixed() {
        return edit(
                upsert("one", "A", 3600, "195.251.255.20"),
                upsert("two", "A", 3600, "195.251.255.21"),
                upsert("@", "A", 3600, "195.251.255.22"),
                delete("@", "TXT"));
    }

    @Test
    void additionsComeFirstEachKindInOnePacket() {
        assertThat(zones().apply(ID, mixed())).isEqualTo(CallOutcome.done(now()));

        assertThat(changes()).hasSize(2);
        assertThat(changes().getFirst())
                .contains("<packet version=\"1.6.9.1\"><dns><add_rec><site-id>170</site-id><type>A</type>"
                        + "<host>one</host><value>195.251.255.20</value></add_rec>")
                .contains("<host></host><value>195.251.255.22</value>");
        assertThat(changes().getLast())
                .contains("<dns><del_rec><filter><id>2</id></filter></del_rec><del_rec><filter><id>5</id>");
    }

    /** A CNAME excludes any other record. */
    @Test
    void whereACnameGoesItGoesFirst() {
        var edit = edit(delete("www", "CNAME"), upsert("www", "A", 3600, "195.251.255.20"));

        assertThat(zones().apply(ID, edit)).isEqualTo(CallOutcome.done(now()));
        assertThat(changes().getFirst()).contains("<del_rec>");
    }

    @Test
    void aRefusalThatChangedNothingHasPlesksMessageWithoutAddresses() {
        plesk.dns.refuses = _ -> true;
        var before = now();

        assertThat(refusal(zones().apply(ID, mixed())).detail())
                .contains("Incorrect DNS record values")
                .doesNotContain("maria@");
        assertThat(now()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "@"})
    void whatWasDoneInPartIsTakenBack(String refused) {
        var zone = name().ascii() + ".";
        var host = refused.equals("@") ? zone : refused + "." + zone;
        plesk.dns.refuses = held -> held.host().equals(host) && !held.value().equals("185.4.132.10");
        var before = now();

        assertThat(refusal(zones().apply(ID, mixed())).detail()).contains("Incorrect DNS record values");
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void aRemovalThatIsRefusedTakesTheAdditionsBackToo() {
        plesk.dns.keeps = held -> held.type().equals("TXT");
        var before = now();

        assertThat(zones().apply(ID, mixed())).isInstanceOf(CallOutcome.Refused.class);
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void whatCannotBeTakenBackIsUnknown() {
        plesk.dns.refuses = held -> held.host().startsWith("two.");
        plesk.dns.keeps = held -> held.host().startsWith("one.");

        assertThat(zones().apply(ID, mixed())).isInstanceOf(CallOutcome.Unknown.class);
    }

    @Test
    void aYesThatDoesNotShowIsUnknownOrNothing() {
        server.does(request -> PleskDouble.isChange(request)
                ? Behaviour.says(
                        200,
                        "<packet><dns><add_rec><result><status>ok</status><id>99</id></result></add_rec></dns></packet>")
                : plesk.apply(request));

        assertThat(zones().apply(ID, edit(upsert("one", "A", 3600, "195.251.255.20"))))
                .isInstanceOf(CallOutcome.Unknown.class);
    }

    /** The first packet was carried out, the second certainly not. */
    @Test
    void whatPleskDoesNotLetInHalfWayIsTakenBackAndNotDone() {
        var changes = new AtomicInteger();
        server.does(request -> PleskDouble.isChange(request) && changes.incrementAndGet() == 2
                ? Behaviour.says(401, "")
                : plesk.apply(request));
        var before = now();

        assertThat(zones().apply(ID, mixed())).isInstanceOf(CallOutcome.NotDone.class);
        assertThat(now()).isEqualTo(before);
    }

    @Test
    void anAnswerThatIsLostHalfWayIsUnknownAndNothingIsSentAgain() {
        var changes = new AtomicInteger();
        server.does(request -> PleskDouble.isChange(request) && changes.incrementAndGet() == 2
                ? new Behaviour.Drops()
                : plesk.apply(request));

        assertThat(zones().apply(ID, mixed())).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(changes()).hasSize(2);
    }

    @Test
    void anotherTtlThanTheZonesIsRefusedAndNothingIsSent() {
        var other = edit(new RawChange("upsert", "one", "A", 600, List.of("195.251.255.20")));

        assertThat(refusal(zones().apply(ID, other)).detail()).contains("3600 seconds");
        assertThat(changes()).isEmpty();
    }

    /** So that an agent who enters no TTL never gets that refusal. */
    @Test
    void withoutATtlANewRecordHasTheZones() {
        plesk.dns.ttl = 7200;
        var edit = edit(new RawChange("upsert", "one", "A", null, List.of("195.251.255.20")));

        assertThat(zones().apply(ID, edit)).isInstanceOf(CallOutcome.Done.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_sip._tcp | SRV | 1 2 5060 sip.example.gr.",
                "@         | CAA | 0 issue \"ca.example.net\"",
                "@         | TXT | \"two\" \"strings\"",
                "@         | TXT | \"a \\\" quotation mark\"",
                "@         | TXT | \"a \\\\ backslash\"",
                "@         | TXT | \"no \\255 text\""
            })
    void whatPlesksApiDocumentsNoWayForIsRefusedAndNothingIsSent(String owner, String type, String value) {
        assertThat(refusal(zones().apply(ID, edit(upsert(owner, type, 3600, value))))
                        .detail())
                .contains("does not accept these " + type);
        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"slave,enabled", "master,disabled"})
    void whatAnotherServerIsThePrimaryOfIsNotServedHere(String type, String status) {
        plesk.dns.type = type;
        plesk.dns.status = status;

        assertThat(zones().zone(name())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1013", "1015"})
    void aSiteWithoutAZoneIsNotServedHere(String error) {
        plesk.dns.zones.clear();
        plesk.dns.missing = error;

        assertThat(zones().zone(name())).isEmpty();
    }

    /** Plesk says so in several ways, none of which is a fault (plesk/api-php-lib#55 and #188). */
    @ParameterizedTest
    @EnumSource(PleskDouble.Nothing.class)
    void aZoneWithoutRecordsIsAZone(PleskDouble.Nothing nothing) {
        plesk.nothing = nothing;
        plesk.dns.records.clear();

        assertThat(now().recordSets()).isEmpty();
        assertThat(zones().apply(ID, edit(upsert("one", "A", 3600, "195.251.255.20"))))
                .isEqualTo(CallOutcome.done(now()));
    }

    @ParameterizedTest
    @CsvSource({
        "webspace/get,EMPTY",
        "webspace/get,FILTER_ID",
        "customer/get,EMPTY",
        "customer/get,FILTER_ID",
        "dns/get,EMPTY",
        "dns/get,FILTER_ID"
    })
    void aZoneOfWhichPleskFindsNothingIsNotServedHere(String operation, PleskDouble.Nothing nothing) {
        var before = edit(upsert("one", "A", 3600, "195.251.255.20"));
        plesk.findingNothing.add(operation);
        plesk.nothing = nothing;

        assertThat(zones().zone(name())).isEmpty();
        assertThat(refusal(zones().apply(ID, before)).rule()).isEqualTo(ZoneRules.ZONE_NOT_HOSTED_HERE);
    }

    /** In zones of international names, Plesk's hosts may be in Unicode and in capitals. */
    @Test
    void aHostIsReadInAnySpelling() {
        plesk.dns.hold(SITE, "A", "Δοκιμή." + name().ascii().toUpperCase(Locale.ROOT) + ".", "195.251.255.9", "");

        assertThat(now().find(new RecordSet.Key(owner("xn--jxalpdlp."), RecordType.inZone("A"))))
                .contains(set("xn--jxalpdlp.", "A", 3600, "195.251.255.9"));
    }

    /** PTR records for addresses are in forward zones too (plesk/ext-route53); a host outside the zone is nobody's to ask for. */
    @Test
    void whatIsOutsideTheZoneIsLeftAlone() {
        plesk.dns.hold(SITE, "A", "ns.elsewhere.gr.", "195.251.255.9", "");
        plesk.dns.hold(SITE, "AXFR", "", "195.251.255.0", "24");
        var before = List.copyOf(plesk.dns.records.values());
        assertThat(now().recordSets()).hasSize(4);
        assertThat(zones().apply(ID, edit(upsert("one", "A", 3600, "195.251.255.20"))))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(plesk.dns.records.values()).containsAll(before);
    }

    /** Their own TTL would be lost: the XML API cannot write it. */
    @Test
    void recordsThatStayAreNotWrittenAgain() {
        var kept = new PleskZoneDouble.Held(SITE, "A", "own." + name().ascii() + ".", "195.251.255.9", "", 300);
        plesk.dns.hold(kept);
        plesk.dns.hold(SITE, "A", "own." + name().ascii() + ".", "195.251.255.8", "");
        var edit = edit(upsert("own", "A", 3600, "195.251.255.7", "195.251.255.9"), delete("www", "CNAME"));

        assertThat(zones().apply(ID, edit)).isInstanceOf(CallOutcome.Done.class);
        assertThat(plesk.dns.records.values()).contains(kept);
        assertThat(changes()).noneMatch(packet -> packet.contains("195.251.255.9"));
    }

    @Test
    void aZoneWithoutACustomerOfThePanelIsNotServedHere() {
        plesk.externalId = "";

        assertThat(zones().zone(name())).isEmpty();
    }

    @Test
    void anotherSiteOfTheSubscriptionHasItsOwnZone() {
        var nea = new DomainName("nea.gr");
        plesk.sites.put("171", "nea.gr");
        hold(
                "171",
                new Zone(
                        nea,
                        now().holder(),
                        List.of(new RecordSet(
                                new DnsName("nea.gr"), RecordType.inZone("MX"), 3600, List.of("10 mail.nea.gr.")))));

        assertThat(zones().zone(nea).orElseThrow().recordSets())
                .singleElement()
                .satisfies(set -> assertThat(set.records()).containsExactly("10 mail.nea.gr."));
    }

    /** WHMCS knows a subscription by its main domain, whichever of its sites has the zone. */
    @Test
    void aZoneOfASubscriptionThatWhmcsSoldIsTheClients() {
        var nea = new DomainName("nea.gr");
        plesk.sites.put("171", "nea.gr");
        plesk.dns.zones.put("171", "nea.gr");
        plesk.dns.hold("171", "A", "nea.gr.", "195.251.255.20", "");
        plesk.externalId = WhmcsServer.uuid(1001);
        var whmcs = new WhmcsServer("secret");
        whmcs.addService(1001, name().ascii());
        var reference = new SecretReference("/support-pin/whmcs");
        try (var billing = StubServer.start().does(whmcs::answer)) {
            var settings = new PleskSettings(
                    server.endpoint(),
                    new SecretReference("/support-pin/plesk"),
                    new WhmcsAccess(billing.endpoint(), reference, reference, null),
                    true);
            var zones = new PleskZones(
                    settings, each -> new Secret(each.equals(reference) ? "secret" : PleskDouble.KEY), CALM);

            assertThat(zones.zone(nea).map(Zone::holder)).contains(new CustomerId("1001"));
        }
    }

    /** Security.md, row 18. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</value><opt>9</opt></add_rec><del_rec><filter/></del_rec>",
                "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
                "%0d%0a' ; $(id) `id`",
                "greeting=none; ελληνικά \uD83D\uDE42"
            })
    void hostileTextStaysOneValue(String text) {
        assertThat(zones().apply(ID, edit(upsert("t", "TXT", 3600, text)))).isEqualTo(CallOutcome.done(now()));

        assertThat(plesk.dns.records.values())
                .filteredOn(held -> held.host().startsWith("t."))
                .extracting(PleskZoneDouble.Held::value)
                .containsExactly(text);
        assertThat(changes())
                .singleElement()
                .satisfies(packet ->
                        assertThat(packet).containsOnlyOnce("<add_rec>").doesNotContain("<del_rec>"));
    }
}
