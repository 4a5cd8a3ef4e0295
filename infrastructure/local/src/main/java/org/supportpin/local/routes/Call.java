package org.supportpin.local.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import org.supportpin.domain.check.Fault;

/**
 * A call of a local route.
 *
 * @param body a JSON object; an empty one where there was no body
 */
public record Call(JsonNode body) {

    /** Refuses fields that are not among these, so that a misspelt one is never ignored. */
    public Call allow(String... names) {
        var known = Set.of(names);
        var faults = new ArrayList<Fault>();
        body.fieldNames().forEachRemaining(name -> {
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
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw Problem.invalid("/" + name, "Give a text.");
        }
        return value.textValue();
    }
}
