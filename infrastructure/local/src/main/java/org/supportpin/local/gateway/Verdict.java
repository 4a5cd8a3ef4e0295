package org.supportpin.local.gateway;

import java.util.List;
import org.supportpin.backoffice.json.Json;

/** An authorizer's decision. */
sealed interface Verdict {

    /** The token is valid; these are its scopes that the route requires. */
    record Granted(Json claims, List<String> scopes) implements Verdict {
        public Granted {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * The token is missing or invalid: 401.
     *
     * @param challenge for {@code WWW-Authenticate}
     */
    record Unauthorized(String challenge) implements Verdict {}

    /** The token lacks the scope: 403. */
    record Forbidden(String challenge) implements Verdict {}
}
