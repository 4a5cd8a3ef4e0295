package org.supportpin.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.notice.QueuedNotice;

/** What is written in the same transaction as a ledger entry. */
public sealed interface CompanionWrite {

    /**
     * The customer's keys, replacing what is stored.
     *
     * @param before what was stored when they were made: if that has changed since, another request was first, or a key was wrapped
     *     again, and nothing is written. Null if nothing was stored. An {@link StoredSecret#UNREADABLE unreadable} item is replaced
     *     whatever it is
     */
    record SecretWritten(StoredSecret secret, @Nullable StoredSecret before) implements CompanionWrite {}

    /** An agent's budget, if it has not changed since it was read. */
    record AgentCounted(AgentBudget budget) implements CompanionWrite {}

    /** A number's budget, if it has not changed since it was read. */
    record DestinationCounted(DestinationBudget budget) implements CompanionWrite {}

    /** A new action. There must be none with its ID. */
    record ActionOpened(ActionRecord action) implements CompanionWrite {}

    /** A waiting action with other gates, or with none any more. It must be waiting and have the previous version. */
    record ActionMoved(ActionRecord action) implements CompanionWrite {}

    /** An ended action. It must be pending or waiting, and have the previous version. */
    record ActionEnded(ActionRecord action) implements CompanionWrite {}

    /** An action whose end was unknown, as an operator settled it. It must need a human, and have the previous version. */
    record ActionResolved(ActionRecord action) implements CompanionWrite {}

    /** A call offered by its code. No other offer that is not over may have the same place. */
    record HandoverPlaced(HandoverOffer offer, Instant now) implements CompanionWrite {}

    /** A new notice. There must be none with its ID. */
    record NoticeQueued(QueuedNotice notice) implements CompanionWrite {}
}
