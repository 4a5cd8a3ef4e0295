package org.supportpin.local.token;

import java.util.Locale;

/** The two issuers. They share no key, so neither's tokens work on the other's routes. */
public enum IssuerName {
    PANEL,
    AGENT;

    /** As it stands in paths and files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The audience of the tokens that it issues. */
    public String audience() {
        return "support-pin-" + text();
    }

    public String path() {
        return "/local/issuers/" + text();
    }
}
