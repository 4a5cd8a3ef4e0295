package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.supportpin.local.contract.EventFiles;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.testing.Trees;

/** The sample events of {@code events/}, as a running service takes them: from its own issuers, soon after a sign-in. */
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
        return EventFiles.all().stream();
    }

    /** The events that API Gateway sends, past it. */
    static Stream<Path> ofRoutes() {
        return EventFiles.ofRoutes().stream();
    }

    /** Those of routes that want a token. */
    static Stream<Path> withAToken() {
        return ofRoutes()
                .filter(file -> ProjectFiles.json(file).at("/requestContext").has("authorizer"));
    }

    /** An event of a route. */
    ObjectNode read(Path file) {
        return (ObjectNode) Trees.read(text(file));
    }

    String text(Path file) {
        try {
            return Files.readString(file)
                    .replace("https://panel.example.gr\",", panel + "\",")
                    .replace("https://agents.example.gr\",", agents + "\",")
                    .replaceAll(
                            "(?<=\"auth_time\": \")[0-9]+",
                            Long.toString(Instant.now().getEpochSecond()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands an event to the function of its route, past the gateway. */
    JsonNode invoke(JsonNode event) {
        try {
            var answer = service.stack()
                    .invoke(
                            EventFiles.functionOf(event.path("routeKey").asText()),
                            event.toString().getBytes(StandardCharsets.UTF_8));
            return Trees.read(new String(answer, StandardCharsets.UTF_8));
        } catch (FunctionFailed e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issuer(String token) {
        var claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return Trees.read(new String(claims, StandardCharsets.UTF_8))
                .path("iss")
                .asText();
    }
}
