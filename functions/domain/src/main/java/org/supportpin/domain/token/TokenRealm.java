package org.supportpin.domain.token;

import java.util.Set;
import org.supportpin.domain.check.WireName;

/** Whose tokens a client may ask for. Each realm has its own issuer and audience. */
public enum TokenRealm implements WireName {
    /** Customers, whom the panel has signed in. */
    PANEL("pin:self", "auth_time locale phone_number phone_number_verified"),
    /** The hosting company's staff, whom the agents' tool has signed in. */
    AGENT("pin:verify action:execute action:approve audit:read audit:erase", "auth_time name");

    private final String scopes;
    private final String claims;

    TokenRealm(String scopes, String claims) {
        this.scopes = scopes;
        this.claims = claims;
    }

    /** All scopes that a token of this realm can have. */
    public Set<String> scopes() {
        return Set.of(scopes.split(" ", -1));
    }

    /** All claims about its subject that a token of this realm can have: those that the service reads. */
    public Set<String> claims() {
        return Set.of(claims.split(" ", -1));
    }
}
