package org.supportpin.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A route of the API.
 *
 * @param method in capitals, or {@code ANY}
 * @param path with its parameters in braces, such as {@code /v1/audit/customers/{customerId}/events}
 * @param scopes one of which a token must have; none where any token will do
 * @param authorizer its name; none where the route is open
 * @param function the logical id of the function that answers
 */
public record Route(String method, String path, Optional<String> authorizer, List<String> scopes, String function) {

    public Route {
        scopes = List.copyOf(scopes);
    }

    /** As API Gateway names it, such as {@code GET /v1/panel/support-pin}. */
    public String key() {
        return method + " " + path;
    }
}
