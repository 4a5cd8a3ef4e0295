package org.supportpin.deploymentcheck;

import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.WireName;

/** In which claims a provider puts audience and scopes, by the values of template.yaml's parameters, to which a test holds them. */
enum TokenForm implements WireName {
    STANDARD("scope"),
    SCP("scp"),
    CLIENT_ID("scope");

    private final String scopeClaim;

    TokenForm(String scopeClaim) {
        this.scopeClaim = scopeClaim;
    }

    String scopeClaim() {
        return scopeClaim;
    }

    String audienceClaim(Json.Obj claims) {
        return this == CLIENT_ID && !claims.has("aud") ? "client_id" : "aud";
    }
}
