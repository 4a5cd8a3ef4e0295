package org.supportpin.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code result} of each action as infrastructure/openapi.yaml has it, read strictly: a member that it does not list is a fault. */
public final class ActionResults {

    private static final String IRI = "https://support-pin.example/results.json";

    private final JsonNode root = ProjectFiles.yaml("infrastructure/openapi.yaml");
    private final Set<String> closed = new HashSet<>();
    private final SchemaRegistry registry;

    public ActionResults() {
        names().forEach(reference -> close(root.at(reference.substring(1) + "/properties/result")));
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, root.toString())));
    }

    private List<String> names() {
        return root.at("/components/schemas/Action/discriminator/mapping")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    /** Makes a schema, and all below it, refuse members that it does not list. */
    private void close(JsonNode schema) {
        if (!schema.isObject()) {
            return;
        }
        if (schema.has("$ref")) {
            var target = schema.path("$ref").asText();
            if (closed.add(target)) {
                close(root.at(target.substring(1)));
            }
            return;
        }
        // Not in its parts, which do not know each other's members.
        schema.path("allOf")
                .forEach(part -> below(
                        part.has("$ref") ? root.at(part.path("$ref").asText().substring(1)) : part));
        if (schema.has("properties") && schema instanceof ObjectNode open) {
            open.put("unevaluatedProperties", false);
        }
        below(schema);
    }

    private void below(JsonNode schema) {
        schema.path("properties").forEach(this::close);
        close(schema.path("items"));
        close(schema.path("additionalProperties"));
    }

    /** What is wrong with the result of an action; empty if nothing. */
    public List<String> faults(String action, JsonNode result) {
        var schema = root.at("/components/schemas/Action/discriminator/mapping")
                .path(action)
                .asText();
        return registry
                .getSchema(SchemaLocation.of(IRI + schema + "/properties/result"))
                .validate(result.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
