package org.supportpin.functions.action;

import java.util.function.Function;
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
 * @param personal whether parameters and plan contain personal data, and are sealed at rest
 */
record ActionJson<A extends Action, P, R>(
        Read<A> parameters, Codec<P> plan, Function<R, Json> result, boolean personal) {

    /** Without personal data. */
    ActionJson(Read<A> parameters, Codec<P> plan, Function<R, Json> result) {
        this(parameters, plan, result, false);
    }
}
