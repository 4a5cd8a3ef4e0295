package org.supportpin.simulated;

import org.supportpin.domain.check.WireName;

/** A fault that can be injected into an operation. */
public enum Fault implements WireName {
    /** The change is made, but the answer is lost. */
    TIMEOUT,
    /** Nothing is done. */
    ERROR,
    /** The back office refuses. */
    REFUSE
}
