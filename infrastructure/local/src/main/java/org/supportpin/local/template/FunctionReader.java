package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.local.json.Json;

/** Reads a function: its class, its environment and its limits. */
final class FunctionReader {

    /** Lambda's own defaults. */
    private static final int TIMEOUT_SECONDS = 3;

    private static final int MEMORY_MEGABYTES = 128;

    private final JsonNode globals;
    private final JsonNode resources;
    private final Intrinsics intrinsics;

    FunctionReader(JsonNode template, Intrinsics intrinsics) {
        this.globals = template.path("Globals").path("Function");
        this.resources = template.path("Resources");
        this.intrinsics = intrinsics;
    }

    Function read(String id, JsonNode properties) {
        var handler = intrinsics.text(property(properties, "Handler"));
        if (handler.isEmpty()) {
            throw new TemplateFault("the function " + id + " has no handler");
        }
        return new Function(
                id,
                intrinsics.text(Json.object().put("Ref", id)),
                intrinsics.text(
                        Json.object().set("Fn::GetAtt", Json.array().add(id).add("Arn"))),
                handler.replaceFirst("::.*$", ""),
                environment(properties),
                Duration.ofSeconds(
                        intrinsics.resolve(property(properties, "Timeout")).asInt(TIMEOUT_SECONDS)),
                intrinsics.resolve(property(properties, "MemorySize")).asInt(MEMORY_MEGABYTES),
                new ScheduleReader(intrinsics).read(properties),
                new RoleReader(resources, intrinsics).read(property(properties, "Role")));
    }

    private JsonNode property(JsonNode properties, String name) {
        return properties.has(name) ? properties.path(name) : globals.path(name);
    }

    private Map<String, String> environment(JsonNode properties) {
        var environment = new HashMap<String, String>();
        for (var source : List.of(globals, properties)) {
            source.path("Environment").path("Variables").properties().forEach(entry -> {
                var value = intrinsics.resolve(entry.getValue());
                if (!value.isMissingNode()) {
                    environment.put(
                            entry.getKey(),
                            value.isArray() ? String.join(",", intrinsics.texts(value)) : intrinsics.text(value));
                }
            });
        }
        return environment;
    }
}
