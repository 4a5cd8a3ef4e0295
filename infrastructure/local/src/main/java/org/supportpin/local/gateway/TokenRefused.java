package org.supportpin.local.gateway;

/** A token is invalid; the message says why, without anything from the token. */
final class TokenRefused extends Exception {

    private final String why;

    TokenRefused(String why) {
        super(why);
        this.why = why;
    }

    TokenRefused(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    String why() {
        return why;
    }
}
