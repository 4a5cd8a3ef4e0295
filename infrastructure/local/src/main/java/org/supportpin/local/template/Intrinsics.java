package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.supportpin.local.json.Json;

/** Works out CloudFormation's intrinsic functions, for what the local stack needs of a template. */
final class Intrinsics {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");
    private static final JsonNode NO_VALUE = MissingNode.getInstance();

    private final JsonNode template;
    private final Place place;
    private final ResourceNames names;

    Intrinsics(JsonNode template, Place place) {
        this.template = template;
        this.place = place;
        this.names = new ResourceNames(template, place, this);
    }

    /** The value; a missing node where the template says {@code AWS::NoValue}. */
    JsonNode resolve(JsonNode node) {
        if (node.isObject()) {
            return node.size() == 1 && isFunction(node.fieldNames().next()) ? call(node) : object(node);
        }
        if (node.isArray()) {
            var list = Json.array();
            node.forEach(item -> addUnlessMissing(list, resolve(item)));
            return list;
        }
        return node;
    }

    /** The value as a text; the empty one where there is none. */
    String text(JsonNode node) {
        var value = resolve(node);
        if (value.isContainerNode()) {
            throw new TemplateFault("a text is expected, not " + value);
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    /** The value as a list of texts: a list, or a text with commas. */
    List<String> texts(JsonNode node) {
        var value = resolve(node);
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .flatMap(item -> texts(item).stream())
                    .toList();
        }
        return Arrays.stream(text(value).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    boolean condition(String name) {
        var condition = template.path("Conditions").path(name);
        if (condition.isMissingNode()) {
            throw new TemplateFault("there is no condition " + name);
        }
        return isTrue(resolve(condition));
    }

    private JsonNode object(JsonNode node) {
        var object = Json.object();
        node.properties().forEach(entry -> {
            var value = resolve(entry.getValue());
            if (!value.isMissingNode()) {
                object.set(entry.getKey(), value);
            }
        });
        return object;
    }

    private static void addUnlessMissing(ArrayNode list, JsonNode value) {
        if (!value.isMissingNode()) {
            list.add(value);
        }
    }

    private static boolean isFunction(String key) {
        return key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::");
    }

    private JsonNode call(JsonNode node) {
        var function = node.fieldNames().next();
        var in = node.get(function);
        return switch (function) {
            case "Ref" -> ref(text(in));
            case "Condition" -> BooleanNode.valueOf(condition(text(in)));
            case "Fn::GetAtt" -> TextNode.valueOf(names.attribute(text(in.path(0)), text(in.path(1))));
            case "Fn::Sub" -> sub(in);
            case "Fn::Join" -> TextNode.valueOf(String.join(text(in.path(0)), texts(in.path(1))));
            case "Fn::Split" -> split(in);
            case "Fn::Select" -> resolve(in.path(1)).path(Integer.parseInt(text(in.path(0))));
            case "Fn::If" -> resolve(in.path(condition(text(in.path(0))) ? 1 : 2));
            case "Fn::Equals" -> BooleanNode.valueOf(text(in.path(0)).equals(text(in.path(1))));
            case "Fn::Not" -> BooleanNode.valueOf(!isTrue(resolve(in.path(0))));
            case "Fn::And" -> BooleanNode.valueOf(stream(in).allMatch(item -> isTrue(resolve(item))));
            case "Fn::Or" -> BooleanNode.valueOf(stream(in).anyMatch(item -> isTrue(resolve(item))));
            case "Fn::FindInMap" -> findInMap(in);
            default -> throw new TemplateFault("the local stack does not know " + function);
        };
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static boolean isTrue(JsonNode node) {
        return node.asText().equals("true");
    }

    private JsonNode ref(String name) {
        return switch (name) {
            case "AWS::Region" -> TextNode.valueOf(place.region());
            case "AWS::AccountId" -> TextNode.valueOf(Place.ACCOUNT);
            case "AWS::Partition" -> TextNode.valueOf("aws");
            case "AWS::URLSuffix" -> TextNode.valueOf("amazonaws.com");
            case "AWS::StackName" -> TextNode.valueOf(Place.STACK);
            case "AWS::StackId" -> TextNode.valueOf(place.arn("cloudformation", "stack/" + Place.STACK));
            case "AWS::NoValue" -> NO_VALUE;
            default -> template.path("Parameters").has(name) ? parameter(name) : TextNode.valueOf(names.ref(name));
        };
    }

    private JsonNode parameter(String name) {
        var local = place.parameters().get(name);
        var declared = template.path("Parameters").path(name);
        var value = local == null ? declared.path("Default") : TextNode.valueOf(local);
        if (value.isMissingNode()) {
            throw new TemplateFault("the parameter " + name + " has no default, and no value for the local stack");
        }
        if (!declared.path("Type").asText().contains("List")) {
            return TextNode.valueOf(value.asText());
        }
        var list = Json.array();
        texts(value).forEach(list::add);
        return list;
    }

    private JsonNode sub(JsonNode in) {
        var own = in.isArray() ? in.path(1) : Json.object();
        var text = in.isArray() ? text(in.path(0)) : text(in);
        return TextNode.valueOf(VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        variable(match.group(1), match.group(2).strip(), own))));
    }

    private String variable(String escape, String name, JsonNode own) {
        if (!escape.isEmpty()) {
            return "${" + name + "}";
        }
        if (own.has(name)) {
            return text(own.get(name));
        }
        int dot = name.indexOf('.');
        return dot < 0 ? text(ref(name)) : names.attribute(name.substring(0, dot), name.substring(dot + 1));
    }

    private JsonNode split(JsonNode in) {
        var list = Json.array();
        for (var part : text(in.path(1)).split(Pattern.quote(text(in.path(0))), -1)) {
            list.add(part);
        }
        return list;
    }

    private JsonNode findInMap(JsonNode in) {
        var keys = new ArrayList<String>();
        in.forEach(key -> keys.add(text(key)));
        var value =
                template.path("Mappings").path(keys.get(0)).path(keys.get(1)).path(keys.get(2));
        if (value.isMissingNode()) {
            throw new TemplateFault("there is no mapping " + String.join(".", keys));
        }
        return resolve(value);
    }
}
