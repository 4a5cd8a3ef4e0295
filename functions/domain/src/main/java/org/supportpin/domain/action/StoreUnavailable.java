package org.supportpin.domain.action;

/** The store of ledgers cannot be asked now. Whether a write arrived is not known; the same request may be sent again. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
