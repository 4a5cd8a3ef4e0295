package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.testing.PowerDnsServer;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;

/** From the caller's PIN to the real name server's answer. */
class PowerDnsJourneyTest {

    private static final String ZONE = "papadopoulou.gr";

    @TempDir
    private static Path folder;

    private static PowerDnsServer dns;
    private static LoopbackServer between;
    private static Service service;
    private static final AtomicBoolean losesAnswers = new AtomicBoolean();

    @BeforeAll
    static void start() throws IOException {
        dns = PowerDnsServer.start(Files.createDirectory(folder.resolve("pdns")));
        dns.serve(
                ZONE,
                "1001",
                List.of(
                        set("", "SOA", "ns1.hoster.example. hostmaster.hoster.example. 1 10800 3600 604800 3600"),
                        set("", "NS", "ns1.hoster.example.", "ns2.hoster.example."),
                        set("", "A", "185.4.132.10")));
        dns.serve("allo.gr", "1002", List.of());
        between = LoopbackServer.bind(0, 1 << 20).serve(PowerDnsJourneyTest::forward);
        var connectors = Files.writeString(
                folder.resolve("connectors.json"), """
                {"parameters": {"DnsConnector": "powerdns",
                                "DnsSettings": {"url": "%s", "network": "loopback", "apiKey": "ssm:/support-pin/powerdns"}},
                 "secrets": {"/support-pin/powerdns": "%s"}}
                """.formatted(between.uri(), PowerDnsServer.API_KEY));
        service = Service.in(Files.createDirectory(folder.resolve("data")), connectors);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
            between.close();
        }
        if (dns != null) {
            dns.close();
        }
    }

    /** A server in between, which receives the real answer and may drop it. */
    private static Reply forward(Request request) {
        assertThat(request.header("x-api-key")).contains(PowerDnsServer.API_KEY);
        var answer =
                dns.exchange(request.method(), request.path(), request.body().text());
        return request.method().equals("PATCH") && losesAnswers.get()
                ? Reply.empty(502)
                : Reply.text(answer.statusCode(), "application/json", answer.body());
    }

    private static RecordSet set(String below, String type, String... values) {
        return new RecordSet(owner(below), RecordType.inZone(type), 3600, List.of(values));
    }

    private static DnsName owner(String below) {
        return new DnsName(below + ZONE);
    }

    private static List<String> answers(String below, String type) {
        return dns.answers(owner(below), RecordType.inZone(type));
    }

    private static String changes(String name) {
        return """
                {"domain": "papadopoulou.gr", "changes": [
                  {"op": "upsert", "name": "%s", "type": "A", "ttl": 600, "records": ["195.251.255.20"]},
                  {"op": "upsert", "name": "%s", "type": "TXT", "records": ["ownership=%s; <&>"]}]}
                """.formatted(name, name + "-txt", name);
    }

    @Test
    void whatTheCallerAsksForIsWhatTheNameServerAnswers() {
        losesAnswers.set(false);
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        var action = agent.act(verification, "change-dns-records", changes("shop"));

        assertThat(action.text("status")).isEqualTo("succeeded");
        assertThat(answers("shop.", "A")).containsExactly("195.251.255.20");
        assertThat(answers("shop-txt.", "TXT")).containsExactly("\"ownership=shop; <&>\"");
        assertThat(service.log()).doesNotContain(PowerDnsServer.API_KEY);
    }

    /** The effect is there, the answer is not: pending, then found in the zone, and not done again. */
    @Test
    void aLostAnswerIsFoundOutInTheZone() {
        losesAnswers.set(true);
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        var action = agent.act(verification, "change-dns-records", changes("lost"));
        assertThat(action.text("status")).isEqualTo("pending");
        assertThat(answers("lost.", "A")).containsExactly("195.251.255.20");
        service.advance(Duration.ofMinutes(2));
        service.invoke("RecoveryFunction");

        assertThat(agent.lookUp(verification, action.text("actionId")).text("status"))
                .isEqualTo("succeeded");
    }

    @Test
    void anotherCustomersZoneIsNotFound() {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());

        agent.act(verification, "change-dns-records", changes("x").replace(ZONE, "allo.gr"))
                .isProblem(422, "action-refused");
    }
}
