package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.contract.Responses;

/** The calls as a story, and what a customer can show of them. */
class ReceiptsTest {

    private final Service service = Service.shared();

    private JsonNode keys() {
        return service.call("GET", "/v1/keys", "", null).is(200).body();
    }

    private static JsonNode calls(CustomerSteps customer) {
        return customer.call("GET", "/v1/panel/calls", "").is(200).body().path("calls");
    }

    private static String newestCall(CustomerSteps customer) {
        return calls(customer).path(0).path("callId").asText();
    }

    private static Answer receipt(CustomerSteps customer, String call) {
        return customer.call("GET", "/v1/panel/calls/" + call + "/receipt", "");
    }

    private static SignedStatement receipt(CustomerSteps customer) {
        return new SignedStatement(
                receipt(customer, newestCall(customer)).is(200).body().asText());
    }

    /** A call in which something was changed. */
    private String change(CustomerSteps customer, AgentSteps agent, String name) {
        var verification = agent.verified(customer);
        agent.act(verification, "change-dns-records", """
                        {"domain":"papadopoulou.gr","changes":
                        [{"op":"upsert","name":"%s","type":"A","ttl":600,"records":["195.251.255.20"]}]}""".formatted(name)).is(201);
        return verification;
    }

    @Nested
    class Story {

        @Test
        void aCallSaysWhoWhenByWhatPinAndWhatWasDone() {
            var customer = service.customer("1001").activated();
            var agent = service.agent();
            agent.verify(customer, customer.wrongPin()).is(403);
            var verification = change(customer, agent, "story");
            agent.act(verification, "renew-service", "{\"serviceId\":\"svc-99\"}");
            agent.account(verification).is(200);
            agent.end(verification).is(204);

            var call = calls(customer).path(0);
            assertThat(call.path("agent").path("id").asText()).isEqualTo(agent.id());
            assertThat(call.path("agent").path("callReference").asText()).isEqualTo("call-1");
            assertThat(call.path("status").asText()).isEqualTo("ended");
            assertThat(call.path("pin").asText()).isEqualTo("panel");
            assertThat(call.path("wrongPins").asInt()).isEqualTo(1);
            assertThat(call.path("accountRead").asBoolean()).isTrue();
            assertThat(call.path("receipt").asBoolean()).isTrue();
            assertThat(call.path("refused")).hasSize(1);
            assertThat(call.path("actions")).singleElement().satisfies(action -> {
                assertThat(action.path("status").asText()).isEqualTo("succeeded");
                assertThat(action.path("changes").path(0).path("after").asText())
                        .contains("195.251.255.20");
            });
        }

        /** The agent acts with the verification's ID. */
        @Test
        void itNeverBearsTheVerificationsId() {
            var customer = service.customer().activated();
            var verification = service.agent().verified(customer);

            assertThat(calls(customer).toString()).doesNotContain(verification.substring(verification.indexOf('.')));
        }

        @Test
        void whoWasNotVerifiedIsAnItemOfItsOwn() {
            var customer = service.customer().activated();
            service.agent().verify(customer, customer.wrongPin()).is(403);
            service.agent().verified(customer);

            assertThat(calls(customer)).hasSize(2);
            assertThat(calls(customer).path(1).path("type").asText()).isEqualTo("unverified");
            assertThat(calls(customer).path(1).path("wrongPins").asInt()).isEqualTo(1);
        }

        @Test
        void theyComePageByPage() {
            var customer = service.customer().activated();
            var agent = service.agent();
            for (int call = 0; call < 12; call++) {
                agent.end(agent.verified(customer)).is(204);
            }
            var first = customer.call("GET", "/v1/panel/calls", "").is(200);
            var second = customer.call("GET", "/v1/panel/calls?cursor=" + first.text("nextCursor"), "")
                    .is(200);

            var seen = new ArrayList<String>();
            for (var page : new Answer[] {first, second}) {
                page.body()
                        .path("calls")
                        .forEach(each -> seen.add(each.path("callId").asText()));
            }
            assertThat(first.body().path("calls")).hasSize(10);
            assertThat(second.body().path("nextCursor").isNull()).isTrue();
            assertThat(seen).hasSize(12).doesNotHaveDuplicates();
        }
    }

