package org.supportpin.local.token;

import org.supportpin.domain.check.WireName;

/** The two issuers. They share no key, so neither's tokens work on the other's routes. */
public enum IssuerName implements WireName {
    PANEL,
    AGENT;

    /** The audience of the tokens that it issues. */
    public String audience() {
        return "support-pin-" + text();
    }

    public String path() {
        return "/local/issuers/" + text();
    }
}
