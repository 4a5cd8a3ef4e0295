package org.supportpin.domain.action;

import org.supportpin.domain.check.WireName;

/** How much harm an action can do in the wrong hands. */
public enum Risk implements WireName {
    STANDARD,
    /** The customer is notified by SMS. A PIN sent to a recently changed mobile is not enough. */
    HIGH;

    /** The higher of the two. */
    public Risk or(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
