package org.supportpin.domain.action;

import java.util.function.Function;
import java.util.function.Supplier;

/** What became of one call that was to change something in the back office. */
public sealed interface CallOutcome<R> {

    /** It is done, once. */
    record Done<R>(R result) implements CallOutcome<R> {}

    /** The back office said no, and why. Nothing was done. */
    record Refused<R>(Refusal refusal) implements CallOutcome<R> {}

    /** Certainly nothing was done: the call never reached the back office, or does not show there. */
    record NotDone<R>() implements CallOutcome<R> {}

    /** A part is done, and the rest certainly is not: dispatched again it is completed, and nothing is done twice. */
    record Unfinished<R>() implements CallOutcome<R> {}

    /** The answer was lost; nobody knows yet. */
    record Unknown<R>() implements CallOutcome<R> {}

    default <T> CallOutcome<T> map(Function<? super R, ? extends T> change) {
        return switch (this) {
            case Done<R>(var result) -> new Done<>(change.apply(result));
            case Refused<R>(var refusal) -> new Refused<>(refusal);
            case NotDone<R>() -> new NotDone<>();
            case Unfinished<R>() -> new Unfinished<>();
            case Unknown<R>() -> new Unknown<>();
        };
    }

    static <R> CallOutcome<R> done(R result) {
        return new Done<>(result);
    }

    static <R> CallOutcome<R> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <R> CallOutcome<R> notDone() {
        return new NotDone<>();
    }

    static <R> CallOutcome<R> unfinished() {
        return new Unfinished<>();
    }

    static <R> CallOutcome<R> unknown() {
        return new Unknown<>();
    }

    /** A call that reads facts first. Where they cannot be read, nothing was done. */
    static <R> CallOutcome<R> ofCallOnFacts(Supplier<CallOutcome<R>> call) {
        try {
            return call.get();
        } catch (BackOfficeUnavailable e) {
            return notDone();
        }
    }
}
