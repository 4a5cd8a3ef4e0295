package org.supportpin.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route of the API.
 *
 * @param method in capitals, or {@code ANY}
 * @param path with parameters in braces, for example {@code /v1/audit/customers/{customerId}/events}
 * @param authorizer its name; null if the route is open
 * @param scopes one of which a token must have; if there are none, any token will do
 * @param function its logical id
 */
public record Route(String method, String path, @Nullable String authorizer, List<String> scopes, String function) {

    public Route {
        scopes = List.copyOf(scopes);
    }

    /** API Gateway's name, for example {@code GET /v1/panel/support-pin}. */
    public String key() {
        return method + " " + path;
    }
}
