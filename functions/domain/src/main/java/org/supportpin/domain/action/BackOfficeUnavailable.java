package org.supportpin.domain.action;

/** A system of the hosting company could not be asked. It is thrown by reading operations alone: nothing was to be changed. */
public final class BackOfficeUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BackOfficeUnavailable(String operation, Throwable cause) {
        super(operation + " did not answer", cause);
    }

    public BackOfficeUnavailable(String operation) {
        super(operation + " did not answer");
    }
}
