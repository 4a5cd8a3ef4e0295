package org.supportpin.backoffice.http;

import java.net.http.HttpHeaders;
import java.util.function.Function;
import org.supportpin.domain.action.CallOutcome;

/** What became of a request to another system. */
public sealed interface Reply<T> {

    /** A complete answer arrived. */
    record Answered<T>(T answer) implements Reply<T> {}

    /**
     * Nothing was sent, or the system turned the caller away before it looked at the request.
     *
     * @param why without anything secret
     */
    record NotSent<T>(String why) implements Reply<T> {}

    /**
     * Something may have been sent, but no usable answer arrived.
     *
     * @param why without anything secret
     */
    record Lost<T>(String why) implements Reply<T> {}

    /** An answer over HTTP, with any status. */
    record HttpAnswer(int status, HttpHeaders headers, Content content) {

        /** Whether the request was accepted (RFC 9110 §15.3): any status from 200 to 299. */
        public boolean isSuccess() {
            return status >= 200 && status <= 299;
        }
    }

    /** What an answer means, if there is one. */
    default <R> Reply<R> then(Function<? super T, Reply<R>> read) {
        return switch (this) {
            case Answered<T>(var answer) -> read.apply(answer);
            case NotSent<T>(var why) -> new NotSent<>(why);
            case Lost<T>(var why) -> new Lost<>(why);
        };
    }

    /** What became of a change, given what an answer says of it. */
    default <R> CallOutcome<R> outcome(Function<? super T, CallOutcome<R>> judge) {
        return switch (this) {
            case Answered<T>(var answer) -> judge.apply(answer);
            case NotSent<T> _ -> CallOutcome.notDone();
            case Lost<T> _ -> CallOutcome.unknown();
        };
    }
}
