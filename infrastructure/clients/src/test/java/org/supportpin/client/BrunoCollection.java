package org.supportpin.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.local.contract.ProjectFiles;

/** A request for Bruno for each operation of infrastructure/openapi.yaml: its folder is the tag, and its name the operation's. */
final class BrunoCollection {

    private static final Map<String, String> TOKENS = Map.of(
            "pin:self", "customerToken",
            "pin:verify", "agentToken",
            "action:execute", "agentToken",
            "action:approve", "supervisorToken",
            "audit:read", "auditorToken",
            "audit:erase", "erasureToken");

    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEntrySpacing(Separators.Spacing.NONE))
                    .withArrayIndenter(com.fasterxml.jackson.core.util.DefaultIndenter.SYSTEM_LINEFEED_INSTANCE))
            .without(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private final JsonNode root = ProjectFiles.yaml("infrastructure/openapi.yaml");
    private final Map<String, Integer> sequence = new LinkedHashMap<>();

    /** The text of each file, by its path within the collection. */
    Map<String, String> files() {
        var files = new TreeMap<String, String>();
        var examples = new TreeMap<String, String>(Map.of("address", "http://127.0.0.1:8080"));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var operation = method.getValue();
                    var tag = operation.path("tags").path(0).asText();
                    var place = sequence.merge(tag, 1, Integer::sum);
                    files.put(
                            tag + "/" + operation.path("operationId").asText() + ".bru",
                            request(path.getKey(), method.getKey(), operation, place));
                    parameters(operation)
                            .filter(each -> each.path("in").asText().equals("path"))
                            .forEach(each -> examples.putIfAbsent(
                                    each.path("name").asText(),
                                    each.path("example").asText()));
                }));
        files.put("environments/local.bru", block("vars", lines(examples)));
        return files;
    }

    /** Each operation, such as {@code get /v1/panel/mobile}, with the variables of Bruno in its path. */
    Stream<String> operations() {
        return root.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> method.getKey() + " " + withVariables(path.getKey())));
    }

    private String request(String path, String method, JsonNode operation, int place) {
        var token = token(operation);
        var body = operation.at("/requestBody/content/application~1json/example");
        var call = new LinkedHashMap<String, String>();
        call.put("url", "{{address}}" + withVariables(path));
        call.put("body", body.isMissingNode() ? "none" : "json");
        call.put("auth", token.isEmpty() ? "none" : "bearer");
        var meta = new LinkedHashMap<String, String>();
        meta.put("name", operation.path("summary").asText());
        meta.put("type", "http");
        meta.put("seq", Integer.toString(place));
        return Stream.of(
                        block("meta", lines(meta)),
                        block(method, lines(call)),
                        block("params:query", lines(values(operation, "query"))),
                        block("headers", lines(values(operation, "header"))),
                        block("auth:bearer", token.isEmpty() ? "" : "token: {{" + token + "}}\n"),
                        block("body:json", body.isMissingNode() ? "" : json(body) + "\n"),
                        block("docs", documentation(operation)))
                .filter(block -> !block.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What is required has a value; what is not is there to be switched on. */
    private Map<String, String> values(JsonNode operation, String in) {
        var values = new LinkedHashMap<String, String>();
        parameters(operation)
                .filter(each -> each.path("in").asText().equals(in))
                .forEach(each -> {
                    var isRequired = each.path("required").asBoolean();
                    values.put(
                            (isRequired ? "" : "~") + each.path("name").asText(),
                            each.path("name").asText().equals("Idempotency-Key")
                                    ? "{{$guid}}"
                                    : each.path("example").asText());
                });
        return values;
    }

    private Stream<JsonNode> parameters(JsonNode operation) {
        return operation.path("parameters").valueStream().map(this::resolved);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static String token(JsonNode operation) {
        return operation
                .path("security")
                .path(0)
                .propertyStream()
                .map(each -> TOKENS.get(each.getValue().path(0).asText()))
                .findFirst()
                .orElse("");
    }

    private static String documentation(JsonNode operation) {
        var text = operation.path("description").asText().strip();
        return text.isEmpty() ? "" : text + "\n";
    }

    private static String withVariables(String path) {
        return path.replaceAll("\\{([^}]+)}", "{{$1}}");
    }

    private static String json(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> (each.getKey() + ": " + each.getValue()).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static String block(String name, String content) {
        return content.isEmpty() ? "" : name + " {\n" + content.indent(2) + "}\n";
    }
}
