package org.supportpin.simulated;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong with an operation, when somebody wants to see it. */
public enum Fault {
    /** Performs the effect, and then never answers. */
    TIMEOUT("timeout"),
    /** Breaks down before anything is done. */
    ERROR("error"),
    /** Says no. */
    REFUSE("refuse");

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<Fault> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }
}
