package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.supportpin.local.json.Json;

/** Reads a function: its class, its environment, its limits and its schedules. */
final class FunctionReader {

    private static final Pattern RATE = Pattern.compile("rate\\(([1-9][0-9]{0,5}) (minute|hour|day)s?\\)");
    /** Lambda's own defaults. */
    private static final int TIMEOUT_SECONDS = 3;

    private static final int MEMORY_MEGABYTES = 128;

    private final JsonNode globals;
    private final Intrinsics intrinsics;

    FunctionReader(JsonNode template, Intrinsics intrinsics) {
        this.globals = template.path("Globals").path("Function");
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
                schedules(properties));
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

    private List<Schedule> schedules(JsonNode properties) {
        return properties.path("Events").properties().stream()
                .filter(event -> List.of("Schedule", "ScheduleV2")
                        .contains(event.getValue().path("Type").asText()))
                .map(event -> schedule(event.getKey(), event.getValue().path("Properties")))
                .toList();
    }

    private Schedule schedule(String name, JsonNode event) {
        var expression = intrinsics.text(
                event.has("ScheduleExpression") ? event.path("ScheduleExpression") : event.path("Schedule"));
        var match = RATE.matcher(expression);
        if (!match.matches()) {
            throw new TemplateFault("the schedule " + name + " is no rate, such as rate(1 minute)");
        }
        long many = Long.parseLong(match.group(1));
        var rate = switch (match.group(2)) {
            case "minute" -> Duration.ofMinutes(many);
            case "hour" -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
        var input = intrinsics.text(event.path("Input"));
        return new Schedule(name, rate, input.isEmpty() ? Json.object() : Json.read(input));
    }
}
