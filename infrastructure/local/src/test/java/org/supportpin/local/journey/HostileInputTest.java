package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.sample.RawCaller;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Security rows 18 and 23: hostile input is answered with a problem that says what to do, never a failure, and nothing is written. */
@Tag("ci")
class HostileInputTest {

    private static final int ROUNDS = 40;

    private final Service service = Service.shared();
    private final CustomerSteps customer = service.customer().activated();
    private final AgentSteps agent = service.supervisor();
    private final String verification = agent.verified(customer);

    /** A route that may change something, with a valid body; empty if it takes none. */
    record Target(boolean panel, String method, String path, String body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Every route that is not a GET. The verification is a real one. */
    static Stream<Target> targets() {
        return Stream.concat(
                withBody(),
                Stream.of(
                        new Target(true, "POST", "/v1/panel/support-pin/activation", ""),
                        new Target(true, "DELETE", "/v1/panel/notice-address", ""),
                        new Target(true, "POST", "/v1/panel/support-pin/sms", ""),
                        new Target(true, "POST", "/v1/panel/support-pin/unlock", ""),
                        new Target(true, "DELETE", "/v1/panel/support-pin/activation", ""),
                        new Target(true, "POST", "/v1/panel/actions/{action}/stop", ""),
                        new Target(true, "POST", "/v1/panel/actions/{action}/undo", ""),
                        new Target(false, "POST", "/v1/agent/verifications/{verification}/actions/{action}/stop", ""),
                        new Target(false, "DELETE", "/v1/agent/calls/{verification}", ""),
                        new Target(false, "POST", "/v1/agent/verifications/{verification}/handover", ""),
                        new Target(false, "DELETE", "/v1/agent/verifications/{verification}", "")));
    }

    static Stream<Target> withBody() {
        return Stream.of(
                new Target(true, "PUT", "/v1/panel/mobile", "{\"number\":\"6912345678\"}"),
                new Target(
                        true,
                        "PUT",
                        "/v1/panel/policy",
                        "{\"telephone\":\"open\",\"afterSms\":\"as-usual\",\"actions\":{\"recall-gr-domain\":\"ask\"}}"),
                new Target(true, "PUT", "/v1/panel/notice-address", "{\"email\":\"nefeli@example.gr\"}"),
                new Target(true, "POST", "/v1/panel/notice-address/confirmation", "{\"code\":\"123456\"}"),
                new Target(true, "POST", "/v1/panel/mobile/confirmation", "{\"code\":\"123456\"}"),
                new Target(
                        false,
                        "POST",
                        "/v1/agent/verifications",
                        "{\"customerId\":\"hostile\",\"pin\":\"123456\",\"callReference\":\"call-1\"}"),
                new Target(false, "POST", "/v1/agent/customers/hostile/sms", "{\"callReference\":\"call-1\"}"),
                new Target(false, "DELETE", "/v1/agent/suspensions/hostile", "{\"note\":\"a note\"}"),
                new Target(true, "POST", "/v1/panel/verification", "{\"code\":\"123456\"}"),
                new Target(true, "DELETE", "/v1/panel/call", "{\"notMe\":false}"),
                new Target(
                        false,
                        "POST",
                        "/v1/agent/verification-requests",
                        "{\"customerId\":\"hostile\",\"callReference\":\"call-1\"}"),
                new Target(
                        false,
                        "POST",
                        "/v1/agent/calls",
                        "{\"customerId\":\"hostile\",\"reason\":\"fault\",\"object\":\"nea.gr\",\"callReference\":\"call-1\"}"),
                new Target(false, "POST", "/v1/agent/handovers", "{\"code\":\"1234\",\"callReference\":\"call-1\"}"),
                new Target(false, "DELETE", "/v1/audit/customers/hostile", "{\"note\":\"Letter\"}"),
                new Target(false, "POST", "/v1/audit/violations/hostile/resolution", "{\"note\":\"Letter\"}"),
                new Target(
                        false,
                        "POST",
                        "/v1/audit/actions/{action}/resolution",
                        "{\"outcome\":\"done\",\"note\":\"Letter\"}"),
                new Target(true, "POST", "/v1/panel/actions/{action}/consent", "{\"code\":\"123456\"}"),
                new Target(
                        false,
                        "POST",
                        "/v1/agent/verifications/{verification}/actions/{action}/consent",
                        "{\"code\":\"123456\"}"),
                new Target(false, "POST", "/v1/agent/customers/hostile/stop", "{\"callReference\":\"call-1\"}"),
                new Target(
                        false,
                        "POST",
                        "/v1/agent/approvals/{action}",
                        "{\"decision\":\"approve\",\"note\":\"a note\"}"),
                new Target(
                        false,
                        "POST",
                        "/v1/agent/verifications/{verification}/actions",
                        "{\"action\":\"recall-gr-domain\",\"parameters\":{\"domain\":\"nea.gr\"}}"),
                new Target(
                        false,
                        "POST",
                        "/v1/agent/verifications/{verification}/actions/preview",
                        "{\"action\":\"recall-gr-domain\",\"parameters\":{\"domain\":\"nea.gr\"}}"));
    }

    static List<String> corpus() {
        return List.of(
                " ",
                "{",
                "}",
                "nul",
                "true",
                "17",
                "[]",
                "\"text\"",
                "{\"a\":1}",
                "{\"number\":\"6912345678\",\"number\":\"6912345678\"}",
                "{\"code\":\"123456\",\"code\":\"123456\"}",
                "{\"pin\":\"123456\",\"pin\":\"123456\",\"customerId\":\"c\",\"callReference\":\"r\"}",
                "{\"callReference\":\"a\",\"callReference\":\"b\"}",
                "{\"number\":\"\\ud800\",\"code\":\"\\ud800\",\"callReference\":\"\\ud800\"}",
                "{\"number\":\"\\u0000\",\"code\":\"\\u0000\",\"callReference\":\"a\\u0000b\"}",
                "{\"number\":1e99999,\"code\":-0,\"pin\":123456,\"callReference\":1E400}",
                "{\"number\":NaN}",
                "{\"number\":0x10}",
                "{'number':'6912345678'}",
                "{\"number\":\"6912345678\"} {}",
                "{\"number\":\"6912345678\",}",
                "/* c */ {}",
                "\ufeff{}",
                "{\"callReference\":\"\\u202Eabc\\u200B\"}",
                "{\"__proto__\":{},\"constructor\":1}",
                "[".repeat(5000),
                "{\"a\":".repeat(5000),
                "{\"a\":".repeat(60) + "1" + "}".repeat(60),
                "{\"callReference\":\"" + "x".repeat(30_000) + "\"}",
                "{"
                        + Stream.iterate(0, i -> i + 1)
                                .limit(2000)
                                .map(i -> "\"k" + i + "\":1")
                                .collect(Collectors.joining(","))
                        + "}",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theCorpusIsRefusedAndNothingIsWritten(Target target) {
        var before = mine();

        for (var body : corpus()) {
            assertRefused(send(target, body), body);
        }
        assertThat(send(target, "{\"a\":\"" + "x".repeat(32 * 1024) + "\"}").status())
                .isEqualTo(413);
        for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "x", ";")) {
            var body = target.body().isEmpty() ? "{}" : target.body();
            assertThat(send(target, body, "Content-Type", type).status()).isEqualTo(415);
        }

        assertThat(mine()).isEqualTo(before);
    }

    /** SampleEventsTest checks that there is one for each route. The token service takes a form, and has tests of its own. */
    @Test
    void everyRouteIsATarget() {
        var changing = SampleEvents.withAToken()
                .map(file -> ProjectFiles.json(file).path("routeKey").asText())
                .filter(key -> key.startsWith("P") || key.startsWith("D"))
                .map(key -> key.replaceAll("\\{[^}]+}", "x"))
                .toList();

        assertThat(targets().map(target -> target.toString().replaceAll("\\{[^}]+}|hostile", "x")))
                .containsExactlyInAnyOrderElementsOf(changing);
    }

    /** Hostile values in place of the parameters. */
    @ParameterizedTest
    @MethodSource("org.supportpin.local.journey.ActionCase#all")
    void theParametersOfEveryActionAreJudged(ActionCase action) {
        var before = mine();

        for (var parameters : corpus()) {
            assertRefused(agent.act(verification, action.action(), parameters), parameters);
        }

        assertThat(mine()).isEqualTo(before);
    }

    /** Nothing in it belongs to this customer, so every mutation must be refused. */
    @ParameterizedTest
    @MethodSource("org.supportpin.local.journey.ActionCase#all")
    void noMutationOfParametersMakesTheServiceFail(ActionCase action) {
        var random = new Random(action.action().hashCode());

        for (int round = 0; round < ROUNDS; round++) {
            var parameters = mutated(action.elsewhere(), random);
            var answer = agent.act(verification, action.action(), parameters);
            assertThat(answer.status())
                    .as("%s to %s: %s", answer.status(), action.action(), parameters)
                    .isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void noMutationOfAGoodRequestMakesTheServiceFail(Target target) {
        var random = new Random(target.path().hashCode());

        for (int round = 0; round < ROUNDS; round++) {
            var body = mutated(target.body(), random);
            var answer = send(target, body);
            assertThat(answer.status())
                    .as("%s to %s: %s", answer.status(), target, body)
                    .isLessThan(500);
        }
    }

    @Test
    void idsInPathsAndCursorsAreJudgedToo() {
        for (var id : List.of(
                "%00", "a%2Fb", "..%2f..", "%C0%AF", "%F0%9F%98%80", "x".repeat(3000), "CUSTOMER%23", "'", "*")) {
            for (var path :
                    List.of("/v1/agent/customers/" + id + "/sms", "/v1/agent/verifications/" + id + "/actions")) {
                assertThat(agent.call("POST", path, "{\"callReference\":\"c\"}", "Idempotency-Key", "k")
                                .status())
                        .as(path)
                        .isBetween(400, 499);
            }
            for (var path : List.of("/actions/" + id, "/account", "/account/zones/" + id)) {
                assertThat(agent.call("GET", "/v1/agent/verifications/" + id + path, "")
                                .status())
                        .as(path)
                        .isBetween(400, 499);
            }
        }
        for (var cursor : List.of("%00", "-1", "1.5", "99999999999999999999", "abc", "x".repeat(5000))) {
            assertThat(customer.call("GET", "/v1/panel/activity?cursor=" + cursor, "")
                            .status())
                    .as(cursor)
                    .isBetween(400, 499);
        }
        for (var key : List.of("x".repeat(65), "\u00e9", "a b\tc")) {
            assertThat(agent.call("POST", "/v1/agent/verifications/x/actions", "{}", "Idempotency-Key", key)
                            .status())
                    .isBetween(400, 499);
        }
    }

    @Test
    void pathTricksDoNotLeaveTheFolders() {
        var raw = new RawCaller(service.stack().uri());
        for (var path : List.of(
                "/v1/panel/../audit/customers/1001/events",
                "/v1/panel/%2e%2e/audit/customers/1001/events",
                "//v1/panel/support-pin",
                "/v1/panel//support-pin",
                "/v1/panel/support-pin/",
                "/v1/panel/support-pin;a=b",
                "/v1/panel/support-pin%00",
                "/V1/PANEL/SUPPORT-PIN",
                "/v1\\panel\\support-pin")) {
            var answer = raw.send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                    + customer.token() + "\r\nConnection: close\r\n\r\n");
            assertThat(RawCaller.status(answer)).as(path).isBetween(400, 499);
            assertThat(answer).doesNotContain("\"pin\"", "\"hash\"");
        }
    }

    @Test
    void aFloodOfHeadersIsRefused() {
        var flood = new StringBuilder();
        for (int header = 0; header < 150; header++) {
            flood.append("X-Flood-")
                    .append(header)
                    .append(": ")
                    .append("y".repeat(100))
                    .append("\r\n");
        }
        var answer = new RawCaller(service.stack().uri())
                .send("GET /v1/panel/support-pin HTTP/1.1\r\nHost: 127.0.0.1\r\n" + flood
                        + "Connection: close\r\n\r\n");

        assertThat(RawCaller.status(answer)).isEqualTo(431);
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        var body = "{\"number\":\"\u00ff\u00fe6912345678\"}";
        var answer = new RawCaller(service.stack().uri())
                .send(
                        "PUT /v1/panel/mobile HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                + customer.token() + "\r\nContent-Length: "
                                + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\nConnection: close\r\n\r\n"
                                + body);

        assertThat(RawCaller.status(answer)).isIn(400, 422);
    }

    private Answer send(Target target, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Idempotency-Key", "hostile"));
        var path =
                target.path().replace("{verification}", verification).replace("{action}", "kq3X0vYb7TzN4LdWm2Rs8uEa");
        if (path.startsWith("/v1/audit/")) {
            var auditor = service.token("auditor", "auditor-1", "{\"scope\":\"audit:erase audit:read\"}");
            return service.call(target.method(), path, body, auditor, all.toArray(String[]::new));
        }
        return target.panel()
                ? customer.call(target.method(), path, body, all.toArray(String[]::new))
                : agent.call(target.method(), path, body, all.toArray(String[]::new));
    }

    private static void assertRefused(Answer answer, String body) {
        var shown = body.substring(0, Math.min(80, body.length()));
        assertThat(answer.status()).as("status of %s", shown).isIn(400, 403, 409, 413, 422);
        assertThat(answer.header("content-type")).as(shown).contains("application/problem+json");
        assertThat(answer.text("detail")).as(shown).isNotEmpty();
    }

    /** What of the table is this customer's or agent's. */
    private Set<Map<String, AttributeValue>> mine() {
        return service.backDoor().items().stream()
                .filter(item -> isMine(item.toString()))
                .collect(Collectors.toSet());
    }

    private boolean isMine(String item) {
        return item.contains("#" + customer.id() + ",")
                || item.contains("#" + customer.id() + ")")
                || item.contains(agent.id())
                || item.contains("hostile");
    }

    /** A few bytes deleted, doubled, swapped for others, or the end cut off. */
    private static String mutated(String body, Random random) {
        var text = new StringBuilder(body);
        for (int change = 0; change <= random.nextInt(4) && !text.isEmpty(); change++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, text.charAt(at));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x80));
                case 3 ->
                    text.insert(
                            at,
                            List.of("\\u0000", "\\ud83d", "\"", "{", "[1,", "\u03bd", "1e9", "null")
                                    .get(random.nextInt(8)));
                default -> text.setLength(Math.max(1, at));
            }
        }
        return text.toString();
    }
}
