package org.supportpin.backoffice.dns.powerdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.testing.DnsZonesContract;
import org.supportpin.domain.testing.PowerDnsServer;

/** Against the real server: what its API accepted is queried at its DNS port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerDnsZonesTest extends DnsZonesContract {

    private static final SecretReference KEY = new SecretReference("/support-pin/powerdns");
    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final PowerDnsServer server;

    PowerDnsZonesTest(@TempDir Path folder) {
        server = PowerDnsServer.start(folder);
    }

    @BeforeAll
    void isThere() {
        assertThat(server.port()).isPositive();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static DnsZones connected(Endpoint endpoint) {
        return new PowerDnsZones(
                new PowerDnsSettings(endpoint, "localhost", KEY), _ -> new Secret(PowerDnsServer.API_KEY), CALM);
    }

    @Override
    protected DnsZones serving(Zone zone) {
        server.serve(zone.name().ascii(), zone.holder().value(), zone.recordSets());
        return connected(new Endpoint(server.api(), Network.LOOPBACK));
    }

    @Override
    protected List<String> answers(DnsName name, RecordType type) {
        return server.answers(name, type);
    }

    private String path() {
        return "/api/v1/servers/localhost/zones/" + name().ascii() + ".";
    }

    private void patch(String rrset) {
        server.ask("PATCH", path(), "{\"rrsets\":[" + rrset + "]}");
    }

    /** The server rejects one of two changes: neither is done, and the agent reads its message. */
    @Test
    void allChangesAreAppliedOrNone() {
        var edit = edit(upsert("first", "A", 60, "195.251.255.20"), upsert("second", "TXT", 60, "x"));
        try (var between = StubServer.start()) {
            // The second name becomes an alias just before the change arrives.
            between.does(request -> {
                if (request.method().equals("PATCH")) {
                    patch(
                            "{\"name\":\"second.%s.\",\"type\":\"CNAME\",\"ttl\":60,\"changetype\":\"REPLACE\",\"records\":[{\"content\":\"www.%s.\"}]}"
                                    .formatted(name().ascii(), name().ascii()));
                }
                var answer = server.exchange(request.method(), request.path(), request.text());
                return Behaviour.says(answer.statusCode(), answer.body());
            });
            var effect = connected(between.endpoint()).apply(ID, edit);

            assertThat(effect).isInstanceOfSatisfying(CallOutcome.Refused.class, refused -> {
                assertThat(refused.refusal().rule()).isEqualTo("back-office-refused");
                assertThat(refused.refusal().detail()).contains("second." + name().ascii(), "onflict");
            });
        }
        assertThat(edit.isAbsentFrom(now())).isTrue();
        assertThat(answers(owner("first."), RecordType.inZone("A"))).isEmpty();
    }

    @Test
    void whatIsKeptWithoutBeingServedStays() {
        patch(
                "{\"name\":\"old.%s.\",\"type\":\"A\",\"ttl\":60,\"changetype\":\"REPLACE\",\"records\":[{\"content\":\"195.251.255.1\",\"disabled\":true},{\"content\":\"195.251.255.2\",\"disabled\":false}]}"
                        .formatted(name().ascii()));
        assertThat(zones().apply(ID, edit(upsert("old", "A", 60, "195.251.255.3"))))
                .isInstanceOf(CallOutcome.Done.class);
        assertThat(answers(owner("old."), RecordType.inZone("A"))).containsExactly("195.251.255.3");
        assertThat(server.ask("GET", path(), "")).contains("195.251.255.1");
        assertThat(zones().apply(ID, edit(delete("old", "A")))).isInstanceOf(CallOutcome.Done.class);

        assertThat(answers(owner("old."), RecordType.inZone("A"))).isEmpty();
        assertThat(server.ask("GET", path(), "")).contains("195.251.255.1");
    }

    @Test
    void aZoneWhoseAccountIsNotACustomerIsNotHostedHere() {
        server.ask("PUT", path(), "{\"account\":\"\"}");

        assertThat(zones().zone(name())).isEmpty();
    }

    private void store(String below, String type, long ttl, String sql) {
        server.store(name().ascii(), below + name().ascii(), type, ttl, sql);
    }

    /** Other programs write to the same database, and none of their records makes the zone unreadable. */
    @Test
    void whatTheApiWouldNotTakeIsReadAndKept() {
        server.store(name().ascii(), "glue.elsewhere.gr", "A", 60, "'195.251.255.1'");
        server.store(name().ascii(), ".", "A", 60, "'195.251.255.1'");
        store("WWW2.", "A", 60, "'195.251.255.2'");
        store("www2.", "A", 60, "'195.251.255.3'");
        store("old.", "TXT", 4_294_967_295L, "cast(x'22636166e922' as text)");
        server.sql(
                "INSERT INTO comments(domain_id,name,type,modified_at,comment) SELECT id,'c.%s','A',1,cast(x'e9' as text)"
                                .formatted(name().ascii())
                        + " FROM domains WHERE name='%s'".formatted(name().ascii()));
        assertThat(zones().apply(ID, edit(upsert("new", "A", 60, "195.251.255.20"))))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(now().recordSets())
                .contains(
                        set("www2.", "A", 60, "195.251.255.2", "195.251.255.3"), set("old.", "TXT", 0, "\"caf\\233\""));
        assertThat(server.ask("GET", path(), "")).contains("glue.elsewhere.gr", "4294967295");
        assertThat(zones().apply(ID, edit(upsert("old", "TXT", 60, "new")))).isInstanceOf(CallOutcome.Done.class);
        assertThat(answers(owner("old."), RecordType.inZone("TXT"))).containsExactly("\"new\"");
    }

    /** Whatever the zone says of its serial, it moves, or secondaries would miss the change (RFC 1982 §3.2). */
    @ParameterizedTest
    @CsvSource({
        "'', '', 1",
        "'', '', 4294967295",
        "'', INCREMENT-WEEKS, 1",
        "OFF, '', 2026112705",
        "DEFAULT, '', 1",
        "default, '', 2026112705",
        "INCREASE, '', 1",
        "EPOCH, '', 1",
        "EPOCH, '', 4294967295",
        "SOA-EDIT, '', 1",
        "SOA-EDIT, NONE, 2026112705",
        "SOA-EDIT, INCREMENT-WEEKS, 1",
        "SOA-EDIT, INCEPTION-INCREMENT, 2026112705",
        "SOA-EDIT, INCEPTION-EPOCH, 2026112705",
        "SOA-EDIT, EPOCH, 1",
        "SOA-EDIT-INCREASE, '', 1",
        "SOA-EDIT-INCREASE, EPOCH, 2026112705"
    })
    void theSerialMoves(String api, String edit, long serial) {
        for (var kind : List.of("Native", "Master")) {
            raisedBy(kind, api, edit, serial);
            assertThat(zones().apply(ID, edit(upsert("new" + kind, "A", 60, "195.251.255.20"))))
                    .isInstanceOf(CallOutcome.Done.class);

            assertThat((int) (serial() - serial)).as(kind + " " + serial()).isPositive();
        }
    }

    private void raisedBy(String kind, String api, String edit, long serial) {
        server.ask(
                "PUT",
                path(),
                "{\"kind\":\"%s\",\"soa_edit_api\":\"%s\",\"soa_edit\":\"%s\"}".formatted(kind, api, edit));
        server.sql(
                "UPDATE records SET content='ns1.hoster.example. host\\.master.hoster.example. %d 10800 3600 604800 3600'"
                                .formatted(serial)
                        + " WHERE type='SOA' AND name='%s'".formatted(name().ascii()));
        assertThat(serial()).isEqualTo(serial);
    }

    /** What else the SOA says stays. */
    @Test
    void onlyTheSerialOfTheSoaMoves() {
        raisedBy("Master", "", "", 7);
        assertThat(zones().apply(ID, edit(upsert("new", "A", 60, "195.251.255.20"))))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(now().find(new RecordSet.Key(owner(""), RecordType.inZone("SOA"))))
                .contains(set(
                        "",
                        "SOA",
                        86400,
                        "ns1.hoster.example. host\\.master.hoster.example. 8 10800 3600 604800 3600"));
    }

    /** The server would set the serial back to its clock, and no secondary would fetch the change. */
    @ParameterizedTest
    @CsvSource({"EPOCH, ''", "epoch, NONE", "SOA-EDIT, EPOCH"})
    void aSerialAheadOfTheClockIsNotSetBack(String api, String edit) {
        raisedBy("Master", api, edit, 2_026_112_705);
        var before = now();

        assertThat(zones().apply(ID, edit(upsert("new", "A", 60, "195.251.255.20"))))
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().detail())
                                .contains("SOA-EDIT-API", "DEFAULT or INCREASE."));
        assertThat(now()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Slave", "Consumer"})
    void aZoneOfWhichAnotherServerIsThePrimaryIsNotHostedHere(String kind) {
        var edit = edit(upsert("new", "A", 60, "195.251.255.20"));
        var holder = now().holder();
        assertThat(zones().hosts(name(), holder)).isTrue();
        server.ask("PUT", path(), "{\"kind\":\"%s\",\"masters\":[\"127.0.0.1\"]}".formatted(kind));

        assertThat(zones().zone(name())).isEmpty();
        assertThat(zones().hosts(name(), holder)).isFalse();
        assertThat(zones().apply(ID, edit)).isEqualTo(CallOutcome.refused(ZoneRules.zoneNotHostedHere()));
        assertThat(answers(owner("new."), RecordType.inZone("A"))).isEmpty();
    }

    private long serial() {
        return Long.parseLong(
                server.answers(owner(""), RecordType.inZone("SOA")).getFirst().split(" ", -1)[2]);
    }
}
