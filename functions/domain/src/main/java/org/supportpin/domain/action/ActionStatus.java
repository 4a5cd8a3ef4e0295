package org.supportpin.domain.action;

import org.supportpin.domain.check.WireName;

/** The status of an action. */
public enum ActionStatus implements WireName {
    /** Accepted; at least one gate stands before it. Nothing was done. */
    WAITING,
    /** Accepted; the outcome is not known yet. */
    PENDING,
    /** Done, once. */
    SUCCEEDED,
    /** Refused by the back office or by a rule at dispatch. Nothing was done. */
    REFUSED,
    /** Nothing was done, or a person must find out. */
    FAILED,
    /** Someone stopped it before its last gate opened, or its time was over. Nothing was done. */
    STOPPED
}
