package org.supportpin.domain.action;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accepted actions. They are created and ended only together with a ledger entry: {@link
 * org.supportpin.domain.customer.CompanionWrite}.
 */
public interface Actions {

    /** The action with this ID, strongly consistent. */
    Optional<ActionRecord> find(ActionId id);

    /**
     * A pending action, as the queue shows it.
     *
     * @param name null if the stored name is none
     */
    record Waiting(ActionId id, @Nullable ActionName name) {}

    /**
     * The pending actions that were neither dispatched nor looked at since an instant, longest waiting first, read as they are needed.
     * They may be a few seconds old, and include actions that have ended since.
     */
    Iterable<Waiting> due(Instant before);

    /**
     * Takes an action for a look, and moves it to the back of the queue. Its version stays the same, because nothing about the action
     * changes.
     *
     * @param before an action that was dispatched or looked at since then is left alone
     * @param now its new place in the queue
     * @return the action, strongly consistent; empty if it has ended or is left alone
     */
    Optional<ActionRecord> look(ActionId id, Instant before, Instant now);

    /**
     * Writes a pending action that is about to be dispatched again.
     *
     * @return whether it was still pending with the previous version; if not, nothing was written
     */
    boolean claim(ActionRecord dispatched);
}
