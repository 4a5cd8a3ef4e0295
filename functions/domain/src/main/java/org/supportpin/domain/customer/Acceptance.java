package org.supportpin.domain.customer;

import org.supportpin.domain.action.ActionHashes;
import org.supportpin.domain.action.ActionId;

/** The event by which an action was accepted: the ledger has its hashes, and it is open until it ends. */
public sealed interface Acceptance permits Event.ActionAccepted, Event.UndoAccepted {

    ActionId actionId();

    ActionHashes hashes();
}
