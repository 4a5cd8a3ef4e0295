package org.supportpin.functions.http;

import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.check.WireName;

/** In which claims an identity provider puts audience and scopes. API Gateway takes them in all of these forms. */
public enum TokenForm implements WireName {
    /** {@code aud} and {@code scope} (RFC 9068). */
    STANDARD("scope"),
    /** {@code aud} and {@code scp}: Microsoft Entra ID, Okta. */
    SCP("scp"),
    /** {@code scope}, and {@code client_id} where there is no {@code aud}: Amazon Cognito. */
    CLIENT_ID("scope");

    private final String scopeClaim;

    TokenForm(String scopeClaim) {
        this.scopeClaim = scopeClaim;
    }

    /** The claim that has the scopes. */
    public String scopeClaim() {
        return scopeClaim;
    }

    /** The claim that has the token's audience. */
    String audienceClaim(Obj claims) {
        return this == CLIENT_ID && !claims.has("aud") ? "client_id" : "aud";
    }
}
