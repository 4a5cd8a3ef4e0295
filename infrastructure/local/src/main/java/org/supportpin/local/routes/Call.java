package org.supportpin.local.routes;

import java.util.ArrayList;
import java.util.Set;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.Fault;

/**
 * A call of a local route.
 *
 * @param body a JSON object; an empty one where there was no body
 */
public record Call(Json body) {

    /** Refuses fields that are not among these, so that a misspelt one is never ignored. */
    public Call allow(String... names) {
        var known = Set.of(names);
        var faults = new ArrayList<Fault>();
        body.members().keySet().forEach(name -> {
            if (!known.contains(name)) {
                faults.add(new Fault("", "There is no such field.").within(name));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return this;
    }

    /** The text of a field that must be there. */
    public String text(String name) {
        var value = body.path(name);
        if (!(value instanceof Json.Str(var text)) || text.isEmpty()) {
            throw Problem.invalid("/" + name, "Give a text.");
        }
        return text;
    }
}
