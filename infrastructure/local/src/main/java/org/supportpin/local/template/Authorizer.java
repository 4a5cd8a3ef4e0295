package org.supportpin.local.template;

import java.util.List;

/**
 * A JWT authorizer.
 *
 * @param issuer exactly as tokens name it
 * @param audiences one of which a token must name
 */
public record Authorizer(String name, String issuer, List<String> audiences) {
    public Authorizer {
        audiences = List.copyOf(audiences);
    }
}
