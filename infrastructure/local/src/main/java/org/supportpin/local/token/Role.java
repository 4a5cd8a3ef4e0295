package org.supportpin.local.token;

import org.supportpin.domain.check.WireName;

/** The roles of callers (api.md) and the scopes of their tokens. */
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
