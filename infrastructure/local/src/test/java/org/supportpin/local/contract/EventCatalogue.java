package org.supportpin.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** infrastructure/events.yaml. */
public final class EventCatalogue {

    private static final String IRI = "https://support-pin.example/events.json";
    private static final String PREFIX = "support-pin.";

    private final JsonNode root = ProjectFiles.yaml("infrastructure/events.yaml");
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7, builder -> builder.schemas(Map.of(IRI, root.toString())));

    JsonNode root() {
        return root;
    }

    /** Each type of event, such as {@code support-pin.verified}, with its message. */
    public Map<String, JsonNode> messages() {
        return root.at("/components/messages")
                .valueStream()
                .collect(Collectors.toMap(message -> message.path("name").asText(), message -> message));
    }

    /** The schema of a type's details. */
    JsonNode details(String type) {
        var details = Objects.requireNonNull(messages().get(type), type)
                .at("/payload/allOf/1/properties/data/properties/details");
        return details.has("$ref") ? root.at(details.path("$ref").asText().substring(1)) : details;
    }

    /** What is wrong with an event; empty if nothing is. */
    public List<String> faults(JsonNode event) {
        var type = event.path("type").asText();
        if (!messages().containsKey(type)) {
            return List.of("events.yaml does not list the type '" + type + "'");
        }
        var pointer = "/components/messages/" + type.substring(PREFIX.length()) + "/payload";
        return registry
                .getSchema(SchemaLocation.of(IRI + "#" + pointer))
                .validate(event.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
