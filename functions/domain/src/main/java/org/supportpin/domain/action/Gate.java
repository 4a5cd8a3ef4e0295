package org.supportpin.domain.action;

import org.supportpin.domain.check.WireName;

/** What may stand between the acceptance of an action and its execution. */
public enum Gate implements WireName {
    /** The customer, who sees the values, transfers a code that opens this action and no other. */
    CONSENT,
    /** Time passes in which the customer is told and anyone may stop it; or the customer opens it in the panel. */
    HOLD,
    /** A supervisor who is not the agent approves. */
    APPROVAL
}
