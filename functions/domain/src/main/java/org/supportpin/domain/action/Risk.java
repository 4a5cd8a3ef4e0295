package org.supportpin.domain.action;

import org.supportpin.domain.check.WireName;

/** How much harm an action can do in the wrong hands. */
public enum Risk implements WireName {
    STANDARD,
    /** The customer is told by SMS; a PIN sent to a mobile that was just replaced does not suffice. */
    HIGH;

    /** The higher of the two. */
    public Risk or(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
