package org.supportpin.domain.action;

/** What a wrong action would cost: of a high-risk one the customer is told by SMS. */
public enum Risk {
    STANDARD("standard"),
    HIGH("high");

    private final String text;

    Risk(String text) {
        this.text = text;
    }

    /** The name in the API. */
    public String text() {
        return text;
    }

    /** The higher of the two. */
    public Risk or(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
