package org.supportpin.functions.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json.Obj;

/**
 * Events of a chain, newest first.
 *
 * @param next asks for those that follow; null if none do
 */
record ChainPage(List<Obj> events, @Nullable ChainQuery next) {

    ChainPage {
        events = List.copyOf(events);
    }
}
