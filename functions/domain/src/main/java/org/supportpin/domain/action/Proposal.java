package org.supportpin.domain.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/**
 * An action that the rules allow, with everything that a preview shows. Making one changes and reserves nothing.
 *
 * @param plan what will be done
 * @param risk by effect, not by name
 * @param changes each thing that would change, before and after; empty if nothing would
 * @param amountDue VAT included; null if there is nothing to pay
 * @param unlessConsented the refusal that only the customer's consent in the panel, with the warnings in view, excuses; null if there
 *     is none
 * @param latest when it stops being possible, whatever else happens; null if it does not
 * @param radius what it could carry away; null if nothing
 */
public record Proposal<P>(
        P plan,
        Risk risk,
        List<Difference> changes,
        @Nullable Money amountDue,
        List<Warning> warnings,
        @Nullable Refusal unlessConsented,
        @Nullable Instant latest,
        @Nullable BlastRadius radius) {

    /** Possible at any time, and carrying nothing away. */
    public Proposal(P plan, Risk risk, List<Difference> changes, @Nullable Money amountDue, List<Warning> warnings) {
        this(plan, risk, changes, amountDue, warnings, null, null, null);
    }

    public Proposal {
        changes = List.copyOf(changes);
        warnings = List.copyOf(warnings);
    }

    /** A proposal that costs nothing. It has a warning if nothing would change. */
    public static <P> Proposal<P> of(P plan, Risk risk, List<Difference> changes) {
        return new Proposal<>(
                plan, risk, changes, null, changes.isEmpty() ? List.of(Warning.NOTHING_CHANGES) : List.of());
    }

    public Proposal<P> warning(Warning warning) {
        return warnings(List.of(warning));
    }

    /** The same with more warnings. */
    public Proposal<P> warnings(List<Warning> further) {
        var more = new ArrayList<>(warnings);
        more.addAll(further);
        return new Proposal<>(plan, risk, changes, amountDue, more, unlessConsented, latest, radius);
    }

    /** The same, possible until then. */
    public Proposal<P> until(Instant end) {
        return new Proposal<>(plan, risk, changes, amountDue, warnings, unlessConsented, end, radius);
    }

    /** The same, refused unless the customer consents with the warnings in view. */
    public Proposal<P> unlessConsented(Refusal refusal) {
        return new Proposal<>(plan, risk, changes, amountDue, warnings, refusal, latest, radius);
    }

    /** The same, which could carry away whatever depends on a zone. */
    public Proposal<P> reaching(DomainName zone) {
        return new Proposal<>(plan, risk, changes, amountDue, warnings, unlessConsented, latest, new BlastRadius(zone));
    }

    public <Q> Proposal<Q> map(Function<? super P, ? extends Q> change) {
        return new Proposal<>(change.apply(plan), risk, changes, amountDue, warnings, unlessConsented, latest, radius);
    }
}
