package org.supportpin.domain.token;

import java.util.function.Predicate;
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

    /**
     * The claim that has the token's audience.
     *
     * @param has whether the token has a claim
     */
    public String audienceClaim(Predicate<String> has) {
        return this == CLIENT_ID && !has.test("aud") ? "client_id" : "aud";
    }
}
