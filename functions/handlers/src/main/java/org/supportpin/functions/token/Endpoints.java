package org.supportpin.functions.token;

import java.util.Map;
import org.supportpin.domain.token.TokenRealm;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.http.Request;

/**
 * The service's addresses. An API cannot be told its own address by the template that makes it, so settings write {@code {apiId}} where API
 * Gateway tells each request of it; behind a domain of the hosting company they name that.
 *
 * @param token the token endpoint
 * @param realms each realm's issuer and audience
 */
record Endpoints(String token, Map<TokenRealm, Realm> realms) {

    private static final String API_ID = "{apiId}";

    Endpoints {
        realms = Map.copyOf(realms);
    }

    /** The addresses as this API has them. */
    Endpoints of(Request request) {
        var api = request.apiId();
        return new Endpoints(
                token.replace(API_ID, api),
                Map.of(
                        TokenRealm.PANEL, at(TokenRealm.PANEL, api),
                        TokenRealm.AGENT, at(TokenRealm.AGENT, api)));
    }

    private Realm at(TokenRealm realm, String api) {
        var each = realm(realm);
        return new Realm(each.issuer().replace(API_ID, api), each.audience(), each.tokens());
    }

    Realm realm(TokenRealm realm) {
        var found = realms.get(realm);
        if (found == null) {
            throw new IllegalStateException("no realm " + realm.text());
        }
        return found;
    }
}
