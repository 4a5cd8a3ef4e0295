package org.supportpin.local.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who calls, as api.md lists them, with the scopes that their tokens have. */
enum Role {
    CUSTOMER(IssuerName.PANEL, "pin:self"),
    AGENT(IssuerName.AGENT, "pin:verify action:execute"),
    SUPERVISOR(IssuerName.AGENT, "pin:verify action:execute action:approve"),
    AUDITOR(IssuerName.AGENT, "audit:read");

    private final IssuerName issuer;
    private final String scope;

    Role(IssuerName issuer, String scope) {
        this.issuer = issuer;
        this.scope = scope;
    }

    IssuerName issuer() {
        return issuer;
    }

    String scope() {
        return scope;
    }

    static Optional<Role> of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
