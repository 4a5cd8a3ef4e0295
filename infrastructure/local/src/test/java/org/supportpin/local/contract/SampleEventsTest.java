package org.supportpin.local.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.testing.Trees;

class SampleEventsTest {

    private final Template template = new Template();
    private final OpenApi openApi = new OpenApi();

    static Iterable<Path> files() {
        return EventFiles.ofRoutes();
    }

    @Test
    void eachRouteHasOneEventAndNoOtherExists() {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        template.routes().stream().map(Route::eventFile).toList());
    }

    @Test
    void eachFunctionHasAnEventAndEachEventAFunction() {
        assertThat(EventFiles.all())
                .extracting(EventFiles::functionOf)
                .containsAll(template.functions().keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void itIsWhatApiGatewaySendsForTheRouteOfItsName(Path file) {
        var event = ProjectFiles.json(file);
        var route = openApi.operation(event.path("routeKey").asText()).route();
        var http = event.at("/requestContext/http");

        assertThat(file).hasFileName(route.eventFile());
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.at("/requestContext/routeKey").asText()).isEqualTo(route.key());
        assertThat(http.path("method").asText()).isEqualTo(route.method());
        assertThat(http.path("path")).isEqualTo(event.path("rawPath"));
        assertThat(filled(route.path(), event.path("pathParameters")))
                .isEqualTo(event.path("rawPath").asText());
        assertThat(event.path("headers").propertyStream()).allSatisfy(header -> {
            assertThat(header.getKey()).isLowerCase();
            assertThat(header.getValue().isTextual()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsTokenIsGoodForItsRoute(Path file) {
        var event = ProjectFiles.json(file);
        var route = openApi.operation(event.path("routeKey").asText()).route();
        var jwt = event.at("/requestContext/authorizer/jwt");
        if (route.authorizer().equals("none")) {
            assertThat(jwt.isMissingNode()).isTrue();
            return;
        }
        var claims = jwt.path("claims");
        var who = route.authorizer().replace("Authorizer", "").toLowerCase(Locale.ROOT);

        assertThat(claims.valueStream()).allMatch(JsonNode::isTextual);
        assertThat(claims.path("aud").asText()).isEqualTo("support-pin-" + who);
        assertThat(claims.path("iss").asText()).startsWith("https://" + who);
        assertThat(claims.path("sub").asText()).isNotEmpty();
        assertThat(new TreeSet<>(Template.texts(jwt.path("scopes")).toList())).isEqualTo(route.scopes());
        assertThat(claims.path("scope").asText().split(" ")).containsAll(route.scopes());
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsBodyKeepsTheContract(Path file) {
        var event = ProjectFiles.json(file);
        var operation = openApi.operation(event.path("routeKey").asText());
        var schema = OpenApi.requestSchema(operation);

        assertThat(event.has("body")).isEqualTo(schema.isPresent());
        assertThat(schema.stream().flatMap(at -> openApi.faults(at, body(event)).stream()))
                .isEmpty();
        assertThat(operation.node().path("parameters").valueStream().map(openApi::resolve))
                .filteredOn(parameter -> parameter.path("in").asText().equals("header")
                        && parameter.path("required").asBoolean())
                .allMatch(parameter -> event.path("headers")
                        .has(parameter.path("name").asText().toLowerCase(Locale.ROOT)));
    }

    /** API Gateway passes a form in base64. */
    private static JsonNode body(JsonNode event) {
        var text = event.path("body").asText();
        if (!event.path("isBase64Encoded").asBoolean()) {
            return ProjectFiles.json(text);
        }
        var form = Trees.object();
        for (var pair : new String(Base64.getDecoder().decode(text), UTF_8).split("&", -1)) {
            var parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    private static String filled(String path, JsonNode parameters) {
        var filled = path;
        for (var parameter : parameters.properties()) {
            filled = filled.replace(
                    "{" + parameter.getKey() + "}", parameter.getValue().asText());
        }
        return filled;
    }
}
