package org.supportpin.backoffice.secret;

/** A connector's secret is not available, so its system was not called. */
public final class SecretUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecretUnavailable(String message) {
        super(message);
    }

    public SecretUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
