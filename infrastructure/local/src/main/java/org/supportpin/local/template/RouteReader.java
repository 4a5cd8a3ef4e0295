package org.supportpin.local.template;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;

/** Reads a function's events of the type HttpApi. */
record RouteReader(Json template, Intrinsics intrinsics) {

    List<Route> read(String function, Json properties) {
        return properties.path("Events").members().entrySet().stream()
                .filter(event -> event.getValue().path("Type").asText().equals("HttpApi"))
                .map(event -> route(function, event.getKey(), event.getValue().path("Properties")))
                .toList();
    }

    private Route route(String function, String name, Json event) {
        var path = intrinsics.text(event.path("Path"));
        var method = intrinsics.text(event.path("Method")).toUpperCase(Locale.ROOT);
        if (!path.startsWith("/") || method.isEmpty()) {
            throw new TemplateFault("the event " + name + " of " + function + " lacks a path or a method");
        }
        var auth = event.path("Auth");
        return new Route(
                method.equals("*") ? "ANY" : method,
                path,
                authorizer(intrinsics.text(auth.path("Authorizer")), event.path("ApiId")),
                intrinsics.texts(auth.path("AuthorizationScopes")),
                function);
    }

    /** The event's own authorizer, or the API's default one; {@code NONE} opens the route. */
    private @Nullable String authorizer(String own, Json apiId) {
        var name = own.isEmpty() ? defaultAuthorizer(apiId.path("Ref").asText()) : own;
        return name.isEmpty() || name.equals("NONE") ? null : name;
    }

    private String defaultAuthorizer(String api) {
        return intrinsics.text(template.path("Resources")
                .path(api)
                .path("Properties")
                .path("Auth")
                .path("DefaultAuthorizer"));
    }
}
