package org.supportpin.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
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
import org.supportpin.local.sample.RawCaller;
import org.supportpin.local.sample.SampleProject;
import org.supportpin.local.testing.Trees;

@TestInstance(Lifecycle.PER_CLASS)
class GatewayTest {

    private static final String NOT_FOUND = "{\"message\":\"Not Found\"}";

    private LocalStack stack;
    private Caller caller;
    private RawCaller raw;
    private String bearer;
    private String agent;

    @BeforeAll
    void start(@TempDir Path folder) {
        stack = SampleProject.in(folder).start();
        caller = new Caller(stack.uri());
        raw = new RawCaller(stack.uri());
        bearer = "Bearer "
                + caller.token(
                        "customer",
                        "1001",
                        "{\"phone_number_verified\":true,\"n\":12345678901,\"huge\":1e999,\"list\":[\"a\",1],"
                                + "\"address\":{\"b\":1,\"a\":\"x\"},\"nothing\":null}");
        agent = "Bearer " + caller.token("agent", "agent-1");
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    private JsonNode event(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return caller.json(answer).path("event");
    }

    @Nested
    class Routes {

        @ParameterizedTest
        @CsvSource({
            "GET, /nothing",
            "GET, /",
            "GET, /v1",
            "GET, /v1/panel/echo/",
            "GET, /v1/panel/Echo",
            "PATCH, /v1/panel/echo",
            "HEAD, /v1/panel/echo",
            "TRACE, /v1/panel/echo",
            "QUERY, /v1/panel/echo",
            "POST, /v1/agent/customers/sms",
            "POST, /v1/agent/customers/1/2/sms",
            "GET, /v1/panel/echo/more"
        })
        void anUnknownRouteIsNotFound(String method, String path) {
            var answer = caller.call(method, path, "", "authorization", bearer);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(method.equals("HEAD") ? "" : NOT_FOUND);
        }

        @Test
        void theRouteIsFoundBeforeTheTokenIsLookedAt() {
            assertThat(caller.get("/nothing").statusCode()).isEqualTo(404);
            assertThat(caller.get("/v1/panel/echo").statusCode()).isEqualTo(401);
            assertThat(caller.get("/open").statusCode()).isEqualTo(200);
        }

        @Test
        void literalSegmentsComeBeforeParameters() {
            var fixed = event(caller.post("/v1/agent/customers/fixed/sms", "", "authorization", agent));
            assertThat(fixed.path("routeKey").asText()).isEqualTo("POST /v1/agent/customers/fixed/sms");
            assertThat(fixed.has("pathParameters")).isFalse();
            var other = event(caller.post("/v1/agent/customers/1001/sms", "", "authorization", agent));
            assertThat(other.path("routeKey").asText()).isEqualTo("POST /v1/agent/customers/{customerId}/sms");
        }

        @ParameterizedTest
        @CsvSource({
            "1001,1001",
            "a%20b,a b",
            "%CE%A0%CE%99%CE%9D,ΠΙΝ",
            "a+b,a+b",
            "%2520,%20",
            "..a,..a",
            "a;b=c,a;b=c",
            "~._-,~._-"
        })
        void parametersOfThePathAreDecodedOnce(String segment, String value) {
            var event = event(caller.post("/v1/agent/customers/" + segment + "/sms", "", "authorization", agent));
            assertThat(event.path("pathParameters").path("customerId").asText()).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//v1/agent/customers/1001/sms",
                    "//host/v1/agent/customers/1001/sms",
                    "/v1//agent/customers/1001/sms",
                    "/v1/agent/customers//sms",
                    "/v1/agent/customers/../customers/1001/sms",
                    "/v1/agent/customers/%2e%2e/sms",
                    "/v1/agent/customers/./sms",
                    "/v1/agent/customers/a%2Fb/sms",
                    "/v1/agent/customers/a%5Cb/sms",
                    "/v1/agent/customers/a%00b/sms",
                    "/v1/agent/customers/%0d%0a/sms",
                    "/v1/agent/customers/%ff/sms",
                    "/v1/agent/customers/%c0%ae/sms",
                    "/v1/agent/customers/%zz/sms",
                    "/v1/agent/customers/%/sms",
                    "/v1/agent/customers/%4/sms",
                    "v1/agent/customers/1001/sms",
                    "*",
                    "?",
                    "http:",
                    "http://",
                    "//",
                    "/\\v1/agent/customers/1001/sms",
                    "/local/../v1/agent/customers/1001/sms",
                    "/v1/agent/customers/a b/sms",
                    "/v1/agent/customers/\u00ff/sms"
                })
        void noPathPlaysTricks(String target) {
            var answer = raw.send("POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + agent
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(RawCaller.status(answer)).as(answer).isIn(400, 404);
        }

        @Test
        void theAbsoluteFormIsTheSameRoute() {
            var answer = raw.send("GET http://127.0.0.1/v1/panel/echo HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                    + bearer + "\r\nConnection: close\r\n\r\n");
            assertThat(RawCaller.status(answer)).isEqualTo(200);
        }
    }

    @Nested
    class Events {

        @Test
        void anEventHasTheFormOfPayload2() {
            caller.post("/local/clock", "{\"advance\":\"P1D\"}");
            var now = Instant.parse(
                    caller.json(caller.get("/local/clock")).path("now").asText());
            var event = event(caller.get(
                    "/v1/panel/echo?a=1&b=%CE%A0+x&a=2&empty&=odd",
                    "authorization",
                    bearer,
                    "user-agent",
                    "test",
                    "X-Twice",
                    "1",
                    "X-Twice",
                    "2",
                    "cookie",
                    "a=b; c=d"));
            assertThat(event.path("version").asText()).isEqualTo("2.0");
            assertThat(event.path("routeKey").asText()).isEqualTo("GET /v1/panel/echo");
            assertThat(event.path("rawPath").asText()).isEqualTo("/v1/panel/echo");
            assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&b=%CE%A0+x&a=2&empty&=odd");
            assertThat(event.path("queryStringParameters"))
                    .isEqualTo(Trees.read("{\"a\":\"1,2\",\"b\":\"Π x\",\"empty\":\"\"}"));
            assertThat(event.path("cookies")).isEqualTo(Trees.read("[\"a=b\",\"c=d\"]"));
            assertThat(event.path("headers").path("x-twice").asText()).isEqualTo("1,2");
            assertThat(event.path("headers").has("cookie")).isFalse();
            assertThat(event.path("isBase64Encoded")).isEqualTo(Trees.read("false"));
            assertThat(event.has("body")).isFalse();
            assertThat(event.has("stageVariables")).isFalse();
            var context = event.path("requestContext");
            assertThat(context.path("http"))
                    .isEqualTo(Trees.read("{\"method\":\"GET\",\"path\":\"/v1/panel/echo\",\"protocol\":\"HTTP/1.1\","
                            + "\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"test\"}"));
            assertThat(context.path("stage").asText()).isEqualTo("$default");
            assertThat(context.path("routeKey").asText()).isEqualTo("GET /v1/panel/echo");
            assertThat(context.path("domainName").asText()).isEqualTo("127.0.0.1");
            assertThat(context.path("requestId").asText()).isNotEmpty();
            assertThat(context.path("accountId").asText()).isEqualTo("000000000000");
            assertThat(Instant.ofEpochMilli(context.path("timeEpoch").longValue()))
                    .as("the service's clock")
                    .isBetween(now, now.plusSeconds(60));
            assertThat(context.path("time").asText())
                    .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        }

        @Test
        void claimsAreAllTexts() {
            var jwt = event(caller.get("/v1/panel/echo", "authorization", bearer))
                    .path("requestContext")
                    .path("authorizer")
                    .path("jwt");
            assertThat(jwt.path("scopes")).isEqualTo(Trees.read("[\"pin:self\"]"));
            var claims = jwt.path("claims");
            claims.forEach(claim -> assertThat(claim.isTextual()).isTrue());
            assertThat(claims.path("sub").asText()).isEqualTo("1001");
            assertThat(claims.path("phone_number_verified").asText()).isEqualTo("true");
            assertThat(claims.path("n").asText()).isEqualTo("12345678901");
            assertThat(claims.path("huge").asText()).isEqualTo("1E+999");
            assertThat(claims.path("list").asText()).isEqualTo("[a 1]");
            assertThat(claims.path("address").asText()).isEqualTo("map[a:x b:1]");
            assertThat(claims.path("exp").asText()).matches("[0-9]{10}");
            assertThat(claims.has("nothing")).isFalse();
        }

        @Test
        void anOpenRouteHasNoAuthorizer() {
            assertThat(event(caller.get("/open", "authorization", bearer))
                            .path("requestContext")
                            .has("authorizer"))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "application/json, true",
            "application/json; charset=utf-8, true",
            "TEXT/plain, true",
            "application/problem+json, true",
            "application/xml, true",
            "application/octet-stream, false",
            "application/x-www-form-urlencoded, false",
            "application/jsonp, false",
            "image/png, false"
        })
        void onlyTextIsHandedOverAsText(String type, boolean text) {
            var event =
                    event(caller.post("/v1/panel/echo", "{\"α\":1}", "authorization", bearer, "content-type", type));
            assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(!text);
            assertThat(event.path("body").asText()).isEqualTo(text ? "{\"α\":1}" : "eyLOsSI6MX0=");
        }

        @Test
        void brokenTextIsHandedOverAsBytes() {
            var answer = raw.send(
                    "POST /open HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                            + "Connection: close\r\n\r\n\u00ff{");
            var event =
                    Trees.read(answer.substring(answer.indexOf("\r\n\r\n") + 4)).path("event");
            assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
            assertThat(event.path("body").asText()).isEqualTo("/3s=");
        }

        @Test
        void aFunctionHasItsEnvironmentAndContext() {
            var seen = caller.json(caller.get("/open"));
            var environment = seen.path("environment");
            assertThat(environment.path("GREETING").asText()).isEqualTo("hello from eu-central-1 as dev");
            assertThat(environment.path("KEY_ID").asText()).startsWith("arn:aws:kms:eu-central-1:000000000000:key/");
            for (var service : new String[] {"DYNAMODB", "KMS", "SNS"}) {
                assertThat(environment.path("AWS_ENDPOINT_URL_" + service).asText())
                        .startsWith("http://127.");
            }
            assertThat(environment.path("AWS_REGION").asText()).isEqualTo("eu-central-1");
            assertThat(environment.path("AWS_ACCESS_KEY_ID").asText()).isEqualTo("local");
            assertThat(seen.path("context").path("functionName").asText()).isEqualTo("support-pin-local-Echo");
            assertThat(seen.path("context").path("remaining").asInt()).isBetween(1, 10_000);
        }
    }

    @Nested
    class Answers {

        private HttpResponse<String> script(String written) {
            return caller.post("/script", written, "content-type", "application/json");
        }

        @Test
        void statusHeadersCookiesAndBodyGoOut() {
            var answer = script(
                    "{\"statusCode\":201,\"headers\":{\"X-One\":\"1\",\"Content-Length\":\"9\"},\"cookies\":[\"a=b\",\"c=d\"],"
                            + "\"body\":\"Γεια\"}");
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.headers().firstValue("x-one")).hasValue("1");
            assertThat(answer.headers().allValues("set-cookie")).containsExactlyInAnyOrder("a=b", "c=d");
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain;charset=UTF-8");
            assertThat(answer.headers().firstValue("apigw-requestid")).isPresent();
            assertThat(answer.body()).isEqualTo("Γεια");
        }

        @Test
        void anEncodedBodyIsDecoded() {
            assertThat(script("{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"zpM=\"}")
                            .body())
                    .isEqualTo("Γ");
        }

        @Test
        void answersWithoutBodyHaveNone() {
            for (int status : new int[] {204, 304}) {
                var answer =
                        script("{\"statusCode\":" + status + ",\"headers\":{\"ETag\":\"\\\"1\\\"\"},\"body\":\"\"}");
                assertThat(answer.statusCode()).isEqualTo(status);
                assertThat(answer.body()).isEmpty();
                assertThat(answer.headers().firstValue("etag")).hasValue("\"1\"");
            }
        }

        @Test
        void whatHasNoStatusIsItselfTheBody() {
            var answer = script("{\"a\":1}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
            assertThat(answer.body()).isEqualTo("{\"a\":1}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "throw",
                    "no json",
                    "{\"statusCode\":99}",
                    "{\"statusCode\":1000}",
                    "{\"statusCode\":\"two hundred\"}",
                    "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"?\"}",
                    "{\"statusCode\":200,\"headers\":{\"a b\":\"c\"}}",
                    "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nset-cookie: c=d\"}}",
                    "{\"statusCode\":200}{}"
                })
        void aFunctionThatFailsIsAnInternalServerError(String written) {
            var answer = script(written);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }

        @Test
        void aFunctionThatNeverAnswersIsGivenUpAfterItsTime() {
            assertThat(script("sleep").statusCode()).isEqualTo(500);
        }
    }

    @Nested
    class Sizes {

        @Test
        void tenMebibytesAreTheMost() {
            var most = caller.post("/open", "x".repeat(Gateway.MAX_BODY), "content-type", "text/plain");
            assertThat(most.statusCode()).isEqualTo(200);
            var more = caller.post("/open", "x".repeat(Gateway.MAX_BODY + 1), "content-type", "text/plain");
            assertThat(more.statusCode()).isEqualTo(413);
            assertThat(more.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
        }

        @Test
        void headersBeyondTenKilobytesAreTooLarge() {
            assertThat(caller.get("/open", "x-large", "x".repeat(9_000)).statusCode())
                    .isEqualTo(200);
            assertThat(caller.get("/open", "x-large", "x".repeat(10_300)).statusCode())
                    .isEqualTo(431);
        }

        @Test
        void manyOrHugeHeadersNeverBreakTheServer() {
            for (var headers : new String[] {"a: b\r\n".repeat(5_000), "a: " + "x".repeat(1_000_000) + "\r\n"}) {
                var answer =
                        raw.send("GET /open HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n");
                assertThat(answer.isEmpty() || RawCaller.status(answer) < 500)
                        .as(answer)
                        .isTrue();
            }
            assertThat(caller.get("/open").statusCode()).isEqualTo(200);
        }
    }

    @Nested
    class Origins {

        private static final String PANEL = "https://panel.example";

        @Test
        void anAllowedPageMayReadTheAnswerAndItsTag() {
            for (var origin : new String[] {PANEL, stack.uri().toString(), "http://localhost:5173"}) {
                var headers = caller.get("/v1/panel/echo", "authorization", bearer, "origin", origin)
                        .headers();
                assertThat(headers.firstValue("access-control-allow-origin")).hasValue(origin);
                assertThat(headers.firstValue("access-control-expose-headers")
                                .orElse("")
                                .toLowerCase(Locale.ROOT))
                        .contains("etag", "retry-after");
                assertThat(headers.firstValue("vary")).hasValue("Origin");
            }
        }

        @Test
        void refusalsOfTheGatewayCanBeReadToo() {
            assertThat(caller.get("/v1/panel/echo", "origin", PANEL)
                            .headers()
                            .firstValue("access-control-allow-origin"))
                    .hasValue(PANEL);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example",
                    "null",
                    "https://panel.example.evil.example",
                    "http://panel.example",
                    "https://PANEL.example",
                    "http://localhost.evil.example",
                    "https://localhost"
                })
        void anotherPageMayNot(String origin) {
            var headers = caller.get("/v1/panel/echo", "authorization", bearer, "origin", origin)
                    .headers();
            assertThat(headers.map()).doesNotContainKey("access-control-allow-origin");
            var preflight = preflight("/v1/panel/echo", origin);
            assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
        }

        private HttpResponse<String> preflight(String path, String origin) {
            return caller.call("OPTIONS", path, "", "origin", origin, "access-control-request-method", "PUT");
        }

        @Test
        void preflightsAreAnsweredByTheGateway() {
            var answer = preflight("/v1/panel/echo", PANEL);
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .hasValue(PANEL);
            assertThat(answer.headers().firstValue("access-control-allow-methods"))
                    .hasValue("GET,PUT,POST,DELETE");
            assertThat(answer.headers().firstValue("access-control-allow-headers"))
                    .hasValue("authorization,content-type,if-none-match,idempotency-key");
            assertThat(answer.headers().firstValue("access-control-max-age")).hasValue("600");
        }

        @Test
        void aForeignPageCannotUseTheLocalRoutes() {
            assertThat(caller.get("/local/sms", "origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(caller.get("/local/sms", "origin", PANEL).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({
            "127.0.0.1,200",
            "localhost:9,200",
            "LOCALHOST,200",
            "[::1]:8080,200",
            "evil.example,403",
            "127.0.0.1.evil.example,403"
        })
        void namesThatAPageCouldPointHereAreRefused(String host, int status) {
            var answer = raw.send("GET /local/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(RawCaller.status(answer)).isEqualTo(status);
        }
    }
}
