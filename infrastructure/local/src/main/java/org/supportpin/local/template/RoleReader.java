package org.supportpin.local.template;

import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.local.iam.Condition;
import org.supportpin.local.iam.Condition.Operator;
import org.supportpin.local.iam.Role;
import org.supportpin.local.iam.Statement;

/** Reads a function's role. */
record RoleReader(Json resources, Intrinsics intrinsics) {

    /** @param reference {@code !GetAtt …Role.Arn}; a missing role, or one outside this template, allows nothing */
    Role read(Json reference) {
        var properties =
                resources.path(reference.path("Fn::GetAtt").path(0).asText()).path("Properties");
        return new Role(list(intrinsics.resolve(properties.path("Policies"))).stream()
                .flatMap(policy -> list(policy.path("PolicyDocument").path("Statement")).stream())
                .map(this::statement)
                .toList());
    }

    private Statement statement(Json node) {
        return new Statement(
                node.path("Sid").asText(),
                node.path("Effect").asText().equals("Allow"),
                texts(node.path("Action")),
                texts(node.path("Resource")),
                node.path("Condition").members().entrySet().stream()
                        .flatMap(operator -> operator.getValue().members().entrySet().stream()
                                .map(key -> new Condition(
                                        Operator.of(operator.getKey()), key.getKey(), texts(key.getValue()))))
                        .toList());
    }

    private static List<String> texts(Json node) {
        return list(node).stream().map(Json::asText).toList();
    }

    /** A policy has a list, or just its only element. */
    private static List<Json> list(Json value) {
        return switch (value) {
            case Json.Arr(var items) -> items;
            case Json.Null _ -> List.of();
            default -> List.of(value);
        };
    }
}
