package org.supportpin.local.token;

import org.supportpin.domain.check.WireName;

/** The two issuers, which have different keys. */
public enum IssuerName implements WireName {
    PANEL,
    AGENT;

    public String audience() {
        return "support-pin-" + text();
    }

    public String path() {
        return "/local/issuers/" + text();
    }
}
