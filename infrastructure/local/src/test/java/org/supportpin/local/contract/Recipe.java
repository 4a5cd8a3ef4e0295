package org.supportpin.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A template of docs/recipes, and as much of EventBridge as the recipes use: patterns of literal values, paths of members, and
 * templates that are JSON. What else there is fails here, so that no recipe uses what no test understands.
 */
final class Recipe {

    private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9_-]+)>");
    private static final Pattern PATH = Pattern.compile("\\$((?:\\.[A-Za-z0-9_-]+)+)");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:secretsmanager:([^:}]+)}}");
    private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([A-Za-z]+)}");

    private final String file;
    private final JsonNode template;

    Recipe(String file) {
        this.file = file;
        this.template = ProjectFiles.yaml("docs/recipes/" + file);
    }

    /** The properties of the one resource of this type. */
    JsonNode only(String type) {
        var all = template.path("Resources")
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .toList();
        if (all.size() != 1) {
            throw new IllegalStateException(all.size() + " of " + type);
        }
        return all.getFirst().path("Properties");
    }

    /** The declaration of a resource that something names by {@code Fn::GetAtt} of its ARN. */
    JsonNode named(JsonNode arn) {
        return template.path("Resources").path(arn.path("Fn::GetAtt").asText().replaceFirst("\\.Arn$", ""));
    }

    /** Of the rule. */
    JsonNode target() {
        var targets = only("AWS::Events::Rule").path("Targets");
        if (targets.size() != 1) {
            throw new IllegalStateException("one target is expected");
        }
        return targets.path(0);
    }

    Map<String, String> paths() {
        return target().at("/InputTransformer/InputPathsMap")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().asText()));
    }

    /** Whether the rule is for this event, as it is on the bus. */
    boolean isFor(JsonNode onTheBus) {
        return matches(only("AWS::Events::Rule").path("EventPattern"), onTheBus);
    }

    private static boolean matches(JsonNode pattern, JsonNode value) {
        if (pattern.isArray()) {
            return pattern.valueStream().anyMatch(wanted -> {
                if (wanted.isContainerNode()) {
                    throw new IllegalStateException("only literal values are understood: " + wanted);
                }
                return wanted.equals(value);
            });
        }
        return pattern.propertyStream().allMatch(each -> matches(each.getValue(), value.path(each.getKey())));
    }

    /** What is sent of an event. EventBridge escapes no value that a path takes out of it. */
    String body(JsonNode onTheBus) {
        var paths = paths();
        return VARIABLE.matcher(target().at("/InputTransformer/InputTemplate").asText())
                .replaceAll(variable -> {
                    var path = Optional.ofNullable(paths.get(variable.group(1)))
                            .orElseThrow(() -> new IllegalStateException("no path for " + variable.group()));
                    return Matcher.quoteReplacement(at(onTheBus, path).asText());
                });
    }

    /** The headers that the target adds, for an event. */
    Map<String, String> headers(JsonNode onTheBus) {
        return target().at("/HttpParameters/HeaderParameters")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> at(onTheBus, each.getValue().asText()).asText()));
    }

    static JsonNode at(JsonNode onTheBus, String path) {
        var members = PATH.matcher(path);
        if (!members.matches()) {
            throw new IllegalStateException("not a path of members: " + path);
        }
        var value = onTheBus.at(members.group(1).replace('.', '/'));
        if (value.isContainerNode() || value instanceof MissingNode) {
            throw new IllegalStateException(path + " is no value of " + onTheBus);
        }
        return value;
    }

    /**
     * A text of the template as CloudFormation resolves it.
     *
     * @param parameters those without default
     * @param secrets by their names
     */
    String resolved(JsonNode text, Map<String, String> parameters, Map<String, String> secrets) {
        UnaryOperator<String> parameter = name -> parameters.getOrDefault(
                name, template.at("/Parameters/" + name + "/Default").asText());
        var sub = text.path("Fn::Sub");
        var filled = sub.isMissingNode() ? text.asText() : replaced(SUBSTITUTION, sub.asText(), parameter);
        return replaced(
                REFERENCE,
                filled,
                name -> Optional.ofNullable(secrets.get(name))
                        .orElseThrow(() -> new IllegalStateException("no secret " + name)));
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> by) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found.group(1))));
    }

    @Override
    public String toString() {
        return file;
    }
}
