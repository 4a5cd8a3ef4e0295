package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.Action;

/** How one of the ten looks as JSON: in requests, in the store, and in answers. */
interface ActionJson<A extends Action, P, R> {

    /** The {@code parameters} of a request, with every fault of them. What was read once reads the same again later. */
    Read<A> parameters();

    /** What an accepted action will do, as the store keeps it. */
    Codec<P> plan();

    /** The {@code result} of an answer. */
    Json result(R result);

    /** Whether parameters and plan bear personal data, and are sealed at rest. */
    default boolean personal() {
        return false;
    }
}
