package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 23 of the threats, at the gateway: every route has a limit, and a tighter one if it costs money or can be guessed. */
class ThrottlingTest {

    private static final Set<String> GUARDED = Set.of(
            "PUT /v1/panel/mobile",
            "PUT /v1/panel/policy",
            "PUT /v1/panel/notice-address",
            "POST /v1/panel/notice-address/confirmation",
            "POST /v1/panel/mobile/confirmation",
            "POST /v1/panel/support-pin/sms",
            "POST /v1/agent/customers/{customerId}/sms",
            "POST /v1/agent/verifications",
            "POST /v1/agent/verification-requests",
            "POST /v1/agent/calls",
            "POST /v1/agent/verifications/{verificationId}/handover",
            "POST /v1/agent/handovers",
            "POST /v1/panel/verification");

    private final Template template = new Template();

    @Test
    void everyRouteHasALimit() {
        assertThat(template.ofType("AWS::Serverless::HttpApi"))
                .containsOnlyKeys("Api", "TokenApi")
                .allSatisfy(
                        (id, api) -> assertThat(api.path("DefaultRouteSettings").toString())
                                .isEqualTo(
                                        "{\"ThrottlingRateLimit\":{\"Ref\":\"RequestsPerSecond\"},\"ThrottlingBurstLimit\":{\"Ref\":\"RequestBurst\"}}"));
    }

    @Test
    void whatSendsAnSmsOrCanBeGuessedHasATighterOne() {
        assertThat(guarded().map(ThrottlingTest::key).collect(Collectors.toSet()))
                .isEqualTo(GUARDED);
        assertThat(guarded())
                .allSatisfy(
                        event -> assertThat(event.path("RouteSettings").toString())
                                .isEqualTo(
                                        "{\"ThrottlingRateLimit\":{\"Ref\":\"GuardedRequestsPerSecond\"},\"ThrottlingBurstLimit\":{\"Ref\":\"GuardedRequestBurst\"}}"));
        assertThat(limit("GuardedRequestsPerSecond")).isLessThan(limit("RequestsPerSecond"));
        assertThat(limit("GuardedRequestBurst")).isLessThan(limit("RequestBurst"));
    }

    /** It is public, and by the routes beside it API Gateway reads the keys with which it checks everybody's tokens. */
    @Test
    void whoAsksForTokensDoesNotUseUpTheRouteOfTheKeys() {
        assertThat(template.properties("TokenApi").path("RouteSettings").toString())
                .isEqualTo(
                        "{\"POST /v1/token\":{\"ThrottlingRateLimit\":{\"Ref\":\"TokenRequestsPerSecond\"},\"ThrottlingBurstLimit\":{\"Ref\":\"TokenRequestBurst\"}}}");
        assertThat(template.routes())
                .anyMatch(route -> route.method().equals("POST") && route.path().equals("/v1/token"));
        assertThat(limit("TokenRequestsPerSecond")).isLessThan(limit("RequestsPerSecond"));
        assertThat(limit("TokenRequestBurst")).isLessThan(limit("RequestBurst"));
    }

    /** What the gateway refuses reaches no function, and a caller without a token no rule about subjects. */
    @ParameterizedTest
    @CsvSource({"TokenApiRequestsAlarm, Count", "TokenApiRefusalsAlarm, 4xx"})
    void aFloodOfTheTokenServiceRaisesAnAlarm(String name, String metric) {
        var monitoring = ProjectFiles.yaml("infrastructure/monitoring.yaml");
        var alarm = monitoring.path("Resources").path(name).path("Properties");
        var threshold = alarm.path("Threshold");
        var most = threshold.has("Ref")
                ? monitoring
                        .at("/Parameters/" + threshold.path("Ref").asText() + "/Default")
                        .asInt()
                : threshold.asInt();

        assertThat(alarm.path("Namespace").asText()).isEqualTo("AWS/ApiGateway");
        assertThat(alarm.path("MetricName").asText()).isEqualTo(metric);
        assertThat(alarm.at("/Dimensions/0/Name").asText()).isEqualTo("ApiId");
        assertThat(alarm.at("/Dimensions/0/Value/Fn::ImportValue/Fn::Sub").asText())
                .endsWith("-TokenApiId");
        assertThat(template.outputs().at("/TokenApiId/Value/Fn::If").toString())
                .isEqualTo("[\"TokenService\",{\"Ref\":\"TokenApi\"},\"none\"]");
        assertThat(alarm.path("Period").asInt()).isEqualTo(300);
        assertThat(most).isBetween(1, limit("TokenRequestsPerSecond") * 300 / 2);
    }

    /** A number in a page would be that of some earlier day. */
    @Test
    void noPageCountsThem() {
        assertThat(ProjectFiles.list("docs", ".md"))
                .isNotEmpty()
                .allSatisfy(
                        page -> assertThat(ProjectFiles.text(page))
                                .as(page.toString())
                                .doesNotContainPattern(
                                        "(?i)\\b(two|three|four|five|six|seven|eight|nine|ten|\\w+teen|[0-9]+) (guarded )?routes\\b"));
    }

    /** More at once than the functions that are reserved would be throttled by Lambda, as a 500 without a word. */
    @Test
    void noMoreVerificationsAtOnceThanAreReserved() {
        assertThat(limit("GuardedRequestBurst")).isLessThanOrEqualTo(limit("VerificationConcurrency"));
    }

    /** HTTP APIs cannot limit one caller. Whoever uses up a route is at least noticed, by the subject of the token. */
    @Test
    void oneCallerWhoUsesUpARouteRaisesAnAlarm() {
        var monitoring = ProjectFiles.yaml("infrastructure/monitoring.yaml");
        var rule = monitoring.at("/Resources/CallersRule/Properties");
        var body = ProjectFiles.json(rule.at("/RuleBody/Fn::Sub/0").asText());
        var alarm = monitoring.at("/Resources/OneCallerAlarm/Properties");
        int inFiveMinutes =
                monitoring.at("/Parameters/RequestsOfOneCaller/Default").asInt();

        assertThat(rule.at("/RuleBody/Fn::Sub/1/Log/Fn::ImportValue/Fn::Sub").asText())
                .endsWith("-ApiLogsName");
        assertThat(Template.texts(body.at("/Contribution/Keys"))).containsExactly("$.sub");
        assertThat(alarm.at("/Metrics/0/Expression/Fn::Sub").asText())
                .isEqualTo("INSIGHT_RULE_METRIC(\""
                        + rule.at("/RuleName/Fn::Sub").asText() + "\", \"MaxContributorValue\")");
        assertThat(inFiveMinutes).isLessThan(limit("GuardedRequestsPerSecond") * 300);
    }

    private int limit(String parameter) {
        return template.parameter(parameter).path("Default").asInt();
    }

    private Stream<JsonNode> guarded() {
        return template.functions().values().stream()
                .flatMap(function -> function.path("Events").valueStream())
                .map(event -> event.path("Properties"))
                .filter(event -> event.has("RouteSettings"));
    }

    private static String key(JsonNode event) {
        return event.path("Method").asText() + " " + event.path("Path").asText();
    }
}
