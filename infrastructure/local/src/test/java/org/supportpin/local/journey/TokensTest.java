package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.testing.Trees;

/**
 * Security row 7: every kind of invalid token, on every route. The gateway refuses what it can see; a function that gets a
 * request without the claims that its route needs refuses it too, and trusts no gateway.
 */
class TokensTest {

    private final Service service = Service.shared();
    private final SampleEvents events = new SampleEvents(service);

    @Nested
    class AtTheGateway {

        @ParameterizedTest
        @MethodSource("org.supportpin.local.journey.SampleEvents#withAToken")
        void everyRouteRequiresATokenOfItsRealmWithItsScope(Path file) {
            var event = events.read(file);
            var isPanel = isPanel(event);

            assertThat(status(event, null)).isEqualTo(401);
            assertThat(status(event, "no.token.atall")).isEqualTo(401);
            for (var role : isPanel ? new String[] {"agent", "supervisor", "auditor"} : new String[] {"customer"}) {
                assertThat(status(event, service.token(role, "1001", "{}"))).isIn(401, 403);
            }
            var role = isPanel ? "customer" : "supervisor";
            assertThat(status(event, service.token(role, "1001", "{\"exp\":1}")))
                    .isEqualTo(401);
            assertThat(status(event, service.token(role, "1001", "{\"nbf\":99999999999}")))
                    .isEqualTo(401);
            assertThat(status(event, service.token(role, "1001", "{\"iss\":\"https://elsewhere.example\"}")))
                    .isEqualTo(401);
            assertThat(status(event, service.token(role, "1001", "{\"aud\":\"somebody-else\"}")))
                    .isEqualTo(401);
            assertThat(status(event, service.token(role, "1001", "{\"scope\":\"openid profile\"}")))
                    .isEqualTo(403);
        }

        /** That there is no other such route, the contract's tests see. */
        @Test
        void thePublicKeysAreForAnybody() {
            for (var token : new String[] {"no.token.atall", service.token("customer", "1001", "{\"exp\":1}")}) {
                service.call("GET", "/v1/keys", "", token).is(200);
            }
            service.call("GET", "/v1/keys", "", null).is(200);
        }

        private int status(JsonNode event, @Nullable String token) {
            var http = event.path("requestContext").path("http");
            return service.call(
                            http.path("method").asText(),
                            http.path("path").asText(),
                            event.path("body").asText(""),
                            token,
                            "Idempotency-Key",
                            "key")
                    .status();
        }
    }

    /** What moves trust wants a sign-in of the last ten minutes; the token says when it was, by real time. */
    @Nested
    class Fresh {

        private static final String NUMBER = "{\"number\":\"+306912345678\"}";

        static Stream<Arguments> stale() {
            var now = Instant.now().getEpochSecond();
            return Stream.of(
                            "null",
                            "0",
                            "\"\"",
                            "true",
                            "\"now\"",
                            "[%d]".formatted(now),
                            "{\"at\":%d}".formatted(now),
                            "1e999",
                            "-1",
                            "%d".formatted(now - 601),
                            "%d".formatted(now + 3600),
                            "%d000".formatted(now))
                    .flatMap(authTime -> Stream.of(
                                    "PUT /v1/panel/mobile " + NUMBER,
                                    "PUT /v1/panel/mobile {",
                                    "POST /v1/panel/mobile/confirmation {\"code\":\"123456\"}")
                            .map(request -> Arguments.of(authTime, request)));
        }

        @ParameterizedTest
        @MethodSource("stale")
        void isRequiredBeforeAnythingElse(String authTime, String request) {
            var before = service.backDoor().itemsOfRequests();
            var asked = request.split(" ", 3);
            var token = service.token("customer", "1001", "{\"auth_time\":" + authTime + "}");

            var refused = service.call(asked[0], asked[1], asked[2], token).isProblem(403, "login-not-fresh");

            assertThat(refused.text("detail")).contains("Sign in again");
            assertThat(refused.body().path("maxAge").asInt()).isEqualTo(600);
            assertThat(service.backDoor().itemsOfRequests()).containsExactlyInAnyOrderElementsOf(before);
        }

