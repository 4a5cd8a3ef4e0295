package org.supportpin.domain.action;

/**
 * What an accepted action does to something that can be read back: the system itself shows what became of it.
 *
 * @param <F> what the system shows
 */
public interface Reconcilable<F> {

    /** Whether it is as asked for. */
    boolean isPresentIn(F current);

    /** Whether it is as it was before. */
    boolean isAbsentFrom(F current);

    /**
     * What became of it after a lost answer. Something that is neither as asked for nor as before was changed by somebody else
     * since, and nobody can tell what happened in between.
     */
    default CallOutcome<F> seenIn(F current) {
        if (isPresentIn(current)) {
            return CallOutcome.done(current);
        }
        return isAbsentFrom(current) ? CallOutcome.notDone() : CallOutcome.unknown();
    }
}
