package org.supportpin.local.gateway;

import java.util.List;
import org.supportpin.backoffice.json.Json;

/** What an authorizer says to a token. */
sealed interface Verdict {

    /**
     * The token is good.
     *
     * @param scopes those of the token that the route asks for
     */
    record Granted(Json claims, List<String> scopes) implements Verdict {
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
