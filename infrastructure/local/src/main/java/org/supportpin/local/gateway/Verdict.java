package org.supportpin.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What an authorizer says to a token. */
sealed interface Verdict {

    /**
     * The token is good.
     *
     * @param scopes those of the token that the route asks for
     */
    record Granted(JsonNode claims, List<String> scopes) implements Verdict {
        public Granted {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * There is no token, or it is not good: 401.
     *
     * @param challenge for {@code WWW-Authenticate}
     */
    record Unauthorized(String challenge) implements Verdict {}

    /** The token is good, but lacks the scope: 403. */
    record Forbidden(String challenge) implements Verdict {}
}
