package org.supportpin.domain.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.domain.check.Fault;

/**
 * What the rules say.
 *
 * @param <T> what is accepted
 */
public sealed interface Verdict<T> {

    /** Nothing stands against it. */
    record Accepted<T>(T value) implements Verdict<T> {}

    /** A rule stands against it. */
    record Refused<T>(Refusal refusal) implements Verdict<T> {}

    /**
     * Something is wrong with the request that only the facts could show, such as a name outside the zone.
     *
     * @param faults never empty; pointers relative to the parameters
     */
    record Faulty<T>(List<Fault> faults) implements Verdict<T> {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    static <T> Verdict<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Verdict<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Verdict<T> refused(String rule, String detail) {
        return new Refused<>(new Refusal(rule, detail));
    }

    default <U> Verdict<U> map(Function<? super T, ? extends U> change) {
        return then(value -> accepted(change.apply(value)));
    }

    /** What a further rule says to what is accepted so far. */
    default <U> Verdict<U> then(Function<? super T, Verdict<U>> next) {
        return switch (this) {
            case Accepted<T>(var value) -> next.apply(value);
            case Refused<T>(var refusal) -> new Refused<>(refusal);
            case Faulty<T>(var faults) -> new Faulty<>(faults);
        };
    }

    /** The same, unless a further rule stands against it. */
    default Verdict<T> unless(Function<? super T, Optional<Refusal>> rule) {
        return then(value -> rule.apply(value).<Verdict<T>>map(Refused::new).orElse(this));
    }

    /**
     * Makes the call that an accepted action asks for, once the facts are judged again.
     *
     * @throws IllegalStateException if the facts show a fault, which cannot be: they showed none at the acceptance
     */
    default <R> CallOutcome<R> call(Function<? super T, CallOutcome<R>> call) {
        return switch (this) {
            case Accepted<T>(var value) -> call.apply(value);
            case Refused<T>(var refusal) -> CallOutcome.refused(refusal);
            case Faulty<T> _ -> throw new IllegalStateException("an accepted action became faulty");
        };
    }
}
