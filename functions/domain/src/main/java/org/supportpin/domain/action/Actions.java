package org.supportpin.domain.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accepted actions. They are created and ended only together with a ledger entry: {@link
 * org.supportpin.domain.customer.CompanionWrite}.
 */
public interface Actions {

    /**
     * The action with this ID, strongly consistent.
     *
     * @throws Unreadable if what is stored is no action
     */
    Optional<ActionRecord> find(ActionId id);

    /**
     * A pending action, as the queue shows it.
     *
     * @param id null if the item's key names no action, so that nothing can be done with it
     * @param name null if the stored name is none
     */
    record Waiting(@Nullable ActionId id, @Nullable ActionName name) {}

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
     * @throws Unreadable if what is stored is no action; it has its new place in the queue all the same
     */
    Optional<ActionRecord> look(ActionId id, Instant before, Instant now);

    /**
     * Writes a pending action that is about to be dispatched again.
     *
     * @return whether it was still pending with the previous version; if not, nothing was written
     */
    boolean claim(ActionRecord dispatched);

    /**
     * A page of actions that need a human.
     *
     * @param next where the next page begins; null after the last
     */
    record Unsettled(List<ActionRecord> actions, @Nullable String next) {}

    /**
     * The actions that ended and need a human, newest first, according to a read that may be a second old; without those that were set
     * aside, which the rotation audit names.
     *
     * @param from where a page before said that this one begins; null for the first
     * @param limit 1–100
     * @throws IllegalArgumentException if no page said that
     */
    Unsettled unsettled(@Nullable String from, int limit);

    /**
     * Takes an action that no ledger has accepted, or that cannot be read, out of the pending ones, as failed and in need of a human. Nothing else of it
     * is changed: it is evidence.
     *
     * @return whether it was pending; if not, nothing was written
     */
    boolean setAside(ActionId id, Instant at);
}
