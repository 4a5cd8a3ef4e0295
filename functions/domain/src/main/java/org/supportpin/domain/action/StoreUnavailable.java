package org.supportpin.domain.action;

/** The store of ledgers does not answer. It is unknown whether a write was made; the request may be repeated. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