    /** It waits, beyond the call's end; and was never done, because the customer stopped it. */
    @Test
    void whatWaitsIsSaidToWaitAndWhatWasStoppedToHaveBeen(@TempDir Path data) {
        try (var gated = Service.gated(data)) {
            var customer = gated.customer("1001").activated();
            var agent = gated.agent();
            var verification = agent.verified(customer);
            var action = agent.act(
                            verification,
                            "change-nameservers",
                            "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns1.example.com\"},{\"host\":\"ns2.example.com\"}]}")
                    .is(202)
                    .text("actionId");
            agent.end(verification).is(204);

            assertThat(calls(customer).at("/0/actions/0/status").asText()).isEqualTo("waiting");
            assertThat(calls(customer).at("/0/actions/0/proposed/0/what").asText())
                    .isEqualTo("papadopoulou.gr NS");
            assertThat(receipt(customer).payload().at("/call/actions/0/status").asText())
                    .isEqualTo("waiting");
            customer.call("POST", "/v1/panel/actions/" + action + "/stop", "").is(200);
            var told = calls(customer).at("/0/actions/0");
            assertThat(told.path("status").asText()).isEqualTo("stopped");
            assertThat(told.path("reason").asText()).isEqualTo("customer");
            assertThat(told.at("/proposed/0/after").asText()).contains("ns1.example.com");
            var events = customer.call("GET", "/v1/panel/activity", "").is(200).body();
            assertThat(events.at("/events/0/details/actions/0/proposed/0/what").asText())
                    .isEqualTo("papadopoulou.gr NS");
            assertThat(events.path("events"))
                    .filteredOn(each -> each.path("type").asText().equals("action-accepted"))
                    .allSatisfy(each -> assertThat(
                                    each.at("/details/proposed/0/what").asText())
                            .isEqualTo("papadopoulou.gr NS"));
            var stopped = receipt(customer).payload().at("/call/actions/0");
            assertThat(stopped.path("status").asText()).isEqualTo("stopped");
            assertThat(stopped.path("reason").asText()).isEqualTo("customer");
            assertThat(stopped.has("proposed")).isFalse();
            assertThat(stopped.has("endedAt")).isTrue();
        }
    }

    @Nested
    class OfACall {

        private final CustomerSteps customer = service.customer("1001").activated();
        private final AgentSteps agent = service.agent();

        @Test
        void itVerifiesWithThePublishedKeyAndSaysWhatWasDone() {
            agent.end(change(customer, agent, "receipt")).is(204);
            var receipt = receipt(customer);

            assertThat(receipt.verifies(keys())).isTrue();
            assertThat(receipt.header().path("typ").asText()).isEqualTo("support-pin-receipt+jwt");
            var payload = receipt.payload();
            assertThat(new Responses().faults("Receipt", payload)).isEmpty();
            assertThat(payload.path("iss").asText()).isEqualTo("urn:support-pin:issuer:support-pin");
            assertThat(payload.path("sub").asText()).isEqualTo(customer.id());
            assertThat(payload.at("/call/actions/0/changes/0/after").asText()).contains("195.251.255.20");
            assertThat(payload.at("/call/agent/id").asText()).isEqualTo(agent.id());
        }

        @Test
        void itNamesTheEntriesOfTheChain() {
            agent.end(change(customer, agent, "chain")).is(204);
            var payload = receipt(customer).payload();
            var auditor = service.token("auditor", "auditor-1", "{}");
            var chain = service.call("GET", "/v1/audit/customers/" + customer.id() + "/events", "", auditor)
                    .is(200)
                    .body()
                    .path("events");

            for (var end : new String[] {"first", "last"}) {
                var entry = payload.path(end);
                assertThat(chain)
                        .filteredOn(each -> each.path("sequence").equals(entry.path("sequence")))
                        .singleElement()
                        .satisfies(each -> assertThat(each.path("hash")).isEqualTo(entry.path("hash")));
            }
            assertThat(payload.at("/first/sequence").asLong())
                    .isLessThan(payload.at("/last/sequence").asLong());
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2})
        void alteredItDoesNotVerify(int part) {
            agent.end(agent.verified(customer)).is(204);
            var altered = receipt(customer).altered(part);

            boolean verifies;
            try {
                verifies = altered.verifies(keys());
            } catch (RuntimeException notEvenJson) {
                verifies = false;
            }
            assertThat(verifies).isFalse();
        }

        @Test
        void whileTheCallRunsItIsToldWhen() {
            var verification = agent.verified(customer);
            var call = calls(customer).path(0);
            var early = receipt(customer, newestCall(customer)).isProblem(409, "call-not-over");

            assertThat(call.path("receipt").asBoolean()).isFalse();
            assertThat(early.text("retryAt")).isEqualTo(call.path("expiresAt").asText());
            assertThat(Integer.parseInt(early.header("retry-after").orElseThrow()))
                    .isBetween(1, 900);
            agent.end(verification).is(204);
            receipt(customer, newestCall(customer)).is(200);
        }

        @Test
        void aCallThatExpiredOrWasVoidedHasOneToo() {
            agent.verified(customer);
            customer.unlock();
            customer.deactivate().is(204);
            assertThat(receipt(customer).payload().at("/call/status").asText()).isEqualTo("voided");
            customer.activated();
            agent.verified(customer);
            service.advance(Duration.ofMinutes(16));

            assertThat(receipt(customer).payload().at("/call/status").asText()).isEqualTo("expired");
        }

