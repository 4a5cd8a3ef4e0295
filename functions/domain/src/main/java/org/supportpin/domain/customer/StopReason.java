package org.supportpin.domain.customer;

import org.supportpin.domain.check.WireName;

/** Why a waiting action was stopped. */
public enum StopReason implements WireName {
    /** The customer stopped it in the panel. */
    CUSTOMER,
    /** The agent in whose call it was requested stopped it. */
    AGENT,
    /** An agent stopped it for a caller, who need not be verified for that. */
    CALLER,
    /** A supervisor refused it. */
    SUPERVISOR,
    /** A gate was not opened in time. */
    EXPIRED,
    /** The code was wrong too often. */
    WRONG_CODES,
    /** The SMS with the code could not be sent. */
    SMS_NOT_SENT,
    /** When its last gate opened, the customer did not allow it any more. */
    NOT_ALLOWED
}
