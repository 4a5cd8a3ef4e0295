package org.supportpin.domain.action;

import java.util.List;
import org.supportpin.domain.identity.CustomerId;

/**
 * How an action is planned, executed by one call, and reconciled if the answer was lost. Its rules are pure code over facts that
 * it reads through the back office's ports. Ownership is one of the rules: what belongs to another customer is refused as if it
 * did not exist.
 *
 * @param <A> the action
 * @param <P> the plan, with the facts that it depends on, such as a price or the state of a zone; stored with the action
 * @param <R> the result
 */
public interface ActionExecutor<A extends Action, P, R> {

    /**
     * Checks an action and returns everything that a preview shows. Changes and reserves nothing.
     *
     * @throws BackOfficeUnavailable if the facts cannot be read
     */
    Verdict<Proposal<P>> plan(CustomerId customer, A action);

    /**
     * Executes an accepted action: reads and checks the facts again, then makes one call with the action's ID.
     *
     * @throws BackOfficeUnavailable if the facts cannot be read; nothing was done
     */
    CallOutcome<R> execute(ActionId id, CustomerId customer, A action, P plan);

    /**
     * Finds out what became of an action whose answer was lost. Changes nothing.
     *
     * @return {@link CallOutcome.NotDone} only if it was certainly not done, {@link CallOutcome.Unfinished} if only a part was
     *     done, {@link CallOutcome.Unknown} if the systems cannot tell and a person must find out
     * @throws BackOfficeUnavailable if the systems do not answer
     */
    CallOutcome<R> reconcile(ActionId id, CustomerId customer, A action, P plan);

    /** What an action changed, as the customer sees it. */
    List<Difference> changes(R result);
}