        @Test
        void anotherCustomersCallIsNone() {
            agent.end(agent.verified(customer)).is(204);
            var other = service.customer().activated();
            agent.end(agent.verified(other)).is(204);

            receipt(other, newestCall(customer)).isProblem(404, "not-found");
            receipt(customer, newestCall(other)).isProblem(404, "not-found");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x",
                    "0-0000000000000000",
                    "1-0000000000000000",
                    "-1-0000000000000000",
                    "999999999999-0000000000000000",
                    "9999999999999999999-0000000000000000",
                    "1-000000000000000G",
                    "1-0000000000000000\n",
                    "' OR 1=1",
                    "CUSTOMER#1002",
                    "<script>",
                    "..%2f..",
                    "\u0000"
                })
        void aHostileIdIsNone(String id) {
            receipt(customer, URLEncoder.encode(id, StandardCharsets.UTF_8)).is(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "01", "1e3", "9999999999999", "x", "1 ", "2026-11-22", "<script>", "+2026-01-01"})
    void aHostileCursorIsRefused(String cursor) {
        var customer = service.customer();
        var encoded = URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        assertThat(customer.call("GET", "/v1/panel/calls?cursor=" + encoded, "")
                        .isProblem(422, "invalid-parameters")
                        .pointers())
                .containsExactly("/cursor");
        if (!cursor.equals("2026-11-22")) {
            assertThat(service.call(
                                    "GET",
                                    "/v1/audit/roots?cursor=" + encoded,
                                    "",
                                    service.token("auditor", "auditor-1", "{}"))
                            .isProblem(422, "invalid-parameters")
                            .pointers())
                    .containsExactly("/cursor");
        }
    }

    @Test
    void theKeysNeedNoTokenAndMayBeCached() {
        var answer = service.call("GET", "/v1/keys", "", null).is(200);

        assertThat(answer.header("cache-control")).contains("public, max-age=3600");
        assertThat(answer.body().path("keys")).hasSize(1);
        assertThat(keys()).isEqualTo(answer.body());
    }

    @Nested
    class Roots {

        private final Service ahead = Service.farAhead();
        private final String auditor = ahead.token("auditor", "auditor-1", "{}");

        private JsonNode roots() {
            return ahead.call("GET", "/v1/audit/roots", "", auditor)
                    .is(200)
                    .body()
                    .path("roots");
        }

        /** To a quarter past midnight, by the service's clock. */
        private void tomorrow() {
            var now = ahead.now();
            var next = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofMinutes(24 * 60 + 15));
            ahead.advance(Duration.between(now, next));
        }

        @Test
        void theFirstAuditOfADayPublishesASignedRootAndNoLaterOneChangesIt() {
            ahead.customer().activated();
            tomorrow();
            ahead.sweep();
            var first = roots().path(0);
            ahead.customer().activated();
            ahead.advance(Duration.ofMinutes(30));
            ahead.sweep();

            assertThat(roots().path(0)).isEqualTo(first);
            var statement = new SignedStatement(first.path("statement").asText());
            assertThat(statement.verifies(
                            ahead.call("GET", "/v1/keys", "", null).body()))
                    .isTrue();
            assertThat(statement.header().path("typ").asText()).isEqualTo("support-pin-root+jwt");
            assertThat(new Responses().faults("Root", statement.payload())).isEmpty();
            assertThat(statement.payload().path("day")).isEqualTo(first.path("day"));
            assertThat(statement.payload().path("ledgers").asLong()).isPositive();
        }

        @Test
        void anotherDayHasAnotherRootAndTheNewestComesFirst() {
            tomorrow();
            ahead.sweep();
            ahead.customer().activated();
            tomorrow();
            var report = ahead.sweep();

            assertThat(report.body().path("violations")).isEmpty();
            assertThat(roots().path(0).path("day").asText())
                    .isGreaterThan(roots().path(1).path("day").asText());
            var newest = new SignedStatement(roots().path(0).path("statement").asText()).payload();
            var before = new SignedStatement(roots().path(1).path("statement").asText()).payload();
            assertThat(newest.path("root")).isNotEqualTo(before.path("root"));
            assertThat(newest.path("ledgers").asLong())
                    .isGreaterThan(before.path("ledgers").asLong());
            var older = ahead.call(
                            "GET",
                            "/v1/audit/roots?cursor="
                                    + roots().path(0).path("day").asText(),
                            "",
                            auditor)
                    .is(200);
            assertThat(older.body().path("roots").path(0)).isEqualTo(roots().path(1));
        }

        @Test
        void onlyAnAuditorReadsThem() {
            ahead.call("GET", "/v1/audit/roots", "", ahead.agent().token()).is(403);
            ahead.call("GET", "/v1/audit/roots", "", ahead.customer().token()).is(401);
            ahead.call("GET", "/v1/audit/roots", "", null).is(401);
        }
    }
}
