package org.supportpin.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds answers against infrastructure/openapi.yaml. */
public final class Responses {

    /** The gateway's own, which the description's introduction has for all routes. */
    private static final Set<Integer> OF_ANY_ROUTE = Set.of(404, 413);

    private final OpenApi openApi = new OpenApi();

    /**
     * What is wrong with an answer: its status, headers or content are not those of the description, or it has a member that is not in
     * it.
     *
     * @param path without query
     * @param headers names in lower case
     */
    public List<String> faults(String method, String path, int status, Map<String, List<String>> headers, String body) {
        var contentType =
                headers.getOrDefault("content-type", List.of("")).getFirst().replaceFirst(" *;.*", "");
        var operation = openApi.operations().stream()
                .filter(each -> each.route().method().equals(method)
                        && matches(each.route().path(), path))
                .findFirst();
        if (operation.isEmpty()) {
            return status == 404 ? List.of() : List.of(method + " " + path + " is not in openapi.yaml");
        }
        var response = openApi.resolve(operation.get().node().path("responses").path(Integer.toString(status)));
        if (isOfTheGateway(body)) {
            return OF_ANY_ROUTE.contains(status) || response.path("content").has(contentType)
                    ? List.of()
                    : List.of(method + " " + path + " does not list the gateway's " + status);
        }
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " does not list " + status);
        }
        var faults = new ArrayList<>(headerFaults(response, headers));
        if (saysWhen(response) && !headers.containsKey("retry-after")) {
            faults.add("the header Retry-After is missing");
        }
        var content = response.path("content").path(contentType);
        if (body.isEmpty()) {
            return faults;
        }
        if (content.isMissingNode()) {
            faults.add(method + " " + path + " " + status + " does not list '" + contentType + "'");
            return faults;
        }
        if (!contentType.matches("application/([a-z]+\\+)?json")) {
            faults.addAll(openApi.faults(pointer(operation.get(), status, contentType), TextNode.valueOf(body)));
            return faults;
        }
        var json = ProjectFiles.json(body);
        faults.addAll(openApi.faults(pointer(operation.get(), status, contentType), json));
        json.fieldNames().forEachRemaining(name -> {
            if (!declares(content.path("schema"), name)) {
                faults.add(method + " " + path + " " + status + " does not list the member " + name);
            }
        });
        return faults;
    }

    /** The same of a function's answer (payload format 2.0). */
    public List<String> faults(String method, String path, JsonNode answer) {
        var headers = answer.path("headers")
                .propertyStream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> List.of(header.getValue().asText())));
        return faults(
                method,
                path,
                answer.path("statusCode").asInt(),
                headers,
                answer.path("body").asText());
    }

    /** What is wrong with a value, by a schema of the description. */
    public List<String> faults(String schema, JsonNode value) {
        return openApi.faults("/components/schemas/" + schema, value);
    }

    /** Every route, such as {@code GET /v1/panel/support-pin}. */
    public List<String> routes() {
        return openApi.operations().stream()
                .map(operation -> operation.route().key())
                .toList();
    }

    /** The route that a request goes to. */
    public String route(String method, String path) {
        return openApi.operations().stream()
                .map(OpenApi.Operation::route)
                .filter(route -> route.method().equals(method) && matches(route.path(), path))
                .map(Route::key)
                .findFirst()
                .orElse("none");
    }

    /** Every problem of every route: the route, and the end of the problem's type. */
    public Set<String> problems() {
        return openApi.operations().stream()
                .flatMap(operation -> operation
                        .node()
                        .path("responses")
                        .valueStream()
                        .flatMap(response -> openApi.problems(response).stream())
                        .map(problem -> problem.at("/properties/type/const").asText())
                        .map(type -> operation.route().key() + " " + type.replaceAll(".*:", "")))
                .collect(Collectors.toSet());
    }

    /** The example of the request body; empty if there is none. */
    public String example(String route) {
        var example = openApi.operation(route).node().at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "" : example.toString();
    }

    /** Whether each of its problems says when to come again; API Gateway's own answers do not. */
    private static boolean saysWhen(JsonNode response) {
        return response.at("/headers/Retry-After/$ref").asText().endsWith("/RetryAfter");
    }

    /** Of the headers that are listed, each that is required must be there, and each that is there must keep its schema. */
    private List<String> headerFaults(JsonNode response, Map<String, List<String>> headers) {
        var faults = new ArrayList<String>();
        response.path("headers").properties().forEach(listed -> {
            var name = listed.getKey();
            var header = openApi.resolve(listed.getValue());
            var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (values.isEmpty() && header.path("required").asBoolean()) {
                faults.add("the header " + name + " is missing");
            }
            for (var value : values) {
                var isNumber = openApi.resolve(header.path("schema"))
                        .path("type")
                        .asText()
                        .equals("integer");
                var json = isNumber ? value : '"' + value.replace("\"", "\\\"") + '"';
                faults.addAll(openApi.faults(header.path("schema"), ProjectFiles.json(json)));
            }
        });
        return faults;
    }

    /** Whether a schema or one of its parts names a member. */
    private boolean declares(JsonNode schema, String name) {
        var resolved = openApi.resolve(schema);
        return resolved.path("properties").has(name)
                || Stream.of("allOf", "oneOf")
                        .flatMap(kind -> resolved.path(kind).valueStream())
                        .anyMatch(part -> declares(part, name));
    }

    private String pointer(OpenApi.Operation operation, int status, String contentType) {
        JsonNode response = operation.node().path("responses").path(Integer.toString(status));
        var at = response.has("$ref")
                ? response.path("$ref").asText().substring(1)
                : operation.pointer() + "/responses/" + status;
        return at + "/content/" + OpenApi.escape(contentType) + "/schema";
    }

    /** API Gateway's own answers are one short message. */
    private static boolean isOfTheGateway(String body) {
        return body.startsWith("{\"message\":");
    }

    private static boolean matches(String template, String path) {
        return Pattern.matches(template.replaceAll("\\{[^}]+}", "[^/]+"), path);
    }
}
