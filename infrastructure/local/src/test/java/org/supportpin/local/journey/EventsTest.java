package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.contract.Responses;
import org.supportpin.local.json.Json;

/** The sample events of {@code events/}, handed to the functions as {@code sam local invoke} would. */
class EventsTest {

    private static final Responses CONTRACT = new Responses();

    private final Service service = Service.shared();

    static Stream<Path> events() {
        return ProjectFiles.list("events", ".json").stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachIsAnsweredByTheContract(Path file) throws Exception {
        var text = withLocalIssuers(Files.readString(file));
        var http = Json.read(text).path("requestContext").path("http");
        var function = functionOf(Json.read(text).path("routeKey").asText());

        var answer = Json.read(new String(
                service.stack().invoke(function, text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));

        assertThat(answer.path("statusCode").asInt()).as("%s", answer).isBetween(200, 499);
        assertThat(answer.path("body").asText()).doesNotContain("problem:forbidden");
        assertThat(CONTRACT.faults(
                        http.path("method").asText(),
                        http.path("path").asText(),
                        answer.path("statusCode").asInt(),
                        answer.path("headers").path("Content-Type").asText(null),
                        answer.path("body").asText()))
                .isEmpty();
    }

    /** The local stack's issuers are its own: everything else of an event is as it lies in the file. */
    private String withLocalIssuers(String event) throws IOException {
        var origin = service.stack().uri().toString().replaceAll("/$", "");
        var panel = issuer(service.token("customer", "1001", "{}"));
        var agents = issuer(service.token("agent", "agent-7", "{}"));
        assertThat(panel).startsWith(origin);
        return event.replace("https://panel.example.gr\",", panel + "\",")
                .replace("https://agents.example.gr\",", agents + "\",");
    }

    private static String issuer(String token) {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return Json.read(new String(claims, StandardCharsets.UTF_8)).path("iss").asText();
    }

    private static String functionOf(String routeKey) {
        JsonNode resources = ProjectFiles.yaml("template.yaml").path("Resources");
        return resources
                .propertyStream()
                .filter(resource -> resource.getValue()
                        .path("Properties")
                        .path("Events")
                        .valueStream()
                        .map(event -> event.path("Properties"))
                        .anyMatch(event -> routeKey.equals(event.path("Method").asText() + " "
                                + event.path("Path").asText())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
