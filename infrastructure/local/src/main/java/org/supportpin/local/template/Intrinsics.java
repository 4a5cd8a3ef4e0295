package org.supportpin.local.template;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;

/** Resolves the CloudFormation functions that the template uses. */
final class Intrinsics {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Json template;
    private final Place place;
    private final ResourceNames names;

    Intrinsics(Json template, Place place) {
        this.template = template;
        this.place = place;
        this.names = new ResourceNames(template, place, this);
    }

    /** The value; JSON null for {@code AWS::NoValue}. */
    Json resolve(Json node) {
        return switch (node) {
            case Obj(var members)
            when members.size() == 1 && isFunction(members.keySet().iterator().next()) -> call(node);
            case Obj(var members) -> {
                var object = Json.object();
                members.forEach((name, member) -> {
                    var value = resolve(member);
                    object.putIfPresent(name, value.isNull() ? null : value);
                });
                yield object.build();
            }
            case Arr(var items) ->
                new Arr(items.stream()
                        .map(this::resolve)
                        .filter(value -> !value.isNull())
                        .toList());
            default -> node;
        };
    }

    /** The value, or the other if it is not a number. */
    int number(Json node, int other) {
        return resolve(node) instanceof Json.Num(var number) ? number.intValue() : other;
    }

    /** The value as a text; empty if there is none. */
    String text(Json node) {
        var value = resolve(node);
        if (value instanceof Obj || value instanceof Arr) {
            throw new TemplateFault("expected a text, not " + JsonText.write(value));
        }
        return value.asText();
    }

    /** The texts of a list, or of a text with commas. */
    List<String> texts(Json node) {
        var value = resolve(node);
        if (value instanceof Arr(var items)) {
            return items.stream().flatMap(item -> texts(item).stream()).toList();
        }
        return Arrays.stream(text(value).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    boolean condition(String name) {
        var condition = template.path("Conditions").path(name);
        if (condition.isNull()) {
            throw new TemplateFault("there is no condition " + name);
        }
        return isTrue(resolve(condition));
    }

    private static boolean isFunction(String key) {
        return key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::");
    }

    private Json call(Json node) {
        var function = node.members().keySet().iterator().next();
        var in = node.path(function);
        return switch (function) {
            case "Ref" -> ref(text(in));
            case "Condition" -> Json.of(condition(text(in)));
            case "Fn::GetAtt" -> Json.of(names.attribute(text(in.path(0)), text(in.path(1))));
            case "Fn::Sub" -> sub(in);
            case "Fn::Join" -> Json.of(String.join(text(in.path(0)), texts(in.path(1))));
            case "Fn::Split" -> split(in);
            case "Fn::Select" -> resolve(in.path(1)).path(Integer.parseInt(text(in.path(0))));
            case "Fn::If" -> resolve(in.path(condition(text(in.path(0))) ? 1 : 2));
            case "Fn::Equals" -> Json.of(text(in.path(0)).equals(text(in.path(1))));
            case "Fn::Not" -> Json.of(!isTrue(resolve(in.path(0))));
            case "Fn::And" -> Json.of(in.items().stream().allMatch(item -> isTrue(resolve(item))));
            case "Fn::Or" -> Json.of(in.items().stream().anyMatch(item -> isTrue(resolve(item))));
            case "Fn::FindInMap" -> findInMap(in);
            default -> throw new TemplateFault("the local stack does not support " + function);
        };
    }

    private static boolean isTrue(Json node) {
        return node.asText().equals("true");
    }

    private Json ref(String name) {
        return switch (name) {
            case "AWS::Region" -> Json.of(place.region());
            case "AWS::AccountId" -> Json.of(Place.ACCOUNT);
            case "AWS::Partition" -> Json.of("aws");
            case "AWS::URLSuffix" -> Json.of("amazonaws.com");
            case "AWS::StackName" -> Json.of(Place.STACK);
            case "AWS::StackId" -> Json.of(place.arn("cloudformation", "stack/" + Place.STACK));
            case "AWS::NoValue" -> Json.Null.NULL;
            default -> template.path("Parameters").has(name) ? parameter(name) : Json.of(names.ref(name));
        };
    }

    private Json parameter(String name) {
        var local = place.parameters().get(name);
        var declared = template.path("Parameters").path(name);
        var value = local == null ? declared.path("Default") : Json.of(local);
        if (value.isNull()) {
            throw new TemplateFault("the parameter " + name + " has neither a default nor a value for the local stack");
        }
        if (!declared.path("Type").asText().contains("List")) {
            return Json.of(value.asText());
        }
        return Json.array(texts(value), Json::of);
    }

    private Json sub(Json in) {
        var own = in.path(1);
        var text = in instanceof Arr ? text(in.path(0)) : text(in);
        return Json.of(VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        variable(match.group(1), match.group(2).strip(), own))));
    }

    private String variable(String escape, String name, Json own) {
        if (!escape.isEmpty()) {
            return "${" + name + "}";
        }
        if (own.has(name)) {
            return text(own.path(name));
        }
        int dot = name.indexOf('.');
        return dot < 0 ? text(ref(name)) : names.attribute(name.substring(0, dot), name.substring(dot + 1));
    }

    private Json split(Json in) {
        return Json.array(List.of(text(in.path(1)).split(Pattern.quote(text(in.path(0))), -1)), Json::of);
    }

    private Json findInMap(Json in) {
        var keys = in.items().stream().map(this::text).toList();
        var value =
                template.path("Mappings").path(keys.get(0)).path(keys.get(1)).path(keys.get(2));
        if (value.isNull()) {
            throw new TemplateFault("there is no mapping " + String.join(".", keys));
        }
        return resolve(value);
    }
}
