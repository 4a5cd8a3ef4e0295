package org.supportpin.domain.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accepted actions. They are opened and ended only with a ledger entry: {@link org.supportpin.domain.customer.CompanionWrite}. */
public interface Actions {

    /** The action of that id, strongly consistent. */
    Optional<ActionRecord> find(ActionId id);

    /**
     * Pending actions that were dispatched last before an instant, the longest waiting first. It may lag behind by some
     * seconds, and name one that ended meanwhile.
     */
    List<ActionRecord> pending(Instant dispatchedBefore, int limit);

    /**
     * Writes a pending action that is about to be dispatched again.
     *
     * @return whether it was still pending and of the version before; if not, nothing was written
     */
    boolean claim(ActionRecord dispatched);
}