        @Test
        void isEnoughHoweverFarTheServicesClockWasMoved() {
            var customer = Service.farAhead().customer();
            Service.farAhead().advance(Duration.ofDays(1));

            customer.signedIn(Duration.ofMinutes(9)).declareMobile().is(202);
        }

        /** These show what any session shows, put the service out of use, or bring back what was there: they move no trust. */
        @Test
        void isNotRequiredForWhatMovesNoTrust() {
            var customer = service.customer().activated().signedIn(Duration.ofDays(1));

            customer.view().is(200);
            customer.sendPin().is(202);
            customer.unlock().is(200);
            customer.deactivate().is(204);
            customer.activate().is(201);
        }
    }

    @Nested
    @Tag("ci")
    class InTheFunction {

        @ParameterizedTest
        @MethodSource("org.supportpin.local.journey.SampleEvents#withAToken")
        void everyRouteFailsClosedWithoutTheClaimsThatItNeeds(Path file) {
            var before = service.backDoor().itemsOfRequests();

            mutations(events.read(file)).forEach((what, mutate) -> {
                var event = events.read(file);
                mutate.accept(event);
                var answer = events.invoke(event);
                assertThat(answer.path("statusCode").asInt()).as(what).isEqualTo(403);
                assertThat(answer.path("body").asText()).as(what).contains("urn:support-pin:problem:forbidden");
            });

            assertThat(service.backDoor().itemsOfRequests()).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    private static Map<String, Consumer<ObjectNode>> mutations(ObjectNode sample) {
        var all = new LinkedHashMap<String, Consumer<ObjectNode>>();
        all.put("no request context", event -> event.remove("requestContext"));
        all.put("no authorizer", event -> context(event).remove("authorizer"));
        all.put(
                "an authorizer of another kind",
                event -> context(event)
                        .set(
                                "authorizer",
                                Trees.object().set("lambda", jwt(event).path("claims"))));
        all.put("no claims", event -> jwt(event).remove("claims"));
        all.put("claims in a list", event -> jwt(event).putArray("claims").add("sub"));
        all.put("no sub", event -> claims(event).remove("sub"));
        all.put("an empty sub", event -> claims(event).put("sub", ""));
        all.put("a list of subs", event -> claims(event).putArray("sub").add("1001"));
        all.put("a number for a sub", event -> claims(event).put("sub", 1001));
        all.put("a sub with a path in it", event -> claims(event).put("sub", "../1002"));
        all.put("a sub of another partition", event -> claims(event).put("sub", "1001#ENTRY"));
        all.put("no scope", event -> {
            claims(event).remove("scope");
            jwt(event).remove("scopes");
        });
        all.put("a null scope", event -> claims(event).putNull("scope"));
        all.put(
                "a scope that only begins like it",
                event -> claims(event)
                        .put("scope", claims(event).path("scope").asText().replace(' ', '-') + "x"));
        all.put("no audience", event -> claims(event).remove("aud"));
        all.put(
                "the other realm's audience",
                event -> claims(event).put("aud", isPanel(sample) ? "support-pin-agent" : "support-pin-panel"));
        all.put("no issuer", event -> claims(event).remove("iss"));
        all.put("another issuer", event -> claims(event).put("iss", "https://elsewhere.example"));
        return all;
    }

    private static boolean isPanel(JsonNode event) {
        return event.path("routeKey").asText().contains("/v1/panel/");
    }

    private static ObjectNode context(ObjectNode event) {
        return (ObjectNode) event.path("requestContext");
    }

    private static ObjectNode jwt(ObjectNode event) {
        return (ObjectNode) event.at("/requestContext/authorizer/jwt");
    }

    private static ObjectNode claims(ObjectNode event) {
        return (ObjectNode) jwt(event).path("claims");
    }
}
