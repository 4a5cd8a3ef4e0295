package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.customer.Event.PolicyChanged;
import org.supportpin.domain.customer.Policy.Terms;

/**
 * The rules for changing a customer's own rules. Whoever has only found a session can tighten them, which does no harm but delay, and
 * loosen nothing.
 */
public final class PolicyRules {

    private final Limits limits;

    public PolicyRules(Limits limits) {
        this.limits = limits;
    }

    /** The outcome of a change. */
    public sealed interface Outcome {

        /**
         * These terms count now.
         *
         * @param loosened whether any of them is looser than before, of which the customer must be told
         */
        record Changed(Terms terms, boolean loosened) implements Outcome {}

        /** They were the same before. */
        record Unchanged(Terms terms) implements Outcome {}

        /** Loosening requires a fresh sign-in. */
        record SignInTooOld() implements Outcome {}

        /** Rules were loosened too often today. Tightening is always possible. */
        record TooManyToday(Instant until) implements Outcome {}

        /** The customer has not activated the service: nothing can be requested by telephone, so there is nothing to rule. */
        record NotActive() implements Outcome {}
    }

    /**
     * Changes the terms, in whole.
     *
     * @param isSignInFresh whether the customer has just signed in
     */
    public Decision<Outcome> change(Customer customer, Terms asked, boolean isSignInFresh, Instant now) {
        if (!customer.isActive()) {
            return Decision.tell(new Outcome.NotActive());
        }
        var before = customer.policy().terms();
        if (asked.equals(before)) {
            return Decision.tell(new Outcome.Unchanged(asked));
        }
        var loosened = asked.isLooserThan(before);
        if (loosened && !isSignInFresh) {
            return Decision.tell(new Outcome.SignInTooOld());
        }
        var tooMany =
                customer.pin().today().full(Today::loosenings, limits.perDay().loosenings(), now);
        return loosened && tooMany.isPresent()
                ? Decision.tell(new Outcome.TooManyToday(tooMany.get()))
                : Decision.record(new PolicyChanged(before, asked), new Outcome.Changed(asked, loosened));
    }
}
