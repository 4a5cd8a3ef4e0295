package org.supportpin.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.local.gateway.Verdict.Forbidden;
import org.supportpin.local.gateway.Verdict.Granted;
import org.supportpin.local.gateway.Verdict.Unauthorized;
import org.supportpin.local.http.Request;

/** Checks a request's token, and its scopes against those of the route. */
record JwtAuthorizer(TokenCheck check) {

    /** The token, with or without the scheme, in any case (RFC 9110 §11.1). */
    private static final Pattern CREDENTIALS = Pattern.compile("(?:(?i:bearer) +)?([A-Za-z0-9_.-]+)");

    /** @param wanted the route's scopes, one of which suffices; if there are none, any valid token does */
    Verdict judge(Request request, List<String> wanted) {
        if (!request.headers().containsKey("authorization")) {
            return new Unauthorized("Bearer");
        }
        var credentials =
                CREDENTIALS.matcher(request.header("authorization").orElse("").strip());
        if (!credentials.matches()) {
            return invalid("the header Authorization does not contain a bearer token");
        }
        try {
            var claims = check.check(credentials.group(1));
            var scopes = new ArrayList<>(wanted);
            scopes.retainAll(scopes(claims));
            return scopes.isEmpty() && !wanted.isEmpty()
                    ? new Forbidden("Bearer scope=\"" + String.join(" ", wanted) + "\" error=\"insufficient_scope\"")
                    : new Granted(claims, scopes);
        } catch (TokenRefused e) {
            return invalid(e.why());
        }
    }

    private static Unauthorized invalid(String why) {
        return new Unauthorized("Bearer error=\"invalid_token\" error_description=\"" + why + "\"");
    }

    /** From {@code scope} or {@code scp}: a text with spaces, or a list. */
    private static List<String> scopes(Json claims) {
        var scope = claims.path(claims.path("scope").isNull() ? "scp" : "scope");
        var scopes = new ArrayList<String>();
        if (scope instanceof Json.Arr) {
            scope.items().forEach(one -> scopes.add(one.asText()));
        } else {
            scopes.addAll(List.of(scope.asText().split(" +", -1)));
        }
        return scopes;
    }
}
