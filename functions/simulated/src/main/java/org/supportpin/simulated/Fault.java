package org.supportpin.simulated;

import org.supportpin.domain.check.WireName;

/** What can go wrong with an operation, when somebody wants to see it. */
public enum Fault implements WireName {
    /** Performs the effect, and then never answers. */
    TIMEOUT,
    /** Breaks down before anything is done. */
    ERROR,
    /** Says no. */
    REFUSE
}
