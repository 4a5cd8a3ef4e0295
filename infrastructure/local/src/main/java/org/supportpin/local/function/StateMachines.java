package org.supportpin.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.json.Json;
import org.supportpin.local.template.Deployment;
import org.supportpin.local.template.Function;
import org.supportpin.local.template.StateMachine;

/**
 * Runs the template's state machines as their definitions say (Amazon States Language, with JSONPath), for as much of the
 * language as they use: a Map goes through its items one after the other, and nothing is tried again.
 */
public final class StateMachines {

    /** The name of a version or an alias at the end of a function's ARN: here there is one version. */
    private static final Pattern QUALIFIER = Pattern.compile("(?<=:function:[^:]{1,64}):[^:]+$");

    private final Map<String, StateMachine> machines;
    private final Map<String, String> functionsByArn;
    private final FunctionHost functions;
    private final Clock clock;

    public StateMachines(Deployment deployment, FunctionHost functions, Clock clock) {
        this.machines = deployment.stateMachines().stream().collect(Collectors.toMap(StateMachine::id, each -> each));
        this.functionsByArn = deployment.functions().stream().collect(Collectors.toMap(Function::arn, Function::id));
        this.functions = functions;
        this.clock = clock;
    }

    Collection<StateMachine> all() {
        return machines.values();
    }

    /**
     * Runs a state machine to its end.
     *
     * @param id its logical id in the template
     * @return its output
     */
    public JsonNode run(String id, JsonNode input) throws FunctionFailed {
        var machine = Optional.ofNullable(machines.get(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no state machine " + id));
        var context = Json.object();
        context.putObject("Execution")
                .put("StartTime", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        return run(machine.definition(), input, context);
    }

    private JsonNode run(JsonNode definition, JsonNode input, ObjectNode context) throws FunctionFailed {
        var name = definition.path("StartAt").asText();
        var data = input;
        while (true) {
            var state = definition.path("States").path(name);
            switch (state.path("Type").asText()) {
                case "Pass" -> data = filled(state.path("Parameters"), data, context);
                case "Task" -> data = invoke(state.path("Resource").asText(), data);
                case "Map" -> data = map(state, data, context);
                case "Choice" -> {
                    name = choice(state, data);
                    continue;
                }
                case "Succeed" -> {
                    return data;
                }
                default -> throw new CannotStart("The local stack does not know what the state " + name + " is.");
            }
            if (state.path("End").asBoolean()) {
                return data;
            }
            name = state.path("Next").asText();
        }
    }

    private JsonNode invoke(String arn, JsonNode event) throws FunctionFailed {
        var function = Optional.ofNullable(
                        functionsByArn.get(QUALIFIER.matcher(arn).replaceFirst("")))
                .orElseThrow(() -> new CannotStart("A state calls " + arn + ", which is no function of the template."));
        return Json.read(new String(functions.invoke(function, event.toString().getBytes(UTF_8)), UTF_8));
    }

    private JsonNode map(JsonNode state, JsonNode data, ObjectNode context) throws FunctionFailed {
        var results = Json.array();
        for (var item : find(state.path("ItemsPath").asText(), data, context)) {
            var inner = context.deepCopy();
            inner.putObject("Map").putObject("Item").set("Value", item);
            results.add(run(state.path("ItemProcessor"), filled(state.path("ItemSelector"), data, inner), inner));
        }
        return results;
    }

    private static String choice(JsonNode state, JsonNode data) {
        for (var rule : state.path("Choices")) {
            boolean isPresent =
                    !find(rule.path("Variable").asText(), data, Json.object()).isMissingNode();
            if (isPresent == rule.path("IsPresent").asBoolean()) {
                return rule.path("Next").asText();
            }
        }
        return state.path("Default").asText();
    }

    /** A payload template: a name that ends in {@code .$} takes its value from a path. */
    private static ObjectNode filled(JsonNode template, JsonNode data, ObjectNode context) {
        var object = Json.object();
        template.properties().forEach(entry -> {
            var name = entry.getKey();
            if (name.endsWith(".$")) {
                object.set(
                        name.substring(0, name.length() - 2),
                        find(entry.getValue().asText(), data, context));
            } else {
                object.set(name, entry.getValue());
            }
        });
        return object;
    }

    /** What a path names: {@code $.a.b} in the data, {@code $$.a.b} in the execution's context. */
    private static JsonNode find(String path, JsonNode data, ObjectNode context) {
        var root = path.startsWith("$$") ? context : data;
        return root.at(path.replaceFirst("^\\$+", "").replace('.', '/'));
    }
}
