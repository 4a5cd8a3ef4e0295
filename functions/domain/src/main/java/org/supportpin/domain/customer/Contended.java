package org.supportpin.domain.customer;

/** Other requests were first too many times, or until the time was over. Nothing was recorded; the request may be repeated. */
public final class Contended extends RuntimeException {
    private static final long serialVersionUID = 1;

    Contended(String what, int attempts) {
        super(what + " was busy " + attempts + " times in a row");
    }
}
