package org.supportpin.domain.action;

import org.supportpin.domain.identity.CustomerId;

/**
 * The executor of an action that can be undone. What was done is exactly its plan, which has everything before and after; the
 * reverse is another plan of the same action, executed and reconciled like any other.
 *
 * @param <P> the plan
 */
public interface Undoable<P> {

    /**
     * Plans the reverse on the facts as they are now: everything back to what it was, where it still is as the action left it.
     * Changes and reserves nothing.
     *
     * @param done the plan of an action that was done
     * @throws BackOfficeUnavailable if the facts cannot be read
     */
    Reversal<P> reverse(CustomerId customer, P done);
}
