package org.supportpin.domain.action;

import java.util.function.Function;
import java.util.function.Supplier;

/** The outcome of one call that changes something in the back office. */
public sealed interface CallOutcome<R> {

    /** Done, once. */
    record Done<R>(R result) implements CallOutcome<R> {}

    /** Refused by the back office, with the reason. Nothing was done. */
    record Refused<R>(Refusal refusal) implements CallOutcome<R> {}

    /** Certainly not done: the call never reached the back office or left no trace there. */
    record NotDone<R>() implements CallOutcome<R> {}

    /** Partly done, and the rest certainly not. Another dispatch completes it and does nothing twice. */
    record Unfinished<R>() implements CallOutcome<R> {}

    /** The answer was lost; the outcome is unknown so far. */
    record Unknown<R>() implements CallOutcome<R> {}

    default <T> CallOutcome<T> map(Function<? super R, ? extends T> change) {
        return then(result -> new Done<>(change.apply(result)));
    }

    /** The next step, if this one is done. */
    default <T> CallOutcome<T> then(Function<? super R, CallOutcome<T>> next) {
        return switch (this) {
            case Done<R>(var result) -> next.apply(result);
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

    /** Makes a call that reads facts first. If they cannot be read, certainly nothing was done. */
    static <R> CallOutcome<R> ofCallOnFacts(Supplier<CallOutcome<R>> call) {
        try {
            return call.get();
        } catch (BackOfficeUnavailable e) {
            return notDone();
        }
    }

    /** What is read after a change. If it cannot be read, nobody knows what became of the change. */
    static <R> CallOutcome<R> ofReadingBack(Supplier<CallOutcome<R>> reading) {
        try {
            return reading.get();
        } catch (BackOfficeUnavailable e) {
            return unknown();
        }
    }
}
