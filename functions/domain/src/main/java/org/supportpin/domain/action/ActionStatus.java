package org.supportpin.domain.action;

/** Where an action stands. */
public enum ActionStatus {
    /** Accepted; what came of it is not known yet. */
    PENDING("pending"),
    /** Done, once. */
    SUCCEEDED("succeeded"),
    /** The back office, or a rule at dispatch, said no. Nothing was done. */
    REFUSED("refused"),
    /** Nothing was done, or a person must find out. */
    FAILED("failed");

    private final String text;

    ActionStatus(String text) {
        this.text = text;
    }

    /** The status in the API. */
    public String text() {
        return text;
    }
}
