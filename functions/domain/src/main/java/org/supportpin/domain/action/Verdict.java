package org.supportpin.domain.action;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.domain.check.Fault;

/**
 * The result of a check by the rules.
 *
 * @param <T> the accepted value
 */
public sealed interface Verdict<T> {

    /** The rules allow it. */
    record Accepted<T>(T value) implements Verdict<T> {}

    /** A rule forbids it. */
    record Refused<T>(Refusal refusal) implements Verdict<T> {}

    /**
     * The request has faults that only the facts could show, such as a name outside the zone.
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

    static <T> Verdict<T> refused(String rule, String detail, String greek) {
        return new Refused<>(new Refusal(rule, detail, greek));
    }

    default <U> Verdict<U> map(Function<? super T, ? extends U> change) {
        return then(value -> accepted(change.apply(value)));
    }

    /** Applies a further check to the accepted value. */
    default <U> Verdict<U> then(Function<? super T, Verdict<U>> next) {
        return switch (this) {
            case Accepted<T>(var value) -> next.apply(value);
            case Refused<T>(var refusal) -> new Refused<>(refusal);
            case Faulty<T>(var faults) -> new Faulty<>(faults);
        };
    }

    /** The same verdict, unless a further rule forbids it. */
    default Verdict<T> unless(Function<? super T, Optional<Refusal>> rule) {
        return then(value -> rule.apply(value).<Verdict<T>>map(Refused::new).orElse(this));
    }

    /** The same verdict, with pointers relative to the object that contains the checked value as {@code name}. */
    default Verdict<T> within(String name) {
        return switch (this) {
            case Accepted<T> accepted -> accepted;
            case Refused<T>(var refusal) -> new Refused<>(refusal.within(name));
            case Faulty<T>(var faults) ->
                new Faulty<>(faults.stream().map(fault -> fault.within(name)).toList());
        };
    }

    /**
     * Makes the call for an accepted action, after the facts were checked again.
     *
     * @throws IllegalStateException if there are faults, which is impossible for an accepted action
     */
    default <R> CallOutcome<R> call(Function<? super T, CallOutcome<R>> call) {
        return switch (this) {
            case Accepted<T>(var value) -> call.apply(value);
            case Refused<T>(var refusal) -> CallOutcome.refused(refusal);
            case Faulty<T> _ -> throw new IllegalStateException("an accepted action became faulty");
        };
    }
}
