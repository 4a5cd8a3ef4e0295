package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final String OPEN = "GET /v1/keys";

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
                .filteredOn(route -> !OPEN.equals(route.key()))
                .allSatisfy(route -> {
                    assertThat(route.authorizer())
                            .isEqualTo(route.path().startsWith("/v1/panel/") ? "PanelAuthorizer" : "AgentAuthorizer");
                    assertThat(route.scopes()).isEqualTo(Set.of(scopeOf(route.path())));
                });
    }

    /** Nothing that it answers is about anybody. */
    @Test
    void onlyThePublicKeysNeedNoToken() {
        assertThat(template.routes())
                .filteredOn(route -> route.authorizer().equals("none"))
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.key()).isEqualTo(OPEN);
                    assertThat(route.scopes()).isEmpty();
                });
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
                .isEqualTo("{\"issuer\":{\"Ref\":\"PanelIssuer\"},\"audience\":[{\"Ref\":\"PanelAudience\"}]}");
        assertThat(authorizers.at("/AgentAuthorizer/JwtConfiguration").toString())
                .isEqualTo("{\"issuer\":{\"Ref\":\"AgentIssuer\"},\"audience\":[{\"Ref\":\"AgentAudience\"}]}");
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
