package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/identity.md: tokens in the shape of each provider open the routes with that provider's settings, and not with the usual ones. */
class TokenShapesTest {

    /**
     * A provider.
     *
     * @param settings parameters of template.yaml
     * @param customer claims of its tokens that are not the local issuer's
     * @param agent the same for staff
     * @param wrong a customer's token that lacks what counts
     */
    record Shape(String provider, String settings, String customer, String agent, String wrong) {
        @Override
        public String toString() {
            return provider;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape("Amazon Cognito", """
                        "PanelTokens":"client-id","PanelAudience":"7panel","PanelScopePrefix":"support-pin/",
                        "AgentTokens":"client-id","AgentAudience":"7desk","AgentScopePrefix":"support-pin/\"""", """
                        {"aud":null,"client_id":"7panel","token_use":"access","version":2,"username":"1001",
                         "scope":"openid support-pin/pin:self"}""", """
                        {"aud":null,"client_id":"7desk","token_use":"access","scope":"support-pin/action:execute"}""", """
                        {"aud":null,"client_id":"7panel","scope":"pin:self"}"""),
                new Shape("Microsoft Entra ID", """
                        "PanelTokens":"scp","PanelAudience":"00000000-0000-0000-0000-000000000001",
                        "AgentTokens":"scp","AgentAudience":"00000000-0000-0000-0000-000000000002\"""", """
                        {"aud":"00000000-0000-0000-0000-000000000001","azp":"1","ver":"2.0","scope":null,"scp":"pin:self"}""", """
                        {"aud":"00000000-0000-0000-0000-000000000002","ver":"2.0","scope":null,"scp":"pin:verify action:execute"}""", """
                        {"aud":"api://00000000-0000-0000-0000-000000000001","scope":null,"scp":"pin:self"}"""),
                new Shape("Okta", """
                        "PanelTokens":"scp","PanelAudience":"api://support-pin","AgentTokens":"scp","AgentAudience":"api://desk\"""", """
                        {"aud":"api://support-pin","cid":"0oa1","uid":"00u1","ver":1,"scope":null,"scp":["openid","pin:self"]}""", """
                        {"aud":"api://desk","cid":"0oa2","scope":null,"scp":["action:execute"]}""", """
                        {"aud":"api://support-pin","scope":null,"scp":["openid"]}"""),
                new Shape("Keycloak", """
                        "PanelTokens":"standard\"""", """
                        {"aud":["support-pin-panel","account"],"typ":"Bearer","azp":"panel","acr":"1","sid":"1",
                         "realm_access":{"roles":["offline_access"]},"scope":"openid profile pin:self"}""", """
                        {"aud":["support-pin-agent","account"],"azp":"desk","scope":"action:execute openid"}""", """
                        {"aud":"account","azp":"support-pin-panel","scope":"pin:self"}"""),
                new Shape(
                        "Auth0", """
                        "PanelAudience":"https://support-pin.example.gr/panel","AgentAudience":"https://support-pin.example.gr/desk",
                        "PanelSignInClaim":"https://panel.example.gr/auth_time\"""", """
                        {"aud":["https://support-pin.example.gr/panel","https://example.eu.auth0.com/userinfo"],"azp":"1",
                         "auth_time":null,"https://panel.example.gr/auth_time":%d,"scope":"openid pin:self"}""".formatted(Clock.systemUTC().instant().getEpochSecond()), """
                        {"aud":"https://support-pin.example.gr/desk","gty":"password","scope":"action:execute"}""", """
                        {"aud":"https://example.eu.auth0.com/userinfo","scope":"pin:self"}"""));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void itsTokensOpenTheRoutesByItsSettings(Shape shape, @TempDir Path data) throws IOException {
        var file = Files.writeString(data.resolve("provider.json"), "{\"parameters\":{" + shape.settings() + "}}");
        try (var service = Service.in(data, file)) {
            var customer = service.token("customer", "1001", shape.customer());
            var agent = service.token("agent", "maria", shape.agent());

            service.call("GET", "/v1/panel/support-pin", "", customer).is(200);
            service.call("GET", "/v1/agent/actions", "", agent).is(200);
            // A fresh sign-in is known as such: only the code is missing.
            service.call("POST", "/v1/panel/mobile/confirmation", "{\"code\":\"000000\"}", customer)
                    .isProblem(409, "no-pending-confirmation");
            service.call("GET", "/v1/agent/actions", "", customer).is(401);
            service.call("GET", "/v1/panel/support-pin", "", agent).is(401);
            assertThat(service.call(
                                    "GET",
                                    "/v1/panel/support-pin",
                                    "",
                                    service.token("customer", "1001", shape.wrong()))
                            .status())
                    .isIn(401, 403);
        }
    }
}
