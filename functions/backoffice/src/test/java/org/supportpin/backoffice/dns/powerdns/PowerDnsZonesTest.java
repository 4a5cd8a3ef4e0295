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
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
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

    /** The serial grows, or secondaries would miss the change. */
    @Test
    void theSerialGrows() {
        var before = serial();
        assertThat(zones().apply(ID, edit(upsert("new", "A", 60, "195.251.255.20"))))
                .isInstanceOf(CallOutcome.Done.class);

        assertThat(serial()).isGreaterThan(before);
    }

    private long serial() {
        return Long.parseLong(
                server.answers(owner(""), RecordType.inZone("SOA")).getFirst().split(" ", -1)[2]);
    }
}
