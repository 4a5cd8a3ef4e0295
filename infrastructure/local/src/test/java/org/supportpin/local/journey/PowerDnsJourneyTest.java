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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        Dig.assumeInstalled();
        dns = PowerDnsServer.start(Files.createDirectory(folder.resolve("pdns")));
        dns.serve(
                ZONE,
                "1001",
                List.of(
                        set("", "SOA", "ns1.hoster.example. hostmaster.hoster.example. 1 10800 3600 604800 3600"),
                        set("", "NS", "ns1.hoster.example.", "ns2.papadopoulou.gr."),
                        set("ns2.", "A", "185.4.132.12"),
                        set("sub.", "NS", "ns1.elsewhere.example."),
                        set("many.", "A", "185.4.132.13"),
                        set("many.", "TXT", "\"hello\""),
                        set("many.", "MX", "10 mail.papadopoulou.gr."),
                        set("mail.", "A", "185.4.132.11"),
                        set("", "TXT", "\"v=spf1 mx -all\""),
                        set("", "A", "185.4.132.10")));
        dns.serve(
                "blog.papadopoulou.gr",
                "1002",
                List.of(
                        set("blog.", "SOA", "ns1.hoster.example. hostmaster.hoster.example. 1 10800 3600 604800 3600"),
                        set("blog.", "NS", "ns1.hoster.example.", "ns2.hoster.example.")));
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
        return Dig.answers(dns, below + ZONE, type);
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
        var serial = Dig.serial(dns, ZONE);
        var action = agent.act(verification, "change-dns-records", changes("shop"));

        assertThat(action.text("status")).isEqualTo("succeeded");
        assertThat(answers("shop.", "A")).containsExactly("195.251.255.20");
        assertThat(answers("shop-txt.", "TXT")).containsExactly("\"ownership=shop; <&>\"");
        assertThat(Dig.serial(dns, ZONE)).isGreaterThan(serial);
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

    /** A change that would break the zone is refused with the reason, and the name server answers as before. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nameserver-without-address | ns2.papadopoulou.gr | {'op':'delete','name':'ns2','type':'A'}",
                "name-occluded | delegated to other nameservers | {'op':'upsert','name':'_acme-challenge.sub.papadopoulou.gr','type':'TXT','records':['x']}",
                "name-occluded | blog.papadopoulou.gr as the domain | {'op':'upsert','name':'www.blog.papadopoulou.gr','type':'A','records':['195.251.255.20']}",
                "cname-conflict | A, MX and TXT | {'op':'upsert','name':'many','type':'CNAME','records':['www.example.com']}",
                "cname-loop | → | {'op':'upsert','name':'l1','type':'CNAME','records':['l2.papadopoulou.gr']},{'op':'upsert','name':'l2','type':'CNAME','records':['l1.papadopoulou.gr']}",
                "spf-conflict | v=spf1 include:_spf.example.com mx -all | {'op':'upsert','name':'@','type':'TXT','records':['v=spf1 mx -all','v=spf1 include:_spf.example.com ~all']}"
            })
    void whatWouldBreakTheZoneNeverReachesTheNameServer(String rule, String words, String change) {
        losesAnswers.set(false);
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        var before = everything();

        var refused = agent.act(
                        verification,
                        "change-dns-records",
                        "{\"domain\":\"papadopoulou.gr\",\"changes\":[" + change.replace('\'', '"') + "]}")
                .isProblem(422, "action-refused");

        assertThat(refused.text("rule")).isEqualTo(rule);
        assertThat(refused.text("detail")).contains(words);
        assertThat(refused.body().path("text").path("en").asText()).isEqualTo(refused.text("detail"));
        assertThat(refused.body().path("text").path("el").asText()).containsPattern("\\p{IsGreek}");
        assertThat(refused.body().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/parameters/changes/0");
        assertThat(everything()).isEqualTo(before);
    }

    private static List<List<String>> everything() {
        return List.of(
                answers("", "SOA"),
                answers("ns2.", "A"),
                answers("many.", "A"),
                answers("many.", "MX"),
                answers("many.", "CNAME"),
                answers("l1.", "CNAME"),
                answers("", "TXT"));
    }

    /** Whoever follows the refusal is left with an alias, in whichever order. */
    @Test
    void whatMakesRoomMayComeLast() {
        losesAnswers.set(false);
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        var serial = Dig.serial(dns, ZONE);
        var action = agent.act(verification, "change-dns-records", """
                {"domain": "papadopoulou.gr", "changes": [
                  {"op": "upsert", "name": "ns2", "type": "AAAA", "records": ["2a02:587::2"]},
                  {"op": "delete", "name": "ns2", "type": "A"}]}
                """);

        assertThat(action.text("status")).isEqualTo("succeeded");
        assertThat(answers("ns2.", "AAAA")).containsExactly("2a02:587::2");
        assertThat(answers("ns2.", "A")).isEmpty();
        assertThat(Dig.serial(dns, ZONE)).isGreaterThan(serial);
        agent.act(verification, "change-dns-records", """
                {"domain": "papadopoulou.gr", "changes": [
                  {"op": "delete", "name": "ns2", "type": "AAAA"},
                  {"op": "upsert", "name": "ns2", "type": "A", "records": ["185.4.132.12"]}]}
                """);
    }

    /** Values and TTL, and the serial goes on, so that secondaries follow. */
    @Test
    void whatIsUndoneIsWhatTheNameServerAnsweredBefore() {
        losesAnswers.set(false);
        var agent = service.agent();
        var customer = service.customer("1001").activated();
        var verification = agent.verified(customer);
        var before = shown(agent, verification, "mail.papadopoulou.gr");
        var action = agent.act(verification, "change-dns-records", """
                {"domain": "papadopoulou.gr", "changes": [
                  {"op": "upsert", "name": "mail", "type": "A", "ttl": 60, "records": ["195.251.255.20"]},
                  {"op": "upsert", "name": "undone", "type": "A", "records": ["195.251.255.20"]}]}
                """).is(201);
        assertThat(answers("mail.", "A")).containsExactly("195.251.255.20");
        var serial = Dig.serial(dns, ZONE);

        customer.undo(action.text("actionId")).is(201);

        assertThat(answers("mail.", "A")).containsExactly("185.4.132.11");
        assertThat(shown(agent, verification, "mail.papadopoulou.gr"))
                .isEqualTo(before)
                .contains("3600");
        assertThat(answers("undone.", "A")).isEmpty();
        assertThat(Dig.serial(dns, ZONE)).isGreaterThan(serial);
    }

    private static String shown(AgentSteps agent, String verification, String name) {
        return agent.zone(verification, ZONE)
                .is(200)
                .body()
                .path("recordSets")
                .valueStream()
                .filter(set -> set.path("name").asText().equals(name))
                .toList()
                .toString();
    }

    /** The effect is there, the answer is not: pending, then found in the zone, and not done again. */
    @Test
    void anUndoWithoutAnAnswerIsFoundOutInTheZone() {
        losesAnswers.set(false);
        var agent = service.agent();
        var customer = service.customer("1001").activated();
        var action = agent.act(agent.verified(customer), "change-dns-records", changes("vanishing"))
                .is(201)
                .text("actionId");
        losesAnswers.set(true);
        var undo = customer.undo(action).is(202).text("actionId");
        assertThat(answers("vanishing.", "A")).isEmpty();
        service.advance(Duration.ofMinutes(2));
        service.invoke("RecoveryFunction");

        assertThat(customer.undo(action).is(201).text("actionId")).isEqualTo(undo);
    }

    @Test
    void theAccountSaysWhichDomainsHaveAZoneHereAndShowsIt() {
        losesAnswers.set(false);
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());

        var account = agent.account(verification).is(200).body();

        assertThat(account.path("missing")).isEmpty();
        assertThat(account.path("domains")
                        .valueStream()
                        .filter(each -> each.path("zoneHosted").asBoolean())
                        .map(each -> each.path("name").asText()))
                .containsExactly(ZONE);
        assertThat(account.toString()).doesNotContain("allo.gr", "blog.papadopoulou.gr");
        var zone = agent.zone(verification, ZONE).is(200).body();
        assertThat(zone.path("recordSets").toString()).contains("185.4.132.13", "10 mail.papadopoulou.gr.");
        for (var set : zone.path("recordSets")) {
            var name = set.path("name").asText();
            if (set.path("type").asText().equals("A")) {
                assertThat(Dig.answers(dns, name, "A"))
                        .as(name)
                        .containsExactly(set.at("/records/0").asText());
            }
        }
    }

    @Test
    void whatThePreviewShowsIsWhatTheNameServerThenAnswers() {
        losesAnswers.set(false);
        var agent = service.agent();
        var customer = service.customer("1001").activated();
        var verification = agent.verified(customer);
        var before = Dig.answers(dns, ZONE, "SOA");

        Previews.show(agent, verification, "change-dns-records", changes("shown"));
        assertThat(Dig.answers(dns, ZONE, "SOA")).isEqualTo(before);
        assertThat(answers("shown.", "A")).isEmpty();

        Previews.showWhatIsDone(agent, customer, verification, "change-dns-records", changes("shown"));
        assertThat(answers("shown.", "A")).containsExactly("195.251.255.20");
        assertThat(Dig.answers(dns, ZONE, "SOA")).isNotEqualTo(before);
    }

    /** Both are 1002's, and one lies below a zone of 1001. */
    @ParameterizedTest
    @ValueSource(strings = {"allo.gr", "blog.papadopoulou.gr"})
    void anotherCustomersZoneIsNotFound(String zone) {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());
        var nobodys = changes("x").replace(ZONE, "niemand.gr");
        var others = changes("x").replace(ZONE, zone);

        Previews.hide(agent, verification, "change-dns-records", others, nobodys);
        agent.act(verification, "change-dns-records", others).isProblem(422, "action-refused");
        assertThat(agent.zone(verification, zone).isProblem(404, "not-found").besidesRequestId())
                .isEqualTo(agent.zone(verification, "niemand.gr")
                        .isProblem(404, "not-found")
                        .besidesRequestId());
        assertThat(Dig.answers(dns, "x." + zone, "A")).isEmpty();
    }
}
