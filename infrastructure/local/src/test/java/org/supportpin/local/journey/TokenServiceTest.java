package org.supportpin.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.testing.Trees;

/** The token service over HTTP, as a panel's server and the agents' tool use it: the tokens open the routes of their realm, and no other. */
class TokenServiceTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Service service = Service.shared();

    /** A client of a stack, with what it finds in the data folder. */
    record Client(Service service, String id) {

        ObjectNode claims(String subject) {
            return Trees.object()
                    .put("iss", id)
                    .put("sub", subject)
                    .put("aud", service.stack().uri() + "/v1/token")
                    .put("exp", Instant.now().getEpochSecond() + 60)
                    .put("jti", UUID.randomUUID().toString());
        }

        String assertion(JsonNode claims) {
            try {
                return isBySecret()
                        ? sign(new JWSHeader(JWSAlgorithm.HS256), claims, new MACSigner(file("client-" + id + ".txt")))
                        : sign(
                                new JWSHeader.Builder(JWSAlgorithm.ES256)
                                        .keyID(id + "-1")
                                        .build(),
                                claims,
                                new ECDSASigner(ECKey.parse(file("client-" + id + ".json"))));
            } catch (JOSEException | ParseException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean isBySecret() {
            return id.endsWith("-by-secret");
        }

        private String file(String name) {
            try {
                return Files.readString(service.stack().dataFolder().resolve(name));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String sign(JWSHeader header, JsonNode claims, JWSSigner signer) throws JOSEException {
            var jwt = new JWSObject(header, new Payload(claims.toString()));
            jwt.sign(signer);
            return jwt.serialize();
        }

        Answer ask(String assertion, String... more) {
            var form = new LinkedHashMap<>(Map.of("grant_type", GRANT, "assertion", assertion));
            for (int each = 0; each < more.length; each += 2) {
                form.put(more[each], more[each + 1]);
            }
            return post(
                    service,
                    form.entrySet().stream()
                            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                            .collect(Collectors.joining("&")));
        }

        String token(String subject, String... more) {
            return ask(assertion(claims(subject)), more).is(200).text("access_token");
        }
    }

    private static Answer post(Service service, String form) {
        return service.call("POST", "/v1/token", form, null, "Content-Type", FORM);
    }

    private Client panel() {
        return new Client(service, "panel");
    }

    private Client desk() {
        return new Client(service, "desk");
    }

    private static void assertError(Answer answer, int status, String error) {
        answer.is(status);
        assertThat(answer.text("error")).isEqualTo(error);
        assertThat(answer.text("error_description")).isNotEmpty().doesNotContain("\"", "\\");
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @Test
    void aCustomersTokenShowsThePinAndAnAgentsVerifiesIt() {
        var id = "by-token-" + UUID.randomUUID();
        var claims = panel().claims(id)
                .put("phone_number", "+306912345678")
                .put("phone_number_verified", true)
                .put("locale", "el");
        var customer = panel().ask(panel().assertion(claims)).is(200);
        var token = customer.text("access_token");

        assertThat(customer.text("token_type")).isEqualTo("Bearer");
        assertThat(customer.body().path("expires_in").asInt()).isEqualTo(300);
        service.call("POST", "/v1/panel/support-pin/activation", "", token).is(201);
        var pin =
                service.call("GET", "/v1/panel/support-pin", "", token).is(200).text("pin");
        var agent = desk().token("maria", "scope", "pin:verify action:execute");
        service.call(
                        "POST",
                        "/v1/agent/verifications",
                        "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"call-1\"}".formatted(id, pin),
                        agent)
                .is(201);
    }

    @Test
    void aSharedSecretDoesWhereThePanelCanDoNoBetter() {
        var token = new Client(service, "panel-by-secret").token("1001");

        service.call("GET", "/v1/panel/support-pin", "", token).is(200);
    }

    @Test
    void noTokenOpensTheOtherRealmNorWhatItHasNoScopeFor() {
        var customer = panel().token("1001");
        var agent = desk().token("maria", "scope", "pin:verify");
        var auditor = desk().token("auditor-1", "scope", "audit:read");

        service.call("GET", "/v1/agent/actions", "", customer).is(401);
        service.call("GET", "/v1/audit/roots", "", customer).is(401);
        service.call("GET", "/v1/panel/support-pin", "", agent).is(401);
        service.call("GET", "/v1/agent/actions", "", agent).is(403);
        service.call("GET", "/v1/audit/roots", "", agent).is(403);
        service.call("GET", "/v1/audit/roots", "", auditor).is(200);
        assertError(
                panel().ask(panel().assertion(panel().claims("1001")), "scope", "audit:read"), 400, "invalid_scope");
        assertError(desk().ask(desk().assertion(desk().claims("maria"))), 400, "invalid_scope");
        assertError(
                desk().ask(desk().assertion(desk().claims("maria")), "scope", "pin:verify audit:erase"),
                400,
                "invalid_scope");
    }

    /** The client says when the customer has signed in; without it, what moves trust is refused. */
    @Test
    void theTimeOfTheSignInIsPassedOn() {
        // The stack is shared: another test may wait for a code of 1001's.
        var customer = "signs-in-by-token";
        var now = Instant.now().getEpochSecond();
        var fresh = panel().ask(panel().assertion(panel().claims(customer).put("auth_time", now - 60)))
                .is(200)
                .text("access_token");
        var stale = panel().ask(panel().assertion(panel().claims(customer).put("auth_time", now - 601)))
                .is(200)
                .text("access_token");
        var wrong = "{\"code\":\"000000\"}";

        service.call("POST", "/v1/panel/mobile/confirmation", wrong, fresh).is(409);
        service.call("POST", "/v1/panel/mobile/confirmation", wrong, stale).isProblem(403, "login-not-fresh");
        service.call("POST", "/v1/panel/mobile/confirmation", wrong, panel().token(customer))
                .isProblem(403, "login-not-fresh");
    }

    @Nested
    class Refused {

        @Test
        void anAssertionThatWasUsedBefore() {
            var assertion = panel().assertion(panel().claims("1001"));

            panel().ask(assertion).is(200);
            assertError(panel().ask(assertion), 400, "invalid_grant");
        }

        @Test
        void aWrongAssertion() {
            var good = panel();
            assertError(good.ask(good.assertion(good.claims("1001").put("exp", 1))), 400, "invalid_grant");
            assertError(good.ask(good.assertion(good.claims("1001").put("aud", "x"))), 400, "invalid_grant");
            assertError(good.ask(good.assertion(good.claims("../1002"))), 400, "invalid_grant");
            assertError(good.ask(good.assertion(good.claims("1001").put("iss", "desk"))), 401, "invalid_client");
            assertError(good.ask(good.assertion(good.claims("1001").put("iss", "nobody"))), 401, "invalid_client");
            assertError(good.ask("no.jwt.atall"), 401, "invalid_client");
            assertError(good.ask(good.token("1001")), 401, "invalid_client");
        }

        @Test
        void aFormThatIsNone() {
            var good = panel().assertion(panel().claims("1001"));
            var grant = "grant_type=" + URLEncoder.encode(GRANT, UTF_8);
            for (var body : List.of(
                    "%",
                    "%zz=1",
                    grant,
                    grant + "&assertion=",
                    grant + "&assertion=" + good + "&assertion=" + good,
                    grant + "&assertion=" + good + "&client_assertion=" + good,
                    "{\"assertion\":\"" + good + "\"}")) {
                var answer = post(service, body);
                assertThat(answer.status()).as(body).isEqualTo(400);
                assertThat(answer.text("error")).as(body).isIn("invalid_request", "unsupported_grant_type");
            }
            for (var type : List.of("client_credentials", "password", "authorization_code", GRANT + "x")) {
                assertError(post(service, "grant_type=" + type + "&assertion=" + good), 400, "unsupported_grant_type");
            }
            assertError(
                    service.call("POST", "/v1/token", grant + "&assertion=" + good, null, "Content-Type", "text/plain"),
                    400,
                    "invalid_request");
            service.call("POST", "/v1/token", "a=" + "x".repeat(33 * 1024), null, "Content-Type", FORM)
                    .isProblem(413, "payload-too-large");
            panel().ask(good).is(200);
        }
    }

    /** Whose and why, and neither assertion nor token. */
    @Test
    void eachTokenAndEachRefusalIsOnRecord() {
        var assertion = panel().assertion(panel().claims("1001"));
        var token = panel().ask(assertion).is(200).text("access_token");
        panel().ask(assertion).is(400);
        var id = claims(token).path("jti").asText();
        var lines = service.log()
                .lines()
                .filter(line -> line.contains("\"assertion\":\"" + id + "\""))
                .map(Trees::read)
                .toList();

        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.path("client").asText()).isEqualTo("panel");
            assertThat(line.path("realm").asText()).isEqualTo("panel");
            assertThat(line.path("requestId").asText()).isNotEmpty();
        });
        assertThat(lines.getFirst().has("refusal")).isFalse();
        assertThat(lines.getLast().path("refusal").asText()).isEqualTo("replayed");
        assertThat(lines.getLast().path("TokensRefused").asInt()).isEqualTo(1);
        assertThat(service.log()).doesNotContain(assertion, token, token.split("\\.", -1)[2]);
    }

    @Test
    void whatIsPublishedIsWhatApiGatewayReads() throws ParseException {
        for (var realm : List.of("panel", "agent")) {
            var issuer = service.stack().uri() + "/v1/issuers/" + realm;
            var document = service.call("GET", "/v1/issuers/" + realm + "/.well-known/openid-configuration", "", null)
                    .is(200);
            assertThat(document.text("issuer")).isEqualTo(issuer);
            assertThat(document.text("jwks_uri")).isEqualTo(issuer + "/.well-known/jwks.json");
            assertThat(document.text("token_endpoint"))
                    .isEqualTo(service.stack().uri() + "/v1/token");
            var keys = JWKSet.parse(service.call("GET", "/v1/issuers/" + realm + "/.well-known/jwks.json", "", null)
                    .is(200)
                    .body()
                    .toString());
            assertThat(keys.getKeys()).singleElement().satisfies(key -> {
                assertThat(key.isPrivate()).isFalse();
                assertThat(key.size()).isEqualTo(2048);
                assertThat(key.computeThumbprint().toString()).isEqualTo(key.getKeyID());
            });
        }
    }

    /** The panel has nothing else. */
    @Test
    void aStackMayHaveNoOtherIssuer(@TempDir Path data) {
        try (var alone = Service.tokenServiceAlone(data)) {
            var token = new Client(alone, "panel").token("1001");

            alone.call("GET", "/v1/panel/support-pin", "", token).is(200);
            alone.call("POST", "/local/tokens", "{\"role\":\"customer\",\"subject\":\"1001\"}", null)
                    .is(404);
            var ofAnother = service.token("customer", "1001", "{}");
            alone.call("GET", "/v1/panel/support-pin", "", ofAnother).is(401);
        }
    }

    /** Each step is a deployment, and the keys of the one before or after accept each token of five minutes. */
    @Test
    void anExchangeOfKeysRefusesNoToken(@TempDir Path data) throws IOException, ParseException {
        var before = List.<String>of();
        String token = null;
        for (var step : List.of("one", "one,two", "two,one", "two")) {
            var file =
                    Files.writeString(data.resolve("keys.json"), "{\"parameters\":{\"TokenKeys\":\"" + step + "\"}}");
            try (var deployed = Service.in(data, file)) {
                var published = JWKSet.parse(deployed.call("GET", "/v1/issuers/panel/.well-known/jwks.json", "", null)
                                .is(200)
                                .body()
                                .toString())
                        .getKeys()
                        .stream()
                        .map(key -> key.getKeyID())
                        .toList();
                assertThat(published).hasSize(step.contains(",") ? 2 : 1);
                if (token != null) {
                    assertThat(published).contains(kid(token));
                }
                token = new Client(deployed, "panel").token("1001");
                assertThat(published.getFirst()).isEqualTo(kid(token));
                assertThat(before.isEmpty() || before.contains(kid(token)))
                        .as(step)
                        .isTrue();
                deployed.call("GET", "/v1/panel/support-pin", "", token).is(200);
                before = published;
            }
        }
    }

    private static String kid(String token) {
        return part(token, 0).path("kid").asText();
    }

    private static JsonNode claims(String token) {
        return part(token, 1);
    }

    private static JsonNode part(String token, int index) {
        return Trees.read(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), UTF_8));
    }

    /** Two in a minute, so at most four in five requests, even if a new minute begins meanwhile. */
    @Test
    void aClientHasItsTokensOfAMinute(@TempDir Path data) throws IOException {
        var secret = "a secret of thirty-two bytes or more";
        Files.writeString(data.resolve("client-two-by-secret.txt"), secret);
        var file = Files.writeString(data.resolve("two.json"), """
                {"parameters":{"TokenClients":{"two-by-secret":{"realm":"panel","secret":"ssm:/support-pin-clients/two",
                  "scopes":["pin:self"],"addresses":["127.0.0.1"],"tokensPerMinute":2}}},
                 "secrets":{"/support-pin-clients/two":"%s"}}""".formatted(secret));
        try (var limited = Service.in(data, file)) {
            var client = new Client(limited, "two-by-secret");
            var answers = new ArrayList<Answer>();
            for (int asked = 0; asked < 5; asked++) {
                answers.add(client.ask(client.assertion(client.claims("1001"))));
            }

            assertThat(answers.getFirst().status()).isEqualTo(200);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .isNotEmpty()
                    .allSatisfy(answer -> {
                        assertError(answer, 429, "temporarily_unavailable");
                        assertThat(Integer.parseInt(answer.header("retry-after").orElseThrow()))
                                .isBetween(1, 60);
                    });
        }
    }

    /** A proxy between the panel and the service has its address, and not the panel's. */
    @Test
    void anotherAddressIsRefused(@TempDir Path data) throws IOException {
        var secret = "a secret of thirty-two bytes or more";
        Files.writeString(data.resolve("client-far-by-secret.txt"), secret);
        var file = Files.writeString(data.resolve("far.json"), """
                {"parameters":{"TokenClients":{"far-by-secret":{"realm":"panel","secret":"ssm:/support-pin-clients/far",
                  "scopes":["pin:self"],"addresses":["203.0.113.0/24"]}}},
                 "secrets":{"/support-pin-clients/far":"%s"}}""".formatted(secret));
        try (var elsewhere = Service.in(data, file)) {
            var client = new Client(elsewhere, "far-by-secret");

            assertError(client.ask(client.assertion(client.claims("1001"))), 401, "invalid_client");
            assertThat(elsewhere.log()).contains("\"refusal\":\"address\"");
        }
    }
}
