package org.supportpin.domain.action;

/** How much harm an action can do in the wrong hands. */
public enum Risk {
    STANDARD("standard"),
    /** The customer is told by SMS; a PIN sent to a mobile that was just replaced does not suffice. */
    HIGH("high");

    private final String text;

    Risk(String text) {
        this.text = text;
    }

    /** The risk in the API. */
    public String text() {
        return text;
    }

    /** The higher one. */
    public Risk or(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
