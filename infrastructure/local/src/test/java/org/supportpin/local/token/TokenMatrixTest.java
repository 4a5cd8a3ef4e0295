package org.supportpin.local.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.LocalStack;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.sample.SampleProject;
import org.supportpin.local.testing.Trees;

/** Every way in which a token can be wrong, against the gateway (row 7 of the threats). */
@TestInstance(Lifecycle.PER_CLASS)
class TokenMatrixTest {

    private static final String PANEL = "/v1/panel/echo";
    private static final String AGENT = "/v1/agent/customers/1001/sms";
    private static final long FAR = 4_102_444_800L;

    private LocalStack stack;
    private Caller caller;

    @BeforeAll
    void start(@TempDir Path folder) {
        stack = SampleProject.in(folder).start();
        caller = new Caller(stack.uri());
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    private int panel(String token) {
        return caller.get(PANEL, "authorization", "Bearer " + token).statusCode();
    }

    private int agent(String token) {
        return caller.post(AGENT, "", "authorization", "Bearer " + token).statusCode();
    }

    /** The claims of a good customer's token. */
    private ObjectNode claims() {
        return signedIn("{}");
    }

    private ObjectNode signedIn(String claims) {
        var payload = caller.token("customer", "1001", claims).split("\\.", -1)[1];
        return (ObjectNode) Trees.read(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private RSAKey publicKey() throws ParseException {
        var keys = caller.get("/local/issuers/panel/.well-known/jwks.json").body();
        return JWKSet.parse(keys).getKeys().getFirst().toRSAKey();
    }

    /** The issuer's own key, out of the data folder. */
    private RSAKey privateKey() throws ParseException, IOException {
        return RSAKey.parse(Files.readString(stack.dataFolder().resolve("issuer-panel.json")));
    }

    private static String sign(JWSHeader header, JsonNode claims, JWSSigner signer) throws JOSEException {
        var token = new JWSObject(header, new Payload(claims.toString()));
        token.sign(signer);
        return token.serialize();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class Good {

        @ParameterizedTest
        @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "Bearer  ", ""})
        void theSchemeMayBeWrittenInAnyCaseOrLeftOut(String scheme) {
            var token = caller.token("customer", "1001");
            assertThat(caller.get(PANEL, "authorization", scheme + token).statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"agent,200,403", "supervisor,200,403", "auditor,403,200"})
        void eachRoleHasItsScopes(String role, int sms, int audit) {
            var token = caller.token(role, "agent-1");
            assertThat(agent(token)).isEqualTo(sms);
            assertThat(caller.get("/v1/audit", "authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(audit);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"aud\":[\"other\",\"support-pin-panel\"]}",
                    "{\"aud\":null,\"client_id\":\"support-pin-panel\"}",
                    "{\"scope\":\"openid pin:self\"}",
                    "{\"scope\":null,\"scp\":[\"openid\",\"pin:self\"]}",
                    "{\"nbf\":null,\"iat\":null,\"jti\":null}",
                    "{\"exp\":4102444800.5}",
                })
        void formsThatTheGatewayTakes(String claims) {
            assertThat(panel(caller.token("customer", "1001", claims))).isEqualTo(200);
        }
    }

    @Nested
    class Bad {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"exp\":1}",
                    "{\"exp\":null}",
                    "{\"exp\":\"4102444800\"}",
                    "{\"exp\":true}",
                    "{\"nbf\":4102444800}",
                    "{\"iat\":4102444800}",
                    "{\"nbf\":\"soon\"}",
                    "{\"aud\":\"support-pin-agent\"}",
                    "{\"aud\":[\"support-pin-agent\"]}",
                    "{\"aud\":[]}",
                    "{\"aud\":null}",
                    "{\"aud\":\"other\",\"client_id\":\"support-pin-panel\"}",
                    "{\"aud\":{\"support-pin-panel\":true}}",
                    "{\"iss\":\"https://elsewhere.example\"}",
                    "{\"iss\":null}",
                    "{\"iss\":[\"x\"]}",
                })
        void wrongClaimsAreUnauthorized(String claims) {
            assertThat(panel(caller.token("customer", "1001", claims))).isEqualTo(401);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"scope\":null}",
                    "{\"scope\":\"\"}",
                    "{\"scope\":\"pin:selfish\"}",
                    "{\"scope\":\"PIN:SELF\"}"
                })
        void aGoodTokenWithoutTheScopeIsForbidden(String claims) {
            var answer = caller.get(PANEL, "authorization", "Bearer " + caller.token("customer", "1001", claims));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        }

        @Test
        void neitherKindOfTokenWorksOnTheOthersRoutes() {
            assertThat(agent(caller.token("customer", "1001"))).isEqualTo(401);
            assertThat(panel(caller.token("agent", "agent-1"))).isEqualTo(401);
            // Not even with everything said that the other side wants to hear: the key is another.
            var agentIssuer = stack.uri() + "/local/issuers/agent";
            var everything = "{\"aud\":[\"support-pin-panel\",\"support-pin-agent\"],"
                    + "\"scope\":\"pin:self pin:verify action:execute\",\"iss\":\"" + agentIssuer + "\"}";
            assertThat(agent(caller.token("customer", "1001", everything))).isEqualTo(401);
        }

        @Test
        void noTokenOrNoneThatIsOneIsUnauthorized() {
            var none = caller.get(PANEL);
            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
            assertThat(none.headers().firstValue("www-authenticate")).hasValue("Bearer");
            var token = caller.token("customer", "1001");
            for (var value : new String[] {
                "Bearer",
                "Bearer ",
                "Basic " + token,
                "Bearer a.b.c",
                "x" + token,
                token + "x",
                "Bearer " + token + " " + token,
                "Bearer " + token + "," + token,
                "Bearer \"" + token + "\""
            }) {
                assertThat(caller.get(PANEL, "authorization", value).statusCode())
                        .as(value)
                        .isEqualTo(401);
            }
            assertThat(caller.get(PANEL, "authorization", "Bearer " + token, "authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);
        }

        @Test
        void aTokenWithoutSignatureIsUnauthorized() {
            var good = caller.token("customer", "1001").split("\\.", -1);
            for (var alg : new String[] {"none", "None", "NONE"}) {
                var header = encode("{\"alg\":\"" + alg + "\"}");
                assertThat(panel(header + "." + good[1] + ".")).as(alg).isEqualTo(401);
                assertThat(panel(header + "." + good[1] + "." + good[2]))
                        .as(alg)
                        .isEqualTo(401);
            }
            assertThat(panel(good[0] + "." + good[1] + ".")).isEqualTo(401);
            assertThat(panel(good[0] + "." + good[1])).isEqualTo(401);
        }

        @Test
        void thePublicKeyIsNotAcceptedAsASharedSecret() throws Exception {
            var key = publicKey();
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(key.getKeyID())
                    .build();
            var pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(key.toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
            for (var secret : new byte[][] {
                pem.getBytes(StandardCharsets.UTF_8),
                key.toRSAPublicKey().getEncoded(),
                key.toJSONString().getBytes(StandardCharsets.UTF_8),
                key.getModulus().decode()
            }) {
                assertThat(panel(sign(header, claims(), new MACSigner(secret)))).isEqualTo(401);
            }
        }

        @Test
        void onlyRs256CountsEvenWithTheRightKey() throws Exception {
            var key = privateKey();
            var right = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            assertThat(panel(sign(right, claims(), new RSASSASigner(key))))
                    .as("the check itself")
                    .isEqualTo(200);
            for (var algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256}) {
                var header =
                        new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
                assertThat(panel(sign(header, claims(), new RSASSASigner(key))))
                        .as(algorithm.getName())
                        .isEqualTo(401);
            }
        }

        @Test
        void aKeyThatTheIssuerDoesNotPublishIsUnauthorized() throws Exception {
            var own = new RSAKeyGenerator(2048).generate();
            var real = privateKey();
            var claimed = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(real.getKeyID());
            assertThat(panel(sign(claimed.build(), claims(), new RSASSASigner(own))))
                    .as("signature")
                    .isEqualTo(401);
            assertThat(panel(sign(claimed.jwk(own.toPublicJWK()).build(), claims(), new RSASSASigner(own))))
                    .as("a key inside the token")
                    .isEqualTo(401);
            assertThat(panel(sign(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .keyID("other")
                                    .build(),
                            claims(),
                            new RSASSASigner(real))))
                    .as("kid")
                    .isEqualTo(401);
            assertThat(panel(sign(new JWSHeader(JWSAlgorithm.RS256), claims(), new RSASSASigner(real))))
                    .as("no kid")
                    .isEqualTo(401);
            var critical = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(real.getKeyID())
                    .customParam("surprise", 1)
                    .criticalParams(Set.of("surprise"))
                    .build();
            assertThat(panel(sign(critical, claims(), new RSASSASigner(real))))
                    .as("crit")
                    .isEqualTo(401);
        }

        @Test
        void alteredClaimsAreUnauthorized() {
            var good = caller.token("customer", "1001").split("\\.", -1);
            var altered = encode(claims().put("sub", "1002").toString());
            assertThat(panel(good[0] + "." + altered + "." + good[2])).isEqualTo(401);
        }
    }

    @Test
    void tokensLiveByRealTimeHoweverFarTheClockWasMoved() {
        var token = caller.token("customer", "1001");
        assertThat(caller.post("/local/clock", "{\"advance\":\"P30D\"}").statusCode())
                .isEqualTo(200);
        assertThat(panel(token)).isEqualTo(200);
        assertThat(panel(caller.token("customer", "1001"))).isEqualTo(200);
    }

    @Test
    void theIssuersPublishWhatAnAuthorizerWouldAskFor() throws ParseException {
        for (var name : new String[] {"panel", "agent"}) {
            var document = caller.json(caller.get("/local/issuers/" + name + "/.well-known/openid-configuration"));
            assertThat(document.path("issuer").asText()).isEqualTo(stack.uri() + "/local/issuers/" + name);
            var keys =
                    JWKSet.parse(caller.get(document.path("jwks_uri").asText()).body());
            assertThat(keys.getKeys()).hasSize(1).allSatisfy(key -> {
                assertThat(key.isPrivate()).isFalse();
                assertThat(key.size()).isEqualTo(2048);
            });
        }
    }

    @Test
    void aTokenNamesItsAudience() {
        var claims = claims();
        assertThat(claims.path("iss").asText()).isEqualTo(stack.uri() + "/local/issuers/panel");
        assertThat(claims.path("aud").asText()).isEqualTo("support-pin-panel");
        assertThat(claims.path("sub").asText()).isEqualTo("1001");
        assertThat(claims.path("scope").asText()).isEqualTo("pin:self");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(12 * 3600);
        assertThat(claims.path("exp").asLong()).isLessThan(FAR);
    }

    /** The subject has just signed in, by real time, unless the claims say otherwise. */
    @Test
    void aTokenSaysWhenItsSubjectSignedIn() {
        var claims = claims();
        assertThat(claims.path("auth_time").asLong())
                .isEqualTo(claims.path("iat").asLong());
        assertThat(signedIn("{\"auth_time\":7}").path("auth_time").asLong()).isEqualTo(7);
        assertThat(signedIn("{\"auth_time\":null}").has("auth_time")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /role",
                "{\"role\":\"root\",\"subject\":\"1\"} | /role",
                "{\"role\":\"agent\"} | /subject",
                "{\"role\":\"agent\",\"subject\":1} | /subject",
                "{\"role\":\"agent\",\"subject\":\"1\",\"claims\":[]} | /claims",
                "{\"role\":\"agent\",\"subject\":\"1\",\"claim\":{}} | /claim",
            })
    void aWrongRequestNamesTheFault(String body, String pointer) {
        var answer = caller.post("/local/tokens", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(caller.json(answer).path("errors").path(0).path("pointer").asText())
                .isEqualTo(pointer);
        assertThat(caller.json(answer).path("type").asText()).isEqualTo("urn:support-pin:problem:invalid-parameters");
    }
}
