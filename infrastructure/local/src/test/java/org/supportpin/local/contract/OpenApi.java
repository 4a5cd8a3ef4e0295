package org.supportpin.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** infrastructure/openapi.yaml. */
final class OpenApi {

    private static final String IRI = "https://support-pin.example/openapi.json";

    private final JsonNode root = ProjectFiles.yaml("infrastructure/openapi.yaml");
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, root.toString())));

    /** One operation, at its JSON Pointer in the file. */
    record Operation(Route route, String pointer, JsonNode node) {}

    List<Operation> operations() {
        return root.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> operation(path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    Operation operation(String routeKey) {
        return operations().stream()
                .filter(operation -> operation.route().key().equals(routeKey))
                .findFirst()
                .orElseThrow();
    }

    private static Operation operation(String path, String method, JsonNode node) {
        var security = node.path("security").path(0).properties().stream().findFirst();
        var route = new Route(
                method,
                path,
                security.map(Map.Entry::getKey).orElse("none"),
                security.map(Map.Entry::getValue).stream()
                        .flatMap(Template::texts)
                        .collect(Collectors.toSet()));
        return new Operation(route, "/paths/" + escape(path) + "/" + method, node);
    }

    /** Every schema below components, by name. */
    Map<String, JsonNode> schemas() {
        return root.at("/components/schemas")
                .propertyStream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is wrong with a value, by the schema at that JSON Pointer of the file; empty if nothing. */
    List<String> faults(String schemaPointer, JsonNode value) {
        var schema = schemas.computeIfAbsent(
                schemaPointer, pointer -> registry.getSchema(SchemaLocation.of(IRI + "#" + pointer)));
        return schema.validate(value.toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** The same with an inline schema, or one of the file's. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return schema.has("$ref")
                ? faults(schema.path("$ref").asText().substring(1), value)
                : registry
                        .getSchema(schema.toString(), InputFormat.JSON)
                        .validate(value.toString(), InputFormat.JSON)
                        .stream()
                        .map(Error::toString)
                        .toList();
    }

    /** The target of a reference, or the node itself if it is not one. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The schemas of the problems that a response may contain. */
    List<JsonNode> problems(JsonNode response) {
        var schema = resolve(resolve(response)
                .path("content")
                .path("application/problem+json")
                .path("schema"));
        return schema.has("oneOf")
                ? schema.path("oneOf").valueStream().map(this::resolve).toList()
                : Stream.of(schema).filter(each -> each.has("properties")).toList();
    }

    /** The path of the request body's schema; empty if there is no body. */
    static Optional<String> requestSchema(Operation operation) {
        return requestType(operation)
                .map(type -> operation.pointer() + "/requestBody/content/" + escape(type) + "/schema");
    }

    /** The example of a request body; missing if there is no body. */
    static JsonNode requestExample(Operation operation) {
        return operation
                .node()
                .at("/requestBody/content")
                .path(requestType(operation).orElse(""))
                .path("example");
    }

    static boolean takesJson(Operation operation) {
        return requestType(operation).filter("application/json"::equals).isPresent();
    }

    private static Optional<String> requestType(Operation operation) {
        return operation
                .node()
                .at("/requestBody/content")
                .propertyStream()
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
