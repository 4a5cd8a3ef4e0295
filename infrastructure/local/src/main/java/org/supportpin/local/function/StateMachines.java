package org.supportpin.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.template.Deployment;
import org.supportpin.local.template.Function;
import org.supportpin.local.template.StateMachine;

/**
 * Runs the template's state machines (Amazon States Language, with JSONPath), as far as they use the language. A Map processes
 * its items one by one, and there are no retries.
 */
public final class StateMachines {

    /** The version or alias at the end of a function's ARN; here there is one version. */
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
    public Json run(String id, Json input) throws FunctionFailed {
        var machine = Optional.ofNullable(machines.get(id))
                .orElseThrow(() -> new IllegalArgumentException("unknown state machine " + id));
        var start = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        var context = Json.object()
                .put("Execution", Json.object().put("StartTime", start).build())
                .build();
        return run(machine.definition(), input, context);
    }

    private Json run(Json definition, Json input, Json context) throws FunctionFailed {
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
                default ->
                    throw new CannotStart("The local stack does not support the type of the state " + name + ".");
            }
            if (state.path("End").equals(Json.of(true))) {
                return data;
            }
            name = state.path("Next").asText();
        }
    }

    private Json invoke(String arn, Json event) throws FunctionFailed {
        var function = Optional.ofNullable(
                        functionsByArn.get(QUALIFIER.matcher(arn).replaceFirst("")))
                .orElseThrow(
                        () -> new CannotStart("A state calls " + arn + ", which is not a function of the template."));
        return JsonText.readOwn(
                new String(functions.invoke(function, JsonText.write(event).getBytes(UTF_8)), UTF_8));
    }

    private Json map(Json state, Json data, Json context) throws FunctionFailed {
        var results = new ArrayList<Json>();
        for (var item : find(state.path("ItemsPath").asText(), data, context).items()) {
            var inner = Json.object()
                    .putAll((Json.Obj) context)
                    .put(
                            "Map",
                            Json.object()
                                    .put(
                                            "Item",
                                            Json.object().put("Value", item).build())
                                    .build())
                    .build();
            results.add(run(state.path("ItemProcessor"), filled(state.path("ItemSelector"), data, inner), inner));
        }
        return new Json.Arr(results);
    }

    private static String choice(Json state, Json data) {
        for (var rule : state.path("Choices").items()) {
            boolean isPresent =
                    !find(rule.path("Variable").asText(), data, Json.Null.NULL).isNull();
            if (isPresent == rule.path("IsPresent").equals(Json.of(true))) {
                return rule.path("Next").asText();
            }
        }
        return state.path("Default").asText();
    }

    /** Fills a payload template: if a name ends in {@code .$}, its value is a path. */
    private static Json filled(Json template, Json data, Json context) {
        var object = Json.object();
        template.members().forEach((name, value) -> {
            if (name.endsWith(".$")) {
                object.put(name.substring(0, name.length() - 2), find(value.asText(), data, context));
            } else {
                object.put(name, value);
            }
        });
        return object.build();
    }

    /** The value at {@code $.a.b} in the data, or at {@code $$.a.b} in the execution's context. */
    private static Json find(String path, Json data, Json context) {
        return Arrays.stream(path.split("\\."))
                .skip(1)
                .reduce(path.startsWith("$$") ? context : data, Json::path, (one, other) -> other);
    }
}
