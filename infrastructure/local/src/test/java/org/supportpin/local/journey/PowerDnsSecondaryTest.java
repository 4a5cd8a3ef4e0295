package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.testing.PowerDnsServer;

/**
 * From an agent's request to what {@code dig} gets from a real primary and its real secondary. The zone is as {@code pdnsutil
 * create-zone} makes it: nothing raises its serial. Neither server looks by itself, so only a NOTIFY makes the secondary fetch.
 */
class PowerDnsSecondaryTest {

    private static final String ZONE = "papadopoulou.gr";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    private static PowerDnsServer primary;
    private static PowerDnsServer secondary;
    private static Service service;

    @BeforeAll
    static void start() throws IOException {
        Dig.assumeInstalled();
        secondary = PowerDnsServer.start(
                Files.createDirectory(folder.resolve("secondary")), "secondary=yes", "xfr-cycle-interval=86400");
        primary = PowerDnsServer.start(
                Files.createDirectory(folder.resolve("primary")),
                "primary=yes",
                "xfr-cycle-interval=86400",
                "only-notify=127.0.0.1/32",
                "also-notify=127.0.0.1:" + secondary.port());
        primary.serve(
                ZONE,
                "1001",
                List.of(
                        set(
                                "",
                                "SOA",
                                "ns1.hoster.example. hostmaster.hoster.example. 2026112705 10800 3600 604800 3600"),
                        set("", "NS", "ns1.hoster.example."),
                        set("blog.", "A", "185.4.132.10")));
        primary.ask("PUT", path(ZONE), "{\"kind\":\"Master\",\"soa_edit_api\":\"\"}");
        for (var odd : List.of("-old", "0/25", "x\\200y")) {
            primary.store(ZONE, odd + "." + ZONE, "A", 3600, "'185.4.132.99'");
        }
        primary.serve("allo.gr", "1002", List.of());
        primary.ask("PUT", path("allo.gr"), "{\"kind\":\"Slave\",\"masters\":[\"127.0.0.1:9\"]}");
        secondary.ask(
                "POST",
                "/api/v1/servers/localhost/zones",
                "{\"name\":\"%s.\",\"kind\":\"Slave\",\"masters\":[\"127.0.0.1:%d\"]}".formatted(ZONE, primary.port()));
        secondary.ask("PUT", path(ZONE) + "/axfr-retrieve", "");
        eventually("185.4.132.10", "blog." + ZONE, "A");
        var connectors = Files.writeString(
                folder.resolve("connectors.json"), """
                {"parameters": {"DnsConnector": "powerdns",
                                "DnsSettings": {"url": "%s", "network": "loopback", "apiKey": "ssm:/support-pin/powerdns"}},
                 "secrets": {"/support-pin/powerdns": "%s"}}
                """.formatted(primary.api(), PowerDnsServer.API_KEY));
        service = Service.in(Files.createDirectory(folder.resolve("data")), connectors);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (primary != null) {
            primary.close();
        }
        if (secondary != null) {
            secondary.close();
        }
    }

    private static String path(String zone) {
        return "/api/v1/servers/localhost/zones/" + zone + ".";
    }

    private static RecordSet set(String below, String type, String value) {
        return new RecordSet(new DnsName(below + ZONE), RecordType.inZone(type), 3600, List.of(value));
    }

    private static String dig(PowerDnsServer server, String name, String type) {
        return String.join("\n", Dig.answers(server, name, type));
    }

    private static long serial(PowerDnsServer server) {
        return Dig.serial(server, ZONE);
    }

    /** The secondary fetches when it gets round to it. */
    private static void eventually(String expected, String name, String type) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!dig(secondary, name, type).equals(expected) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        assertThat(dig(secondary, name, type)).isEqualTo(expected);
    }

    private static Answer change(String customer, String zone, String changes) {
        var agent = service.agent();
        return agent.act(
                agent.verified(service.customer(customer).activated()),
                "change-dns-records",
                "{\"domain\": \"%s\", \"changes\": [%s]}".formatted(zone, changes));
    }

    @Test
    void aChangeReachesTheSecondaryAndLeavesOddNamesAlone() {
        var before = serial(primary);
        var action = change(
                "1001",
                ZONE,
                "{\"op\": \"upsert\", \"name\": \"shop\", \"type\": \"A\", \"ttl\": 600, \"records\": [\"195.251.255.20\"]}");

        assertThat(action.text("status")).as(action.toString()).isEqualTo("succeeded");
        assertThat(dig(primary, "shop." + ZONE, "A")).isEqualTo("195.251.255.20");
        assertThat(serial(primary)).isGreaterThan(before);
        eventually("195.251.255.20", "shop." + ZONE, "A");
        assertThat(serial(secondary)).isEqualTo(serial(primary));
        for (var odd : List.of("-old", "0/25")) {
            assertThat(dig(primary, odd + "." + ZONE, "A")).isEqualTo("185.4.132.99");
            eventually("185.4.132.99", odd + "." + ZONE, "A");
        }
        // Version 4.7 keeps it without answering for it.
        assertThat(primary.ask("GET", path(ZONE), "")).contains("x\\\\200y." + ZONE);
    }

    @Test
    void anAliasIsWrittenBeforeWhatMakesRoomForIt() {
        var action = change("1001", ZONE, """
                {"op": "upsert", "name": "blog", "type": "CNAME", "records": ["blogs.hoster.example."]},
                {"op": "delete", "name": "blog", "type": "A"}
                """);

        assertThat(action.text("status")).as(action.toString()).isEqualTo("succeeded");
        assertThat(dig(primary, "blog." + ZONE, "CNAME")).isEqualTo("blogs.hoster.example.");
        eventually("blogs.hoster.example.", "blog." + ZONE, "CNAME");
    }

    /** What is written to a secondary is lost at its next transfer. */
    @Test
    void aZoneOfWhichThisServerIsASecondaryIsNotHostedHere() {
        var answer = change(
                "1002",
                "allo.gr",
                "{\"op\": \"upsert\", \"name\": \"shop\", \"type\": \"A\", \"records\": [\"195.251.255.20\"]}");

        assertThat(answer.isProblem(422, "action-refused").text("rule")).isEqualTo("zone-not-hosted-here");
        assertThat(primary.ask("GET", path("allo.gr"), "")).doesNotContain("shop.");
    }
}
