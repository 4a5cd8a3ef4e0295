package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final String KEYS = "GET /v1/keys";

    /** Clients prove themselves in the body; what is published is for anybody. */
    private static final Set<String> TOKEN_SERVICE = Set.of(
            "POST /v1/token",
            "GET /v1/issuers/{issuer}/.well-known/openid-configuration",
            "GET /v1/issuers/{issuer}/.well-known/jwks.json");

    private final Template template = new Template();
    private final OpenApi openApi = new OpenApi();

    @Test
    void templateAndDescriptionNameTheSameRoutesTokensAndScopes() {
        var described = openApi.operations().stream()
                .map(OpenApi.Operation::route)
                .sorted()
                .toList();

        assertThat(template.routes()).isNotEmpty().containsExactlyElementsOf(described);
    }

    @Test
    void noRouteHasTwoFunctions() {
        assertThat(template.routes()).extracting(Route::key).doesNotHaveDuplicates();
    }

    @Test
    void eachRouteNeedsTheTokenAndScopeOfItsCallers() {
        assertThat(template.routes())
                .filteredOn(route -> !KEYS.equals(route.key()) && !TOKEN_SERVICE.contains(route.key()))
                .allSatisfy(route -> {
                    assertThat(route.authorizer())
                            .isEqualTo(route.path().startsWith("/v1/panel/") ? "PanelAuthorizer" : "AgentAuthorizer");
                    assertThat(route.scopes()).isEqualTo(Set.of(scopeOf(route.path())));
                });
    }

    /** Nothing that it answers is about anybody. */
    @Test
    void onlyThePublicKeysAndTheTokenServiceNeedNoToken() {
        var open = new TreeSet<>(TOKEN_SERVICE);
        open.add(KEYS);

        assertThat(template.routes())
                .filteredOn(route -> route.authorizer().equals("none"))
                .allSatisfy(route -> assertThat(route.scopes()).isEmpty())
                .extracting(Route::key)
                .containsExactlyInAnyOrderElementsOf(open);
    }

    /** An authorizer cannot name the address of its own API, and API Gateway reads an issuer's keys when it makes one. */
    @Test
    void theTokenServiceHasAnApiOfItsOwnWhichAnswersBeforeTheOtherIsMade() {
        var apis = template.functions().values().stream()
                .flatMap(function -> function.path("Events").valueStream())
                .map(event -> event.path("Properties"))
                .filter(event -> event.has("ApiId"))
                .collect(Collectors.toMap(
                        event -> event.path("Method").asText() + " "
                                + event.path("Path").asText(),
                        event -> event.at("/ApiId/Ref").asText()));

        assertThat(apis)
                .allSatisfy(
                        (route, api) -> assertThat(api).isEqualTo(TOKEN_SERVICE.contains(route) ? "TokenApi" : "Api"));
        assertThat(template.resource("Api").path("DependsOn").asText()).isEqualTo("TokenServiceAnswers");
        assertThat(template.resource("TokenServiceAnswers").path("Metadata").findValuesAsText("Ref"))
                .containsExactly(
                        "TokenApiApiGatewayDefaultStage",
                        "TokenFunctionGetIssuerPermission",
                        "TokenFunctionGetIssuersKeysPermission");
        assertThat(template.properties("TokenApi").has("Auth")).isFalse();
        assertThat(template.properties("TokenApi").has("CorsConfiguration")).isFalse();
    }

    /** Whoever has an identity provider pays for no key, no table and no function. */
    @Test
    void theTokenServiceExistsOnlyIfChosen() {
        assertThat(template.parameter("TokenService").path("Default").asText()).isEqualTo("false");
        for (var id : List.of(
                "TokenApi",
                "TokenApiLogs",
                "TokenFunction",
                "TokenRole",
                "TokenLogs",
                "TokenErrors",
                "TokenSlow",
                "TokenTable")) {
            assertThat(template.resource(id).path("Condition").asText()).as(id).isEqualTo("TokenService");
        }
        assertThat(template.resource("TokenKeyOne").path("Condition").asText()).isEqualTo("TokenKeyOneExists");
        assertThat(template.resource("TokenKeyTwo").path("Condition").asText()).isEqualTo("TokenKeyTwoExists");
    }

    private static String scopeOf(String path) {
        if (path.startsWith("/v1/panel/")) {
            return "pin:self";
        }
        if (path.startsWith("/v1/audit/")) {
            return path.endsWith("/{customerId}") ? "audit:erase" : "audit:read";
        }
        if (path.contains("/suspensions") || path.contains("/approvals")) {
            return "action:approve";
        }
        return path.contains("/actions") || path.contains("/account") ? "action:execute" : "pin:verify";
    }

    @Test
    void thePathHasTheSameParametersInBoth() {
        assertThat(openApi.operations()).allSatisfy(operation -> {
            var inPath = operation
                    .node()
                    .path("parameters")
                    .valueStream()
                    .map(openApi::resolve)
                    .filter(parameter -> parameter.path("in").asText().equals("path"))
                    .map(parameter -> "{" + parameter.path("name").asText() + "}")
                    .toList();
            assertThat(operation.route().path().split("/"))
                    .filteredOn(word -> word.startsWith("{"))
                    .containsExactlyElementsOf(inPath);
        });
    }

    @Test
    void eachAuthorizerHasItsOwnIssuerAndAudience() {
        var authorizers = template.properties("Api").at("/Auth/Authorizers");

        assertThat(authorizers.at("/PanelAuthorizer/JwtConfiguration").toString())
                .isEqualTo("{\"issuer\":" + issuer("panel", "PanelByTokenService", "PanelIssuer")
                        + ",\"audience\":[{\"Ref\":\"PanelAudience\"}]}");
        assertThat(authorizers.at("/AgentAuthorizer/JwtConfiguration").toString())
                .isEqualTo("{\"issuer\":" + issuer("agent", "AgentsByTokenService", "AgentIssuer")
                        + ",\"audience\":[{\"Ref\":\"AgentAudience\"}]}");
        assertThat(template.globals().at("/Environment/Variables/PANEL_ISSUER").toString())
                .isEqualTo(issuer("panel", "PanelByTokenService", "PanelIssuer"));
        assertThat(template.globals().at("/Environment/Variables/AGENT_ISSUER").toString())
                .isEqualTo(issuer("agent", "AgentsByTokenService", "AgentIssuer"));
    }

    private static String issuer(String realm, String condition, String parameter) {
        return ("{\"Fn::If\":[\"%s\",{\"Fn::If\":[\"TokenServiceHasUrl\","
                        + "{\"Fn::Sub\":\"${TokenServiceUrl}/v1/issuers/%s\"},{\"Fn::Sub\":"
                        + "\"https://${TokenApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/v1/issuers/%s\"}]},"
                        + "{\"Ref\":\"%s\"}]}")
                .formatted(condition, realm, realm, parameter);
    }

    /** Elsewhere each log group that a service writes takes a line of the account's one policy for it, which is soon full. */
    @Test
    void theAccessLogIsWhereAwsNeedsNoPolicyOfItsOwn() {
        assertThat(template.properties("Api")
                        .at("/AccessLogSettings/DestinationArn/Fn::GetAtt")
                        .toString())
                .contains("ApiLogs");
        assertThat(template.properties("ApiLogs").at("/LogGroupName/Fn::Sub").asText())
                .isEqualTo("/aws/vendedlogs/${AWS::StackName}/api");
        assertThat(template.ofType("AWS::Serverless::StateMachine").values())
                .noneMatch(machine -> machine.has("Logging"));
    }

    @Test
    void browsersMaySendAndReadWhatTheContractNeeds() {
        var cors = template.properties("Api").path("CorsConfiguration");

        assertThat(cors.at("/AllowOrigins/Ref").asText()).isEqualTo("AllowedOrigins");
        assertThat(Template.texts(cors.path("AllowMethods")))
                .containsExactlyInAnyOrderElementsOf(
                        template.routes().stream().map(Route::method).distinct().toList());
        assertThat(Template.texts(cors.path("AllowHeaders")))
                .containsExactlyInAnyOrder("authorization", "content-type", "idempotency-key", "if-none-match");
        assertThat(Template.texts(cors.path("ExposeHeaders")))
                .containsExactlyInAnyOrder("apigw-requestid", "etag", "phone-verification", "retry-after");
        assertThat(cors.has("AllowCredentials")).isFalse();
    }
}
