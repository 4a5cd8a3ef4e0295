package org.supportpin.functions.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.Environments;
import org.supportpin.functions.testing.EventOf;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Without AWS; with it, TokenServiceTest asks over HTTP. */
class TokenHandlerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    private TokenHandler handler(Map<String, String> environment) {
        var clock = new MutableClock(NOW);
        return new TokenHandler(
                Wiring.of(
                        environment,
                        clock,
                        new Log(new PrintStream(logged, true, UTF_8)),
                        List.of(new ExecutionInterceptor() {
                            @Override
                            public void beforeExecution(
                                    Context.BeforeExecution context, ExecutionAttributes attributes) {
                                calls.add(context.request().getClass().getSimpleName());
                            }
                        })),
                clock);
    }

    private static EventOf asking(String assertion) {
        return EventOf.route("POST /v1/token")
                .header("content-type", "application/x-www-form-urlencoded")
                .from("203.0.113.7", "a1b2c3")
                .body("grant_type=" + URLEncoder.encode(TokenHandler.GRANT_TYPE, UTF_8) + "&assertion=" + assertion);
    }

    private static String assertion(String audience) {
        return Signing.jwt(
                Signing.header("HS256", "x"),
                Json.object()
                        .put("iss", "panel")
                        .put("sub", "4711")
                        .put("aud", audience)
                        .put("exp", NOW.getEpochSecond() + 60)
                        .put("jti", UUID.randomUUID().toString())
                        .build(),
                Signing.by(Fakes.SECRET));
    }

    /** Under SnapStart, secrets opened at init would be in the snapshot (security.md, threat 22). */
    @Test
    void creatingItMakesNoCall() {
        assertThat(handler(Environments.at("http://127.0.0.1:1"))).isNotNull();
        assertThat(calls).isEmpty();
    }

    @Test
    void withoutAnAnswerOfAwsTheClientComesAgainWithAnotherAssertion() {
        var assertion = assertion("https://a1b2c3.example/v1/token");
        var answer = Answer.of(handler(Environments.at("http://127.0.0.1:1")), asking(assertion));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.member("error")).isEqualTo(Json.of("temporarily_unavailable"));
        assertThat(answer.member("error_description").asText()).contains("new assertion");
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(logged.toString(UTF_8))
                .contains("StoreUnavailable")
                .doesNotContain(assertion, "127.0.0.1", "4711", "TokensRefused");
    }

    @Test
    void whoProvesNothingCausesNoCall() {
        var handler = handler(Environments.at("http://127.0.0.1:1"));
        for (var wrong : List.of("", "a.b.c", "e30.e30.AAAA")) {
            assertThat(Answer.of(handler, asking(wrong)).status()).isIn(400, 401);
        }
        var elsewhere = asking(assertion("https://a1b2c3.example/v1/token")).from("198.51.100.1", "a1b2c3");
        var refused = Answer.of(handler, elsewhere);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.member("error")).isEqualTo(Json.of("invalid_client"));
        assertThat(refused.header("Content-Type")).contains("application/json");
        assertThat(refused.header("Cache-Control")).contains("no-store");
        assertThat(calls).isEmpty();
        assertThat(logged.toString(UTF_8)).contains("\"refusal\":\"address\"", "\"TokensRefused\":1");
    }

    @Test
    void whatIsTooLargeIsOnRecordLikeEachRefusal() {
        var refused = Answer.of(handler(Environments.at("http://127.0.0.1:1")), asking("x".repeat(33_000)));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(calls).isEmpty();
        assertThat(logged.toString(UTF_8)).contains("\"refusal\":\"form\"", "\"TokensRefused\":1");
    }

    /** The template that makes an API cannot tell a function of it the API's address. */
    @Test
    void itsAddressesHaveTheIdOfTheApiThatWasCalled() {
        var environment = new HashMap<>(Environments.at("http://127.0.0.1:1"));
        environment.put("PANEL_ISSUER", "https://{apiId}.example/v1/issuers/panel");
        var answer = Answer.of(
                handler(environment),
                EventOf.route("GET /v1/issuers/{issuer}/.well-known/openid-configuration")
                        .path("issuer", "panel")
                        .from("198.51.100.1", "a1b2c3"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.member("issuer")).isEqualTo(Json.of("https://a1b2c3.example/v1/issuers/panel"));
        assertThat(answer.member("token_endpoint")).isEqualTo(Json.of("https://a1b2c3.example/v1/token"));
        assertThat(answer.member("jwks_uri"))
                .isEqualTo(Json.of("https://a1b2c3.example/v1/issuers/panel/.well-known/jwks.json"));
        assertThat(answer.header("Cache-Control")).contains("public, max-age=300");
    }

    @Test
    void aFunctionWithoutATokenServiceDoesNotStart() {
        var without = new HashMap<>(Environments.at("http://127.0.0.1:1"));
        without.keySet().removeIf(name -> name.startsWith("TOKEN_"));

        assertThatIllegalStateException().isThrownBy(() -> handler(without));
    }
}
