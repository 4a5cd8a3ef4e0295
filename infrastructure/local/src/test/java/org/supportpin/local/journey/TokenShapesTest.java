package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.ProjectFiles;

/**
 * docs/identity.md: tokens in the shape of each provider open the routes with that provider's settings. The deployment check reads the
 * same file, token-shapes.json.
 */
class TokenShapesTest {

    /**
     * A provider.
     *
     * @param issuer as its tokens name it; here the local issuer stands for it
     * @param settings parameters of template.yaml
     * @param customer claims of its tokens that are not the local issuer's; the value {@code now} is the time in seconds
     * @param agent the same for staff
     * @param wrong a customer's token that lacks what counts
     */
    record Shape(String provider, String issuer, String settings, String customer, String agent, String wrong) {
        @Override
        public String toString() {
            return provider;
        }
    }

    static Stream<Shape> shapes() {
        var file = ProjectFiles.root()
                .resolve("infrastructure/local/src/test/resources/org/supportpin/local/journey/token-shapes.json");
        return ProjectFiles.json(file)
                .propertyStream()
                .map(shape -> new Shape(
                        shape.getKey(),
                        shape.getValue().path("issuer").asText(),
                        shape.getValue().path("parameters").toString(),
                        claims(shape.getValue().path("customer")),
                        claims(shape.getValue().path("agent")),
                        claims(shape.getValue().path("wrong"))));
    }

    private static String claims(JsonNode claims) {
        var now = Clock.systemUTC().instant().getEpochSecond();
        return claims.toString().replace("\"now\"", Long.toString(now));
    }

    /** What stands in angle brackets is each company's own. */
    @Test
    void thePageHasTheIssuerOfEachAndTheTemplateTakesIt() {
        var page = ProjectFiles.text(ProjectFiles.root().resolve("docs/identity.md"));
        var forms = Pattern.compile("\\| `(?:Panel|Agent)Issuer` \\| `(https:[^`]+)`")
                .matcher(page)
                .results()
                .map(row -> row.group(1).replace(".", "\\.").replaceAll("<[^>]+>", "[^/]+"))
                .toList();
        var allowed = ProjectFiles.yaml("template.yaml")
                .at("/Parameters/PanelIssuer/AllowedPattern")
                .asText();

        assertThat(shapes().map(Shape::issuer))
                .hasSameSizeAs(forms)
                .allMatch(issuer -> issuer.matches(allowed))
                .allMatch(issuer -> forms.stream().filter(issuer::matches).count() == 1);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void itsTokensOpenTheRoutesByItsSettings(Shape shape, @TempDir Path data) throws IOException {
        var file = Files.writeString(data.resolve("provider.json"), "{\"parameters\":" + shape.settings() + "}");
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
