package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.functions.http.Edge.CANARY;
import static org.supportpin.functions.http.Edge.ROUTE;
import static org.supportpin.functions.http.Edge.assertProblem;
import static org.supportpin.functions.http.Edge.body;
import static org.supportpin.functions.http.Edge.event;

import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.functions.testing.EventOf;

/** What all routes have in common. */
class ApiTest {

    private final Edge edge = new Edge();

    @Test
    void aSoundRequestIsAnsweredAndLiesInNoCache() {
        var answer = edge.answer(event().body(body("a")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.text()).isEqualTo("{\"done\":true}");
    }

    @Test
    void aParameterOfTheQueryIsRead() {
        var event = EventOf.route("GET /v1/agent/thing")
                .claims(EventOf.staff("maria", "pin:verify").build());

        assertThat(edge.answer(event).text()).isEqualTo("{\"agent\":\"maria\",\"cursor\":\"none\"}");
        assertThat(edge.answer(event.query("cursor", "7")).text()).isEqualTo("{\"agent\":\"maria\",\"cursor\":\"7\"}");
    }

    @Nested
    class Routes {

        @ParameterizedTest
        @ValueSource(strings = {"", "GET /v1/panel/thing/{name}", "POST /v1/panel/thing/x", "$default", "OPTIONS /"})
        void anUnknownRouteIsNotFound(String key) {
            assertProblem(
                    edge.answer(
                            EventOf.route(key).claims(EventOf.customer("4711").build())),
                    404,
                    "not-found");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "[]", "7", "null", "\"x\"", "{\"routeKey\":7}"})
        void anEventThatNamesNoRouteIsNotFound(String event) {
            assertProblem(edge.answer(event), 404, "not-found");
        }

        @Test
        void anEventThatIsNotJsonIsAFailure() {
            assertProblem(edge.answer("{\"pin\":\"" + CANARY), 500, "internal-error");
        }
    }

    @Nested
    class WhatMovesTrust {

        private EventOf event(long secondsAgo) {
            var at = edge.clock.instant().getEpochSecond() - secondsAgo;
            return EventOf.route("PUT /v1/panel/trust")
                    .claims(EventOf.customer("4711")
                            .put("auth_time", Long.toString(at))
                            .build());
        }

        @Test
        void isDoneSoonAfterASignIn() {
            assertThat(edge.answer(event(600)).status()).isEqualTo(204);
        }

        @Test
        void asksForASignInOtherwiseAndSaysHowRecentIt() {
            var answer = edge.answer(event(601).body("{"));

            assertProblem(answer, 403, "login-not-fresh");
            assertThat(answer.member("maxAge")).isEqualTo(Json.of(600));
            assertThat(answer.text()).contains("Sign in again");
        }

        @Test
        void aTokenOfAnotherKindIsRefusedAsEver() {
            assertProblem(edge.answer(EventOf.route("PUT /v1/panel/trust")), 403, "forbidden");
        }
    }

    @Nested
    class WhoCalls {

        @Test
        void withoutClaimsNobodyIsNamed() {
            assertProblem(edge.answer(EventOf.route(ROUTE).body(body("a"))), 403, "forbidden");
            assertProblem(edge.answer(EventOf.route("GET /v1/agent/thing")), 403, "forbidden");
        }

        /** Otherwise nobody finds out why an identity provider's tokens are refused. */
        @Test
        void theLogNamesTheClaimThatIsMissing() {
            var claims = EventOf.customer(CANARY).put("scope", Json.Null.NULL).put("scp", "pin:self");

            assertProblem(edge.answer(event().claims(claims.build()).body(body("a"))), 403, "forbidden");
            assertThat(edge.log()).contains("\"claims\":\"scope").doesNotContain(CANARY);
        }

        static Stream<String> authorizers() {
            return Stream.of(
                    "null",
                    "7",
                    "[]",
                    "{}",
                    "{\"jwt\":null}",
                    "{\"jwt\":{\"claims\":null,\"scopes\":null}}",
                    "{\"jwt\":{\"claims\":[]}}");
        }

        @ParameterizedTest
        @MethodSource("authorizers")
        void aMalformedAuthorizerNamesNobody(String authorizer) {
            assertProblem(
                    edge.answer(
                            "{\"routeKey\":\"" + ROUTE + "\",\"requestContext\":{\"authorizer\":" + authorizer + "}}"),
                    403,
                    "forbidden");
        }

        @Test
        void theTokenIsLookedAtBeforeTheBody() {
            assertProblem(edge.answer(EventOf.route(ROUTE).body("{")), 403, "forbidden");
            assertProblem(
                    edge.answer(
                            event().claims(EventOf.staff("maria", "pin:self").build())
                                    .body("{")),
                    403,
                    "forbidden");
        }
    }
}
