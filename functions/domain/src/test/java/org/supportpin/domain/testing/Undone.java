package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Undoable;
import org.supportpin.domain.identity.CustomerId;

/** Actions that are done and undone, and assertions on reversals. */
public final class Undone {

    private Undone() {}

    /** The action is done, and undone again; then it is not as it left it, so it is not undone a second time. */
    public static <A extends Action, P, E extends ActionExecutor<A, P, P> & Undoable<P>> void whenDone(
            E executor, CustomerId customer, A action) {
        var plan = Verdicts.plan(executor.plan(customer, action));
        assertThat(executor.execute(newId(), customer, action, plan)).isInstanceOf(CallOutcome.Done.class);

        var reverse = plan(executor.reverse(customer, plan));
        assertThat(executor.execute(newId(), customer, action, reverse)).isEqualTo(CallOutcome.done(reverse));

        assertThat(executor.reconcile(newId(), customer, action, reverse)).isEqualTo(CallOutcome.done(reverse));
        assertThat(changes(executor.reverse(customer, plan))).hasSameSizeAs(executor.changes(plan));
    }

    private static ActionId newId() {
        return new ActionId(UUID.randomUUID().toString().replace("-", "").substring(0, 24));
    }

    /** What can be done. */
    public static <P> Proposal<P> proposal(Reversal<P> reversal) {
        return switch (reversal) {
            case Reversal.Possible<P>(var proposal) -> proposal;
            case Reversal.ChangedSince<P>(var changes) -> throw new AssertionError(changes.toString());
            case Reversal.Forbidden<P>(var refusal) -> throw new AssertionError(refusal.toString());
        };
    }

    /** The plan of what can be done. */
    public static <P> P plan(Reversal<P> reversal) {
        return proposal(reversal).plan();
    }

    /** What has changed since; empty if nothing has. */
    public static List<Difference> changes(Reversal<?> reversal) {
        return reversal instanceof Reversal.ChangedSince<?>(var changes) ? changes : List.of();
    }

    /** The rule that forbids it. */
    public static String rule(Reversal<?> reversal) {
        return reversal instanceof Reversal.Forbidden<?>(var refusal) ? refusal.rule() : "none";
    }
}
