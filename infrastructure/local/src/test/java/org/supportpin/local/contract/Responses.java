package org.supportpin.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds answers against infrastructure/openapi.yaml. */
public final class Responses {

    private final OpenApi openApi = new OpenApi();

    /**
     * What is wrong with an answer.
     *
     * @param path without query
     * @param contentType null where there is no body
     */
    public List<String> faults(String method, String path, int status, @Nullable String contentType, String body) {
        var operation = openApi.operations().stream()
                .filter(each -> each.route().method().equals(method)
                        && matches(each.route().path(), path))
                .findFirst();
        if (operation.isEmpty()) {
            return status == 404 ? List.of() : List.of(method + " " + path + " is not in openapi.yaml");
        }
        var response = openApi.resolve(operation.get().node().path("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return isOfTheGateway(body) ? List.of() : List.of(method + " " + path + " does not list " + status);
        }
        if (contentType == null) {
            return body.isEmpty() ? List.of() : List.of("a body without a content type");
        }
        if (isOfTheGateway(body)) {
            return List.of();
        }
        var content = response.path("content").path(contentType);
        return content.isMissingNode()
                ? List.of(method + " " + path + " " + status + " does not list " + contentType)
                : openApi.faults(pointer(operation.get(), status, contentType), ProjectFiles.json(body));
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
