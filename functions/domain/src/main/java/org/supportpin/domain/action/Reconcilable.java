package org.supportpin.domain.action;

/**
 * A plan whose effect can be read back, so that the system itself shows what happened.
 *
 * @param <F> the facts that the system shows
 */
public interface Reconcilable<F> {

    /** Whether the facts are as requested. */
    boolean isPresentIn(F current);

    /** Whether the facts are as before. */
    boolean isAbsentFrom(F current);

    /**
     * The outcome after a lost answer. Facts that are neither as requested nor as before were changed by someone else since, so
     * the outcome is unknown.
     */
    default CallOutcome<F> seenIn(F current) {
        if (isPresentIn(current)) {
            return CallOutcome.done(current);
        }
        return isAbsentFrom(current) ? CallOutcome.notDone() : CallOutcome.unknown();
    }
}
