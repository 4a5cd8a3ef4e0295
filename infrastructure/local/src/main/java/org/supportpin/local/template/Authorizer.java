package org.supportpin.local.template;

import java.util.List;

/** A JWT authorizer. A token needs this issuer and one of the audiences. */
public record Authorizer(String name, String issuer, List<String> audiences) {
    public Authorizer {
        audiences = List.copyOf(audiences);
    }
}
