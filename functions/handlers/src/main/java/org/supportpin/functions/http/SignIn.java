package org.supportpin.functions.http;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;

/**
 * How recently a customer has signed in: the claim {@code auth_time} (OpenID Connect Core §2), seconds since 1970. A token that does
 * not say it was not issued after a recent sign-in, as far as anyone knows.
 */
public enum SignIn {
    /** Within the last ten minutes: whoever calls has just given their credentials, not only found a session. */
    FRESH,
    /** Longer ago, at a time that is yet to come, or at a time that the token does not say. */
    STALE;

    /** docs/panel-integration.md says how a panel asks its identity provider for it. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** How far the identity provider's clock may be ahead. */
    static final Duration SKEW = Duration.ofMinutes(1);

    /** API Gateway passes a number as text, a large one perhaps with an exponent. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,12})?(?:[eE]\\+?[0-9]{1,2})?");

    /**
     * Reads it from the claims of a token.
     *
     * @param claim the claim's name
     * @param real real time, by which tokens are issued
     */
    static SignIn of(Obj claims, String claim, Clock real) {
        return claims.get(claim)
                        .filter(value -> value instanceof Json.Str || value instanceof Json.Num)
                        .map(Json::asText)
                        .filter(text -> SECONDS.matcher(text).matches())
                        .map(BigDecimal::new)
                        .filter(seconds -> isFresh(seconds, real))
                        .isPresent()
                ? FRESH
                : STALE;
    }

    private static boolean isFresh(BigDecimal at, Clock real) {
        var age = BigDecimal.valueOf(real.millis(), 3).subtract(at);
        return age.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) <= 0
                && age.compareTo(BigDecimal.valueOf(-SKEW.toSeconds())) >= 0;
    }

    /**
     * Lets only a fresh sign-in pass.
     *
     * @throws Rejected with {@code 403 login-not-fresh} otherwise
     */
    public void requireFresh() {
        if (this != FRESH) {
            throw new Rejected(notFresh());
        }
    }

    /** The same, where it depends on more than the request whether the sign-in must be fresh. */
    public static Problem notFresh() {
        return Problem.of(403, "login-not-fresh", "Sign in again")
                .detail("This change requires a sign-in within the last ten minutes. Sign in again, then repeat it.")
                .with("maxAge", Json.of(LONGEST.toSeconds()));
    }
}
