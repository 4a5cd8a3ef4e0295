package org.supportpin.domain.billing;

import java.util.function.Function;
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

    /** What a further rule says to what may be done so far. */
    default BillingDecision<P> then(Function<? super P, BillingDecision<P>> next) {
        return switch (this) {
            case Accepted<P>(var plan) -> next.apply(plan);
            case Refused<P> refused -> refused;
        };
    }

    static <P> BillingDecision<P> accepted(P plan) {
        return new Accepted<>(plan);
    }

    static <P> BillingDecision<P> refused(String rule, String detail) {
        return new Refused<>(new Refusal(rule, detail));
    }
}
