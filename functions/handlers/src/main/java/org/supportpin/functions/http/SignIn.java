package org.supportpin.functions.http;

import java.time.Clock;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.token.SignInTime;

/**
 * Whether a customer has just signed in, by {@link SignInTime}. A token that does not say it was not issued after a recent sign-in, as
 * far as anyone knows.
 */
public enum SignIn {
    /** Within the last ten minutes: whoever calls has just given their credentials, not only found a session. */
    FRESH,
    /** Longer ago, at a time that is yet to come, or at a time that the token does not say. */
    STALE;

    /**
     * Reads it from the claims of a token.
     *
     * @param claim the claim's name
     * @param real real time, by which tokens are issued
     */
    static SignIn of(Obj claims, String claim, Clock real) {
        return claims.get(claim)
                        .filter(value -> value instanceof Json.Str || value instanceof Json.Num)
                        .filter(value -> SignInTime.of(value.asText(), real) == SignInTime.FRESH)
                        .isPresent()
                ? FRESH
                : STALE;
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
                .with("maxAge", Json.of(SignInTime.LONGEST.toSeconds()));
    }
}
