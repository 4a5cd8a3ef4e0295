package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.json.Json;

/** The sample events of {@code events/}, as a running service takes them: from its own issuers. */
final class SampleEvents {

    private final Service service;
    private final String panel;
    private final String agents;

    SampleEvents(Service service) {
        this.service = service;
        this.panel = issuer(service.token("customer", "1001", "{}"));
        this.agents = issuer(service.token("agent", "agent-7", "{}"));
        var origin = service.stack().uri().toString().replaceAll("/$", "");
        assertThat(panel).startsWith(origin);
    }

    static Stream<Path> files() {
        return ProjectFiles.list("events", ".json").stream();
    }

    /** The events that API Gateway sends, past it. */
    static Stream<Path> ofRoutes() {
        return files().filter(file -> ProjectFiles.json(file).has("routeKey"));
    }

    ObjectNode read(Path file) {
        try {
            var text = Files.readString(file)
                    .replace("https://panel.example.gr\",", panel + "\",")
                    .replace("https://agents.example.gr\",", agents + "\",");
            return (ObjectNode) Json.read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands an event to the function of its route, past the gateway. */
    JsonNode invoke(JsonNode event) {
        try {
            var answer = service.stack()
                    .invoke(
                            functionOf(event.path("routeKey").asText()),
                            event.toString().getBytes(StandardCharsets.UTF_8));
            return Json.read(new String(answer, StandardCharsets.UTF_8));
        } catch (FunctionFailed e) {
            throw new IllegalStateException(e);
        }
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
