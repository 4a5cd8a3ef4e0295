package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import org.supportpin.domain.action.ActionHashes;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;

/**
 * An action that was accepted and has not ended. Only what the ledger shows as open may be sent to the back office.
 *
 * @param at when it was accepted
 */
public record OpenAction(ActionId id, ActionHashes hashes, Instant at) {

    /** How long after its acceptance an action may be sent. Later, its systems may have been changed for other reasons. */
    public static final Duration SENDABLE = Duration.ofDays(1);

    /** Whether the stored action is exactly the one that was accepted. */
    public boolean isOf(ActionRecord action) {
        return id.equals(action.id()) && hashes.equals(action.hashes());
    }

    /** Whether an action that was accepted then may still be sent. */
    public static boolean isSendable(Instant accepted, Instant now) {
        return now.isBefore(accepted.plus(SENDABLE));
    }
}
