package org.supportpin.domain.action;

import java.util.List;
import java.util.function.Function;

/**
 * Whether an action that was done can be undone now.
 *
 * @param <P> the plan
 */
public sealed interface Reversal<P> {

    /** It can, by this plan. */
    record Possible<P>(Proposal<P> proposal) implements Reversal<P> {}

    /**
     * What the action changed has been changed since.
     *
     * @param changes at least one: each thing as the action left it, and as it is now
     */
    record ChangedSince<P>(List<Difference> changes) implements Reversal<P> {

        public ChangedSince {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException("nothing has changed since");
            }
        }
    }

    /** A rule forbids it. */
    record Forbidden<P>(Refusal refusal) implements Reversal<P> {}

    /** By the rules. */
    static <P> Reversal<P> of(Verdict<Proposal<P>> verdict) {
        return switch (verdict) {
            case Verdict.Accepted<Proposal<P>>(var proposal) -> new Possible<>(proposal);
            case Verdict.Refused<Proposal<P>>(var refusal) -> new Forbidden<>(refusal);
            case Verdict.Faulty<Proposal<P>>(var faults) ->
                throw new IllegalStateException("a reverse has no parameters that could be faulty: " + faults.size());
        };
    }

    /** For an action that was done, and changed nothing: all was as requested before. */
    static <P> Reversal<P> nothing() {
        return new Forbidden<>(new Refusal(
                "nothing-to-undo",
                "The action changed nothing, so there is nothing to undo.",
                "Η ενέργεια δεν άλλαξε τίποτα, οπότε δεν υπάρχει κάτι να αναιρεθεί."));
    }

    default <Q> Reversal<Q> map(Function<? super P, ? extends Q> change) {
        return switch (this) {
            case Possible<P>(var proposal) -> new Possible<>(proposal.map(change));
            case ChangedSince<P>(var changes) -> new ChangedSince<>(changes);
            case Forbidden<P>(var refusal) -> new Forbidden<>(refusal);
        };
    }
}
