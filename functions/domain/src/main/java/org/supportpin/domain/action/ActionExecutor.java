package org.supportpin.domain.action;

import java.util.List;
import org.supportpin.domain.identity.CustomerId;

/**
 * How one of the ten is carried out: planned on facts, executed by one call, reconciled where the answer was lost. Its rules are
 * pure code over facts that it reads through the back office's ports; ownership is one of them, and what belongs to another
 * customer is refused like what does not exist.
 *
 * @param <A> what is asked for
 * @param <P> what the facts bind it to, such as a price or the state of a zone; kept with the action
 * @param <R> what came of it
 */
public interface ActionExecutor<A extends Action, P, R> {

    /**
     * Judges an action and says all that a preview shows. Changes nothing, reserves nothing.
     *
     * @throws BackOfficeUnavailable if the facts cannot be read
     */
    Verdict<Proposal<P>> plan(CustomerId customer, A action);

    /**
     * Carries an accepted action out: reads the facts again, judges them again, then makes one call that carries the id.
     *
     * @throws BackOfficeUnavailable if the facts cannot be read; then nothing was done
     */
    CallOutcome<R> execute(ActionId id, CustomerId customer, A action, P plan);

    /**
     * Finds out what became of an action whose answer was lost. Changes nothing.
     *
     * @return {@link CallOutcome.NotDone} only if it is certainly absent, {@link CallOutcome.Unfinished} if a part of it is,
     *     {@link CallOutcome.Unknown} where the systems cannot say, and a person must find out
     * @throws BackOfficeUnavailable if the systems cannot be asked now
     */
    CallOutcome<R> reconcile(ActionId id, CustomerId customer, A action, P plan);

    /** What an action changed, as the customer is shown it. */
    List<Difference> changes(R result);
}
