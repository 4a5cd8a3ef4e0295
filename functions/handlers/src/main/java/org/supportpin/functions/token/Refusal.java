package org.supportpin.functions.token;

import org.supportpin.domain.check.WireName;

/** Why there is no token. The log has its name; the caller learns no more than a client may know that has not proved itself. */
public enum Refusal implements WireName {
    FORM("invalid_request", "Send a form (application/x-www-form-urlencoded) that has each parameter once."),
    GRANT_TYPE("unsupported_grant_type", "Use grant_type=" + TokenHandler.GRANT_TYPE + "."),
    NO_ASSERTION("invalid_request", "Send a JWT that your server has signed as the parameter assertion."),
    ASSERTION_TYPE("invalid_request", "Use client_assertion_type=" + TokenHandler.ASSERTION_TYPE + "."),
    NOT_A_JWT(Who.CODE, Who.WHAT),
    UNKNOWN_CLIENT(Who.CODE, Who.WHAT),
    ADDRESS(Who.CODE, Who.WHAT),
    ALGORITHM(Who.CODE, Who.WHAT),
    KEY(Who.CODE, Who.WHAT),
    SIGNATURE(Who.CODE, Who.WHAT),
    OTHER_CLIENT(Who.CODE, Who.WHAT),
    AUDIENCE(
            "invalid_grant",
            "Set aud to the token endpoint or to the issuer of the client's realm, and to nothing else."),
    NO_EXPIRY("invalid_grant", "Set exp to a number of seconds since 1970, at most five minutes from now."),
    EXPIRED("invalid_grant", "The assertion has expired: make one for each request, and check your server's clock."),
    TOO_LONG("invalid_grant", "Set exp to at most five minutes from now, and check your server's clock."),
    NO_TIME("invalid_grant", "Set iat and nbf to numbers of seconds since 1970, or leave them out."),
    TOO_EARLY("invalid_grant", "iat or nbf is in the future: check your server's clock."),
    NO_ID("invalid_grant", "Set jti to a new random text of 8 to 128 visible characters for each assertion."),
    REPLAYED("invalid_grant", "This assertion was used before: make a new one for each request."),
    SUBJECT(
            "invalid_grant",
            "Set sub to the id of the customer or agent who has signed in: 1 to 64 letters, digits or . _ : @ | + ~ -"),
    CLAIM(
            "invalid_grant",
            "The assertion has a claim that this client may not pass on, or with a value of the wrong type."),
    SCOPE("invalid_scope", "Ask for scopes that this client has; one that has several must name those it needs."),
    RATE(
            "temporarily_unavailable",
            "This client has had all of its tokens for this minute. Send a new assertion later."),
    UNAVAILABLE(
            "temporarily_unavailable", "No token can be issued at the moment. Send a new assertion after Retry-After.");

    /** Client, key, algorithm, signature and address look alike to whoever has not proved to be the client. */
    private static final class Who {
        static final String CODE = "invalid_client";
        static final String WHAT =
                "The assertion does not prove that a known client calls: check iss, the key and its kid, alg,"
                        + " the signature, and the address of your server.";
    }

    private final String error;
    private final String description;

    Refusal(String error, String description) {
        this.error = error;
        this.description = description;
    }

    /** The code of RFC 6749 §5.2; of §4.1.2.1, which fits best, where a later request may succeed. */
    String error() {
        return error;
    }

    /** What to do, in printable ASCII without quotes, as RFC 6749 §5.2 asks for. */
    String description() {
        return description;
    }

    int status() {
        return switch (this) {
            case RATE -> 429;
            case UNAVAILABLE -> 503;
            default -> error.equals(Who.CODE) ? 401 : 400;
        };
    }
}
