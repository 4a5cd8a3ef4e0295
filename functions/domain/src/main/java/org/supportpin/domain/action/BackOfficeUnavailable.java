package org.supportpin.domain.action;

/** A system of the hosting company did not answer. Thrown only by reading operations, so nothing was changed. */
public final class BackOfficeUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BackOfficeUnavailable(String operation, Throwable cause) {
        super(operation + " did not answer", cause);
    }

    public BackOfficeUnavailable(String operation) {
        super(operation + " did not answer");
    }
}
