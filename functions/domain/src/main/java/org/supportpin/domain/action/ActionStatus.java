package org.supportpin.domain.action;

import org.supportpin.domain.check.WireName;

/** Where an action stands. */
public enum ActionStatus implements WireName {
    /** Accepted; what came of it is not known yet. */
    PENDING,
    /** Done, once. */
    SUCCEEDED,
    /** The back office, or a rule at dispatch, said no. Nothing was done. */
    REFUSED,
    /** Nothing was done, or a person must find out. */
    FAILED
}
