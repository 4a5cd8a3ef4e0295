package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
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
        @MethodSource("org.supportpin.local.journey.SampleEvents#ofRoutes")
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

    @Nested
    class InTheFunction {

        @ParameterizedTest
        @MethodSource("org.supportpin.local.journey.SampleEvents#ofRoutes")
        void everyRouteFailsClosedWithoutTheClaimsThatItNeeds(Path file) {
            var before = service.backDoor().items();

            mutations(events.read(file)).forEach((what, mutate) -> {
                var event = events.read(file);
                mutate.accept(event);
                var answer = events.invoke(event);
                assertThat(answer.path("statusCode").asInt()).as(what).isEqualTo(403);
                assertThat(answer.path("body").asText()).as(what).contains("urn:support-pin:problem:forbidden");
            });

            assertThat(service.backDoor().items()).containsExactlyInAnyOrderElementsOf(before);
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
