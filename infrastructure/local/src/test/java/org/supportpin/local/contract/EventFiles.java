package org.supportpin.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The sample events of {@code events/} and their functions. */
public final class EventFiles {

    private EventFiles() {}

    public static List<Path> all() {
        return ProjectFiles.list("events", ".json");
    }

    /** The events that API Gateway sends. */
    public static List<Path> ofRoutes() {
        return all().stream()
                .filter(file -> ProjectFiles.json(file).has("routeKey"))
                .toList();
    }

    /** The logical id of the function for the event: the route's, or the one that the file is named after. */
    public static String functionOf(Path file) {
        var event = ProjectFiles.json(file);
        if (event.has("routeKey")) {
            return functionOf(event.path("routeKey").asText());
        }
        var name = file.getFileName().toString();
        return functions()
                .map(Map.Entry::getKey)
                .filter(id -> name.startsWith(words(id)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not named after a function"));
    }

    /** The logical id of the function that serves a route. */
    public static String functionOf(String routeKey) {
        return functions()
                .filter(function -> function.getValue()
                        .path("Events")
                        .valueStream()
                        .map(event -> event.path("Properties"))
                        .anyMatch(event -> routeKey.equals(event.path("Method").asText() + " "
                                + event.path("Path").asText())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Map.Entry<String, JsonNode>> functions() {
        return new Template().functions().entrySet().stream();
    }

    /** {@code RotationAuditFunction} is {@code rotation-audit}. */
    private static String words(String id) {
        return id.replaceAll("Function$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
