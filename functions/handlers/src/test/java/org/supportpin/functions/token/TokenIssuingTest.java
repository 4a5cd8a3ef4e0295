package org.supportpin.functions.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.token.TokenRealm;
import org.supportpin.functions.client.Clients;
import org.supportpin.functions.client.Jwt;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.token.Signing.Signer;
import org.supportpin.functions.token.TokenIssuing.Outcome;

/** Every way in which an assertion can be wrong, as TokenMatrixTest has them for the gateway. */
class TokenIssuingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");
    private static final String ADDRESS = "203.0.113.7";
    private static final String ENDPOINT = "https://id.example.gr/v1/token";
    private static final String PANEL_ISSUER = "https://id.example.gr/v1/issuers/panel";
    private static final String AGENT_ISSUER = "https://id.example.gr/v1/issuers/agent";

    private static final KeyPair PANEL = Signing.pair("RSA");
    private static final KeyPair NEXT = Signing.pair("EC");
    private static final KeyPair DESK = Signing.pair("EC");
    private static final KeyPair STRANGER = Signing.pair("RSA");
    private static final KeyPair OURS = Signing.pair("RSA");

    private static final Clients CLIENTS = Clients.parse(JsonText.write(Json.object()
            .put(
                    "panel",
                    client(
                                    "panel",
                                    List.of("pin:self"),
                                    List.of("auth_time", "locale", "phone_number", "phone_number_verified"))
                            .put(
                                    "keys",
                                    Json.array(
                                            List.of(Signing.jwk(PANEL, "p1"), Signing.jwk(NEXT, "p2")), each -> each))
                            .put("tokensPerMinute", 3)
                            .build())
            .put(
                    "desk",
                    client("agent", List.of("pin:verify", "action:execute", "audit:read"), List.of("name"))
                            .put("keys", Json.array(List.of(Signing.jwk(DESK, "d1")), each -> each))
                            .build())
            .put(
                    "old",
                    client("panel", List.of("pin:self"), List.of())
                            .put("secret", "ssm:/support-pin-clients/old")
                            .build())
            .build()));

    private final MutableClock clock = new MutableClock(NOW);
    private final Fakes.Uses uses = new Fakes.Uses();
    private final TokenIssuing issuing = new TokenIssuing(
            CLIENTS, _ -> new Secret(new String(Fakes.SECRET, UTF_8)), uses, Fakes.Keys.of(OURS), clock);
    private final Endpoints endpoints = new Endpoints(
            ENDPOINT,
            Map.of(
                    TokenRealm.PANEL, new Realm(PANEL_ISSUER, "support-pin-panel"),
                    TokenRealm.AGENT, new Realm(AGENT_ISSUER, "support-pin-agent")));

    private static Json.Builder client(String realm, List<String> scopes, List<String> claims) {
        return Json.object()
                .put("realm", realm)
                .put("scopes", Json.array(scopes, Json::of))
                .put("claims", Json.array(claims, Json::of))
                .put("addresses", Json.array(List.of("203.0.113.0/24"), Json::of));
    }

    /** The claims of a good assertion. */
    private static Obj claims(String client) {
        return Json.object()
                .put("iss", client)
                .put("sub", "1001")
                .put("aud", ENDPOINT)
                .put("iat", NOW.getEpochSecond())
                .put("exp", NOW.getEpochSecond() + 60)
                .put("jti", UUID.randomUUID().toString())
                .build();
    }

    private static String panels(Map<String, Json> others) {
        return Signing.jwt(Signing.header("RS256", "p1"), Signing.with(claims("panel"), others), Signing.by(PANEL));
    }

    private Outcome ask(String assertion) {
        return ask(assertion, "", "");
    }

    private Outcome ask(String assertion, String clientAssertion, String scope) {
        return issuing.issue(new Grant(assertion, clientAssertion, "", scope), ADDRESS, endpoints);
    }

    private static void assertRefused(Outcome outcome, Refusal why) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        if (outcome instanceof Outcome.Refused refused) {
            assertThat(refused.why()).isEqualTo(why);
        }
    }

    private static Jwt issued(Outcome outcome) {
        assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Issued.class);
        return Jwt.parse(outcome instanceof Outcome.Issued issued ? issued.token() : "")
                .orElseThrow();
    }

    @Nested
    class ATokenIsIssued {

        @Test
        void withIssuerAudienceAndScopeOfTheRealmForFiveMinutes() throws GeneralSecurityException {
            var token = issued(ask(panels(Map.of("auth_time", Json.of(NOW.getEpochSecond() - 20)))));
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(OURS.getPublic());
            check.update(token.signed());

            assertThat(check.verify(token.signature())).isTrue();
            assertThat(token.header().path("alg").asText()).isEqualTo("RS256");
            assertThat(token.header().path("typ").asText()).isEqualTo("at+jwt");
            assertThat(token.header().path("kid").asText())
                    .isEqualTo(Fakes.Keys.of(OURS).current().id());
            assertThat(token.claims().members().keySet())
                    .containsExactlyInAnyOrder(
                            "iss", "aud", "sub", "client_id", "iat", "exp", "jti", "scope", "auth_time");
            assertThat(token.claims().path("iss").asText()).isEqualTo(PANEL_ISSUER);
            assertThat(token.claims().path("aud").asText()).isEqualTo("support-pin-panel");
            assertThat(token.claims().path("sub").asText()).isEqualTo("1001");
            assertThat(token.claims().path("scope").asText()).isEqualTo("pin:self");
            assertThat(token.claims().path("iat")).isEqualTo(Json.of(NOW.getEpochSecond()));
            assertThat(token.claims().path("exp")).isEqualTo(Json.of(NOW.getEpochSecond() + 300));
            assertThat(token.claims().path("auth_time")).isEqualTo(Json.of(NOW.getEpochSecond() - 20));
        }

        @Test
        void withTheClaimsThatTheClientMayPassOn() {
            var token = issued(ask(panels(Map.of(
                    "phone_number", Json.of("+306912345678"),
                    "phone_number_verified", Json.of(true),
                    "locale", Json.of("el")))));

            assertThat(token.claims().path("phone_number_verified")).isEqualTo(Json.of(true));
            assertThat(token.claims().path("locale")).isEqualTo(Json.of("el"));
            assertThat(token.claims().has("auth_time")).isFalse();
        }

        @Test
        void byEitherOfTwoKeysSoThatAClientCanExchangeThem() {
            issued(ask(panels(Map.of())));
            issued(ask(Signing.jwt(Signing.header("ES256", "p2"), claims("panel"), Signing.by(NEXT))));
        }

        @Test
        void byASharedSecret() {
            var token =
                    issued(ask(Signing.jwt(Signing.header("HS256", "any"), claims("old"), Signing.by(Fakes.SECRET))));

            assertThat(token.claims().path("client_id").asText()).isEqualTo("old");
        }

        @Test
        void forTheAgentsWithTheScopesThatAreAskedFor() {
            var assertion = Signing.jwt(
                    Signing.header("ES256", "d1"),
                    Signing.with(claims("desk"), Map.of("name", Json.of("Maria"), "aud", Json.of(AGENT_ISSUER))),
                    Signing.by(DESK));
            var token = issued(ask(assertion, "", "pin:verify action:execute"));

            assertThat(token.claims().path("iss").asText()).isEqualTo(AGENT_ISSUER);
            assertThat(token.claims().path("aud").asText()).isEqualTo("support-pin-agent");
            assertThat(token.claims().path("scope").asText()).isEqualTo("action:execute pin:verify");
            assertThat(token.claims().path("name").asText()).isEqualTo("Maria");
        }

        @Test
        void itsAssertionIsRememberedForAsLongAsItIsGood() {
            var latest = NOW.plus(Duration.ofMinutes(5));

            issued(ask(panels(Map.of("exp", Json.of(latest.getEpochSecond())))));

            assertThat(uses.kept()).isAfterOrEqualTo(latest);
        }

        @Test
        void whereALibraryProvesTheClientByAnAssertionOfItsOwn() {
            var client = Signing.jwt(
                    Signing.header("RS256", "p1"),
                    Signing.with(claims("panel"), Map.of("sub", Json.of("panel"))),
                    Signing.by(PANEL));

            issued(ask(panels(Map.of()), client, ""));
            assertRefused(ask(panels(Map.of()), client, ""), Refusal.REPLAYED);
        }
    }

    static Stream<Arguments> wrongProofs() {
        return Stream.of(
                Arguments.of("iss", Json.of("desk"), Refusal.OTHER_CLIENT),
                Arguments.of("sub", Json.of("1001"), Refusal.OTHER_CLIENT),
                Arguments.of("aud", Json.of("https://elsewhere.example/token"), Refusal.AUDIENCE),
                Arguments.of("exp", Json.of(NOW.getEpochSecond() - 120), Refusal.EXPIRED),
                Arguments.of("jti", Json.Null.NULL, Refusal.NO_ID));
    }

    static Stream<Arguments> wrong() {
        var soon = NOW.getEpochSecond();
        return Stream.of(
                Arguments.of("iss", Json.of("nobody"), Refusal.UNKNOWN_CLIENT),
                Arguments.of("iss", Json.Null.NULL, Refusal.UNKNOWN_CLIENT),
                Arguments.of("iss", Json.of(7), Refusal.UNKNOWN_CLIENT),
                Arguments.of("iss", Json.of("desk"), Refusal.ALGORITHM),
                Arguments.of("iss", Json.of("old"), Refusal.ALGORITHM),
                Arguments.of("aud", Json.Null.NULL, Refusal.AUDIENCE),
                Arguments.of("aud", Json.of("https://elsewhere.example/token"), Refusal.AUDIENCE),
                Arguments.of("aud", Json.of(AGENT_ISSUER), Refusal.AUDIENCE),
                Arguments.of("aud", Json.of("support-pin-panel"), Refusal.AUDIENCE),
                Arguments.of(
                        "aud", Json.array(List.of(ENDPOINT, "https://elsewhere.example"), Json::of), Refusal.AUDIENCE),
                Arguments.of("exp", Json.Null.NULL, Refusal.NO_EXPIRY),
                Arguments.of("exp", Json.of("soon"), Refusal.NO_EXPIRY),
                Arguments.of("exp", Json.of(Long.toString(soon + 60)), Refusal.NO_EXPIRY),
                Arguments.of("exp", Json.of(-1), Refusal.NO_EXPIRY),
                Arguments.of("exp", Json.of(soon), Refusal.EXPIRED),
                Arguments.of("exp", Json.of(soon - 3600), Refusal.EXPIRED),
                Arguments.of("exp", Json.of(soon + 361), Refusal.TOO_LONG),
                Arguments.of("exp", new Json.Num(new BigDecimal("1E999")), Refusal.TOO_LONG),
                Arguments.of("iat", Json.of(soon + 61), Refusal.TOO_EARLY),
                Arguments.of("iat", Json.of("now"), Refusal.NO_TIME),
                Arguments.of("iat", new Json.Num(new BigDecimal("1E999")), Refusal.TOO_EARLY),
                Arguments.of("nbf", Json.of(soon + 61), Refusal.TOO_EARLY),
                Arguments.of("nbf", Json.of(Long.toString(soon)), Refusal.NO_TIME),
                Arguments.of("jti", Json.Null.NULL, Refusal.NO_ID),
                Arguments.of("jti", Json.of(""), Refusal.NO_ID),
                Arguments.of("jti", Json.of("short"), Refusal.NO_ID),
                Arguments.of("jti", Json.of("with a blank"), Refusal.NO_ID),
                Arguments.of("jti", Json.of("x".repeat(129)), Refusal.NO_ID),
                Arguments.of("sub", Json.Null.NULL, Refusal.SUBJECT),
                Arguments.of("sub", Json.of(""), Refusal.SUBJECT),
                Arguments.of("sub", Json.of(1001), Refusal.SUBJECT),
                Arguments.of("sub", Json.of("../1002"), Refusal.SUBJECT),
                Arguments.of("sub", Json.of("1001#ENTRY"), Refusal.SUBJECT),
                Arguments.of("scope", Json.of("audit:read"), Refusal.CLAIM),
                Arguments.of("client_id", Json.of("desk"), Refusal.CLAIM),
                Arguments.of("name", Json.of("Maria"), Refusal.CLAIM),
                Arguments.of("locale", Json.of(7), Refusal.CLAIM),
                Arguments.of("locale", Json.of("x".repeat(129)), Refusal.CLAIM),
                Arguments.of("phone_number_verified", Json.of("true"), Refusal.CLAIM),
                Arguments.of("auth_time", Json.of("now"), Refusal.CLAIM),
                Arguments.of("auth_time", Json.of(0), Refusal.CLAIM),
                Arguments.of("auth_time", Json.of(-1), Refusal.CLAIM),
                Arguments.of("auth_time", Json.of(soon + 3600), Refusal.CLAIM));
    }

    /** It says nothing against an assertion that it was valid long before. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 1})
    void aTimeLongAgoIsInThePast(long seconds) {
        for (var claim : List.of("iat", "nbf")) {
            issued(ask(panels(Map.of(claim, Json.of(seconds)))));
        }
    }

    @Test
    void anIdBesideTheAssertionIsOfTheSameClient() {
        for (var other : List.of("desk", "nobody", "Panel", "panel ")) {
            assertRefused(
                    issuing.issue(new Grant(panels(Map.of()), "", other, ""), ADDRESS, endpoints),
                    Refusal.OTHER_CLIENT);
        }
        assertThat(uses.issued()).isZero();
        issued(issuing.issue(new Grant(panels(Map.of()), "", "panel", ""), ADDRESS, endpoints));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongClaimGetsNothing(String claim, Json value, Refusal why) {
        assertRefused(ask(panels(Map.of(claim, value))), why);
        assertThat(uses.issued()).isZero();
    }

    @Nested
    class Signatures {

        @Test
        void noAlgorithmButThatOfTheKeyCounts() {
            for (var alg : List.of("none", "HS256", "RS384", "RS512", "PS256", "EdDSA", "rs256", "")) {
                assertRefused(
                        ask(Signing.jwt(Signing.header(alg, "p1"), claims("panel"), Signing.by(PANEL))),
                        Refusal.ALGORITHM);
            }
            assertRefused(
                    ask(Signing.jwt(Signing.header("ES256", "p1"), claims("panel"), Signing.by(PANEL))), Refusal.KEY);
        }

        /** The public key is no secret: whoever takes it for one must not be believed. */
        @Test
        void aPublicKeyIsNoSecret() {
            Signer hmac = Signing.by(PANEL.getPublic().getEncoded());

            assertRefused(ask(Signing.jwt(Signing.header("HS256", "p1"), claims("panel"), hmac)), Refusal.ALGORITHM);
            assertRefused(ask(Signing.jwt(Signing.header("RS256", "p1"), claims("panel"), hmac)), Refusal.SIGNATURE);
        }

        @Test
        void anotherKeyIsNotTheClients() {
            assertRefused(
                    ask(Signing.jwt(Signing.header("RS256", "p1"), claims("panel"), Signing.by(STRANGER))),
                    Refusal.SIGNATURE);
            assertRefused(
                    ask(Signing.jwt(Signing.header("RS256", "p3"), claims("panel"), Signing.by(PANEL))), Refusal.KEY);
            assertRefused(
                    ask(Signing.jwt(Json.object().put("alg", "RS256").build(), claims("panel"), Signing.by(PANEL))),
                    Refusal.KEY);
            assertRefused(
                    ask(Signing.jwt(Signing.header("ES256", "p2"), claims("panel"), Signing.by(DESK))),
                    Refusal.SIGNATURE);
            assertRefused(
                    ask(Signing.jwt(
                            Signing.header("HS256", "x"),
                            claims("old"),
                            Signing.by("another secret of more than 32 bytes".getBytes(UTF_8)))),
                    Refusal.SIGNATURE);
        }

        /** The proof of a library is judged as the panel's own assertion is. */
        @ParameterizedTest
        @MethodSource("org.supportpin.functions.token.TokenIssuingTest#wrongProofs")
        void aWrongProofOfTheClientGetsNothing(String claim, Json value, Refusal why) {
            var good = Signing.with(claims("panel"), Map.of("sub", Json.of("panel")));
            var claims = Signing.with(good, Map.of(claim, value));

            assertRefused(
                    ask(panels(Map.of()), Signing.jwt(Signing.header("RS256", "p1"), claims, Signing.by(PANEL)), ""),
                    why);
        }

        @Test
        void aProofThatSomebodyElseSignedGetsNothing() {
            var claims = Signing.with(claims("panel"), Map.of("sub", Json.of("panel")));

            assertRefused(
                    ask(panels(Map.of()), Signing.jwt(Signing.header("RS256", "p1"), claims, Signing.by(STRANGER)), ""),
                    Refusal.SIGNATURE);
        }

        /** Each client's key is good for its own realm alone. */
        @Test
        void noClientSpeaksForAnother() {
            assertRefused(
                    ask(Signing.jwt(Signing.header("RS256", "p1"), claims("desk"), Signing.by(PANEL))),
                    Refusal.ALGORITHM);
            assertRefused(
                    ask(Signing.jwt(Signing.header("ES256", "d1"), claims("panel"), Signing.by(DESK))), Refusal.KEY);
            assertRefused(ask(panels(Map.of()), "", "pin:verify"), Refusal.SCOPE);
            var others = Signing.jwt(
                    Signing.header("ES256", "d1"),
                    Signing.with(claims("desk"), Map.of("sub", Json.of("desk"))),
                    Signing.by(DESK));
            assertRefused(ask(panels(Map.of()), others, ""), Refusal.OTHER_CLIENT);
        }

        @Test
        void whatWasChangedAfterwardsCountsNothing() {
            var good = panels(Map.of()).split("\\.", -1);
            var other = panels(Map.of("sub", Json.of("1002"))).split("\\.", -1);

            assertRefused(ask(good[0] + "." + other[1] + "." + good[2]), Refusal.SIGNATURE);
            assertRefused(ask(good[0] + "." + good[1] + "." + other[2]), Refusal.SIGNATURE);
            assertRefused(ask(good[0] + "." + good[1] + "."), Refusal.NOT_A_JWT);
            assertRefused(ask(good[0] + "." + good[1]), Refusal.NOT_A_JWT);
            assertRefused(ask(good[0] + "." + good[1] + "." + "AAAA"), Refusal.SIGNATURE);
        }

        @Test
        void anExtensionThatMustBeUnderstoodIsNot() {
            var header =
                    Signing.with(Signing.header("RS256", "p1"), Map.of("crit", Json.array(List.of("b64"), Json::of)));

            assertRefused(ask(Signing.jwt(header, claims("panel"), Signing.by(PANEL))), Refusal.ALGORITHM);
        }

        @Test
        void aSecretOfLessThan32BytesIsAFaultOfTheSettings() {
            var weak = new TokenIssuing(CLIENTS, _ -> new Secret("short"), uses, Fakes.Keys.of(OURS), clock);
            var assertion =
                    Signing.jwt(Signing.header("HS256", "x"), claims("old"), Signing.by("short".getBytes(UTF_8)));

            assertThatIllegalStateException()
                    .isThrownBy(() -> weak.issue(new Grant(assertion, "", "", ""), ADDRESS, endpoints))
                    .withMessageContaining("32 bytes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "a.b.c", "a b.c.d", "e30.e30.", "e30=.e30=.e30=", "W10.W10.AAAA"})
        void whatIsNoJwtIsNone(String text) {
            assertRefused(ask(text), Refusal.NOT_A_JWT);
        }
    }

    @Test
    void anAssertionIsUsedOnce() {
        var assertion = panels(Map.of());

        issued(ask(assertion));
        assertRefused(ask(assertion), Refusal.REPLAYED);
        clock.advance(Duration.ofSeconds(59));
        assertRefused(ask(assertion), Refusal.REPLAYED);
        clock.advance(Duration.ofSeconds(1));
        assertRefused(ask(assertion), Refusal.EXPIRED);
    }

    /** Two clients may have the same id by chance. */
    @Test
    void anIdIsItsClients() {
        var id = Map.<String, Json>of("jti", Json.of("the-same-one"));

        issued(ask(panels(id)));
        issued(ask(
                Signing.jwt(Signing.header("HS256", "x"), Signing.with(claims("old"), id), Signing.by(Fakes.SECRET))));
        assertRefused(ask(panels(id)), Refusal.REPLAYED);
    }

    @Test
    void anotherAddressGetsNothing() {
        for (var address : List.of("198.51.100.1", "", "localhost", "::1")) {
            assertRefused(issuing.issue(new Grant(panels(Map.of()), "", "", ""), address, endpoints), Refusal.ADDRESS);
        }
    }

    @Test
    void aClientHasItsTokensOfAMinuteAndNoMore() {
        for (int token = 0; token < 3; token++) {
            issued(ask(panels(Map.of())));
        }
        assertRefused(ask(panels(Map.of())), Refusal.RATE);
        issued(ask(Signing.jwt(Signing.header("HS256", "x"), claims("old"), Signing.by(Fakes.SECRET))));

        clock.advance(Duration.ofSeconds(30));
        issued(ask(panels(Map.of())));
    }

    /** What is refused for another reason uses nothing up: a thief of assertions cannot silence the panel. */
    @Test
    void replaysCountForNothing() {
        var assertion = panels(Map.of());
        issued(ask(assertion));
        for (int again = 0; again < 5; again++) {
            assertRefused(ask(assertion), Refusal.REPLAYED);
        }

        issued(ask(panels(Map.of())));
        issued(ask(panels(Map.of())));
    }

    /** {@code one}, {@code one,two}, {@code two,one}, {@code two}: whoever has the keys of the step before or after accepts each token. */
    @Test
    void anExchangeOfKeysRefusesNoToken() throws GeneralSecurityException {
        var second = Signing.pair("RSA");
        var steps = List.of(
                Fakes.Keys.of(OURS), Fakes.Keys.of(OURS, second), Fakes.Keys.of(second, OURS), Fakes.Keys.of(second));

        for (int step = 0; step < steps.size(); step++) {
            var signing = new TokenIssuing(CLIENTS, _ -> new Secret("x"), new Fakes.Uses(), steps.get(step), clock);
            var token = issued(signing.issue(new Grant(panels(Map.of()), "", "", ""), ADDRESS, endpoints));
            for (var known : steps.subList(Math.max(0, step - 1), Math.min(steps.size(), step + 2))) {
                assertThat(accepts(known, token)).as("step %s", step).isTrue();
            }
        }
    }

    private static boolean accepts(Fakes.Keys known, Jwt token) throws GeneralSecurityException {
        for (var key : known.published()) {
            if (key.id().equals(token.header().path("kid").asText())) {
                var check = Signature.getInstance("SHA256withRSA");
                check.initVerify(key.key());
                check.update(token.signed());
                return check.verify(token.signature());
            }
        }
        return false;
    }
}
