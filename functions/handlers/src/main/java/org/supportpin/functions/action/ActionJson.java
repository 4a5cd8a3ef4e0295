package org.supportpin.functions.action;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.Action;

/**
 * How an action looks as JSON: in requests, in the store and in answers.
 *
 * @param parameters the {@code parameters} of a request, with all their faults; what was read once reads the same later
 * @param plan what an accepted action will do, as the store keeps it
 * @param result the {@code result} of an answer
 * @param asPlanned the {@code result} if it is what the plan says, so that it is not stored twice; null if it must be stored
 * @param strictly like {@code parameters}, but with the faults that only the facts could excuse: they are reported if the request has
 *     others too
 */
record ActionJson<A extends Action, P, R>(
        Read<A> parameters,
        Codec<P> plan,
        Function<R, Json> result,
        @Nullable Function<P, Json> asPlanned,
        Read<?> strictly) {

    /** Without anything that only the facts could excuse. */
    ActionJson(Read<A> parameters, Codec<P> plan, Function<R, Json> result, @Nullable Function<P, Json> asPlanned) {
        this(parameters, plan, result, asPlanned, parameters);
    }

    /** With a result that must be stored. */
    ActionJson(Read<A> parameters, Codec<P> plan, Function<R, Json> result) {
        this(parameters, plan, result, null);
    }

    /** The same, with another reading for requests that have other faults. */
    ActionJson<A, P, R> strictly(Read<?> all) {
        return new ActionJson<>(parameters, plan, result, asPlanned, all);
    }

    /** For an action whose plan is an edit that is done as a whole. */
    static <A extends Action, E> ActionJson<A, E, E> edit(Read<A> parameters, Codec<E> edit, Function<E, Json> result) {
        return new ActionJson<>(parameters, edit, result, result);
    }
}
