package org.supportpin.backoffice.secret;

/** A connector's secret cannot be had, so nothing was asked of its system. */
public final class SecretUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecretUnavailable(String message) {
        super(message);
    }

    public SecretUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
