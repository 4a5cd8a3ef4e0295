package org.supportpin.domain.action;

import java.util.List;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.identity.CustomerId;

/**
 * How one of the ten is carried out. Its rules are pure code over facts that it reads through the back office's interfaces;
 * ownership is among them, and what is another customer's is refused like what does not exist.
 *
 * @param <A> what is asked for
 * @param <P> what the check bound it to, such as a price or the state of a zone; kept with the action
 * @param <R> what came of it
 */
public interface ActionExecutor<A extends Action, P, R> {

    /** What the check of an action says. */
    sealed interface Prepared<P> {

        /** Nothing stands against it. */
        record Ready<P>(P plan, Risk risk) implements Prepared<P> {}

        /** A rule stands against it. */
        record Refused<P>(Refusal refusal) implements Prepared<P> {}

        /**
         * Something is wrong with the request that only the facts could show, such as a name outside the zone.
         *
         * @param faults never empty; pointers relative to the parameters
         */
        record Faulty<P>(List<Fault> faults) implements Prepared<P> {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Checks an action before it is accepted. Changes nothing.
     *
     * @throws BackOfficeUnavailable if the facts cannot be read
     */
    Prepared<P> prepare(CustomerId customer, A action);

    /**
     * Carries an accepted action out: reads the facts again, checks the rules again, then makes one call that carries the id.
     *
     * @return {@link CallOutcome.NotDone} also where the facts cannot be read
     */
    CallOutcome<R> carryOut(ActionId id, CustomerId customer, A action, P plan);

    /**
     * Finds out what became of an action whose answer was lost. Changes nothing.
     *
     * @return {@link CallOutcome.NotDone} only if it is certainly absent, {@link CallOutcome.Unfinished} if a part of it is, {@link CallOutcome.Unknown} where the systems do not tell, and
     *     a person must find out
     * @throws BackOfficeUnavailable if the systems cannot be asked now
     */
    CallOutcome<R> findOut(ActionId id, CustomerId customer, A action, P plan);
}
