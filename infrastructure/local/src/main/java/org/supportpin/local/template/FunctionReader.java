package org.supportpin.local.template;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.backoffice.json.Json;

/** Reads a function. */
final class FunctionReader {

    /** Lambda's defaults. */
    private static final int TIMEOUT_SECONDS = 3;

    private static final int MEMORY_MEGABYTES = 128;

    private final Json globals;
    private final Json resources;
    private final Intrinsics intrinsics;

    FunctionReader(Json template, Intrinsics intrinsics) {
        this.globals = template.path("Globals").path("Function");
        this.resources = template.path("Resources");
        this.intrinsics = intrinsics;
    }

    Function read(String id, Json properties) {
        var handler = intrinsics.text(property(properties, "Handler"));
        if (handler.isEmpty()) {
            throw new TemplateFault("the function " + id + " has no handler");
        }
        return new Function(
                id,
                intrinsics.text(Json.object().put("Ref", id).build()),
                intrinsics.text(Json.object()
                        .put("Fn::GetAtt", Json.array(List.of(id, "Arn"), Json::of))
                        .build()),
                handler.replaceFirst("::.*$", ""),
                environment(properties),
                Duration.ofSeconds(intrinsics.number(property(properties, "Timeout"), TIMEOUT_SECONDS)),
                intrinsics.number(property(properties, "MemorySize"), MEMORY_MEGABYTES),
                new ScheduleReader(intrinsics).read(properties),
                new StreamReader(intrinsics).read(properties),
                new RoleReader(resources, intrinsics).read(property(properties, "Role")));
    }

    private Json property(Json properties, String name) {
        return properties.has(name) ? properties.path(name) : globals.path(name);
    }

    private Map<String, String> environment(Json properties) {
        var environment = new HashMap<String, String>();
        for (var source : List.of(globals, properties)) {
            source.path("Environment").path("Variables").members().entrySet().forEach(entry -> {
                var value = intrinsics.resolve(entry.getValue());
                if (!value.isNull()) {
                    environment.put(
                            entry.getKey(),
                            value instanceof Json.Arr
                                    ? String.join(",", intrinsics.texts(value))
                                    : intrinsics.text(value));
                }
            });
        }
        return environment;
    }
}
