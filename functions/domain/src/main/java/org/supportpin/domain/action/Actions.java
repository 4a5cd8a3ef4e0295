package org.supportpin.domain.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The accepted actions. They are created and ended only together with a ledger entry: {@link
 * org.supportpin.domain.customer.CompanionWrite}.
 */
public interface Actions {

    /** The action with this ID, strongly consistent. */
    Optional<ActionRecord> find(ActionId id);

    /**
     * Pending actions whose last dispatch was before an instant, longest waiting first. The result may be a few seconds old and
     * contain actions that have ended since.
     */
    List<ActionRecord> pending(Instant dispatchedBefore, int limit);

    /**
     * Writes a pending action that is about to be dispatched again.
     *
     * @return whether it was still pending with the previous version; if not, nothing was written
     */
    boolean claim(ActionRecord dispatched);

    /**
     * Takes an action that no ledger has accepted out of the pending ones, as failed and in need of a human. Nothing else of it
     * is changed: it is evidence.
     *
     * @return whether it was pending; if not, nothing was written
     */
    boolean setAside(ActionId id, Instant at);
}
