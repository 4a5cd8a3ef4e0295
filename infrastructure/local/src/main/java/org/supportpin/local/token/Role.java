package org.supportpin.local.token;

import org.supportpin.domain.check.WireName;

/** Who calls, as api.md lists them, with the scopes that their tokens have. */
enum Role implements WireName {
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
}
