package org.supportpin.domain.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.money.Money;

/**
 * An action that nothing stands against, and all that a preview shows of it. Making one changes nothing and reserves nothing.
 *
 * @param plan what the facts bind the action to
 * @param risk by what it would do, not by its name
 * @param changes before and after, for each thing that would change; empty where nothing would
 * @param amountDue VAT included; null where nothing is to be paid
 */
public record Proposal<P>(
        P plan, Risk risk, List<Difference> changes, @Nullable Money amountDue, List<Warning> warnings) {

    public Proposal {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }

    /** One that costs nothing. An action that would change nothing says so. */
    public static <P> Proposal<P> of(P plan, Risk risk, List<Difference> changes) {
        return new Proposal<>(plan, risk, changes, null, changes.isEmpty() ? List.of(Warning.NOTHING_CHANGES) : List.of());
    }

    public Proposal<P> warning(Warning warning) {
        var more = new ArrayList<>(warnings);
        more.add(warning);
        return new Proposal<>(plan, risk, changes, amountDue, more);
    }

    public <Q> Proposal<Q> map(Function<? super P, ? extends Q> change) {
        return new Proposal<>(change.apply(plan), risk, changes, amountDue, warnings);
    }
}
