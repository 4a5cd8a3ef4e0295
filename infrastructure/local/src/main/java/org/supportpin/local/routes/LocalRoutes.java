package org.supportpin.local.routes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;

/** The routes under {@code /local/}. */
public final class LocalRoutes implements Service {

    /** Throws {@link Problem} to refuse a call. */
    @FunctionalInterface
    public interface Route {
        Answer answer(Call call);
    }

    private final Map<String, Route> routes = new LinkedHashMap<>();

    /**
     * Adds a route.
     *
     * @param path literal, for example {@code /local/clock}
     * @throws IllegalArgumentException if the route exists
     */
    public LocalRoutes add(String method, String path, Route route) {
        if (routes.putIfAbsent(method + " " + path, route) != null) {
            throw new IllegalArgumentException(method + " " + path + " already exists");
        }
        return this;
    }

    @Override
    public Reply answer(Request request) {
        try {
            var route = routes.get(request.method() + " " + request.path());
            if (route == null) {
                throw Problem.of(404, "not-found", "Not found", "The local stack has no such route.");
            }
            return route.answer(call(request)).reply();
        } catch (Problem problem) {
            return problem.reply();
        }
    }

    private static Call call(Request request) {
        if (request.body().isEmpty()) {
            return new Call(Json.object().build());
        }
        try {
            var body = JsonText.read(request.body().text());
            if (body instanceof Json.Obj) {
                return new Call(body);
            }
        } catch (MalformedJson e) {
            throw Problem.malformed("The body is not valid JSON.");
        }
        throw Problem.malformed("The body is not a JSON object.");
    }
}
