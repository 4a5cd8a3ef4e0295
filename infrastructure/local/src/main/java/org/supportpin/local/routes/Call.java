package org.supportpin.local.routes;

import java.util.ArrayList;
import java.util.Set;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.Fault;

/** A request to a local route; without a body, it has an empty object. */
public record Call(Json body) {

    /** Refuses all other fields, so that a misspelt one is not ignored. */
    public Call allow(String... names) {
        var known = Set.of(names);
        var faults = new ArrayList<Fault>();
        body.members().keySet().forEach(name -> {
            if (!known.contains(name)) {
                faults.add(new Fault("", "Remove this unknown field.").within(name));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return this;
    }

    /** A required text. */
    public String text(String name) {
        var value = body.path(name);
        if (!(value instanceof Json.Str(var text)) || text.isEmpty()) {
            throw Problem.invalid("/" + name, "Enter a text.");
        }
        return text;
    }
}
