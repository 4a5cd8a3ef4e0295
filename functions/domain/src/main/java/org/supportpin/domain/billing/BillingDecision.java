package org.supportpin.domain.billing;

import org.supportpin.domain.action.Refusal;

/**
 * What the rules say.
 *
 * @param <P> what may be done, with its price
 */
public sealed interface BillingDecision<P> {

    /** It may be done, as it stands here. */
    record Accepted<P>(P plan) implements BillingDecision<P> {}

    /** A rule stands against it. */
    record Refused<P>(Refusal refusal) implements BillingDecision<P> {}

    static <P> BillingDecision<P> accepted(P plan) {
        return new Accepted<>(plan);
    }

    static <P> BillingDecision<P> refused(String rule, String detail) {
        return new Refused<>(new Refusal(rule, detail));
    }
}
