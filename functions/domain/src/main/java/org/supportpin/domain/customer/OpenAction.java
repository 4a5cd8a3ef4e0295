package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionHashes;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Gates;

/**
 * An action that was accepted and has not ended. Only what the ledger shows as open, with no gate before it, may be sent to the
 * back office.
 *
 * @param at since when nothing stands before it; while something does, when it was accepted
 * @param gates what it waits for; null once nothing stands before it
 * @param isWithdrawn whether the customer has ended the service while it waited; it is not carried out, even if they begin it again
 */
public record OpenAction(
        ActionId id,
        ActionHashes hashes,
        Instant at,
        @Nullable Gates gates,
        boolean isWithdrawn) {

    /** How long after its acceptance, or after its last gate opened, an action may be sent. Later, its systems may have been changed
     * for other reasons. */
    public static final Duration SENDABLE = Duration.ofDays(1);

    /** Nothing stands before it. */
    public OpenAction(ActionId id, ActionHashes hashes, Instant at) {
        this(id, hashes, at, null);
    }

    /** Newly accepted. */
    public OpenAction(ActionId id, ActionHashes hashes, Instant at, @Nullable Gates gates) {
        this(id, hashes, at, gates, false);
    }

    /** Whether the stored action is exactly the one that was accepted, and waits for the same. */
    public boolean isOf(ActionRecord action) {
        return id.equals(action.id()) && hashes.equals(action.hashes()) && Objects.equals(gates, action.gates());
    }

    /** Whether gates still stand before it, and its time is not over. */
    public boolean isWaiting(Instant now) {
        return gates != null && !gates.isOver(now);
    }

    /** Whether it may still be sent. */
    public boolean isSendable(Instant now) {
        return gates == null && now.isBefore(at.plus(SENDABLE));
    }

    OpenAction withGates(@Nullable Gates left, Instant now) {
        return new OpenAction(id, hashes, left == null ? now : at, left, isWithdrawn);
    }

    /** When the customer ends the service. What has no gate before it any more may be under way, and is not changed. */
    OpenAction withdrawn() {
        return gates == null ? this : new OpenAction(id, hashes, at, gates, true);
    }
}
