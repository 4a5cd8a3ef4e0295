package org.supportpin.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.supportpin.local.iam.Condition;
import org.supportpin.local.iam.Condition.Operator;
import org.supportpin.local.iam.Role;
import org.supportpin.local.iam.Statement;
import org.supportpin.local.json.Json;

/** Reads what a function's role allows. */
final class RoleReader {

    private final JsonNode resources;
    private final Intrinsics intrinsics;

    RoleReader(JsonNode resources, Intrinsics intrinsics) {
        this.resources = resources;
        this.intrinsics = intrinsics;
    }

    /**
     * The role that a function names by {@code !GetAtt …Role.Arn}.
     *
     * @param reference the function's property {@code Role}; one that is not of this template, or none, allows nothing here
     */
    Role read(JsonNode reference) {
        var properties =
                resources.path(reference.path("Fn::GetAtt").path(0).asText()).path("Properties");
        return new Role(list(intrinsics.resolve(properties.path("Policies"))).stream()
                .flatMap(policy -> list(policy.path("PolicyDocument").path("Statement")).stream())
                .map(this::statement)
                .toList());
    }

    private Statement statement(JsonNode node) {
        return new Statement(
                node.path("Sid").asText(),
                node.path("Effect").asText().equals("Allow"),
                texts(node.path("Action")),
                texts(node.path("Resource")),
                node.path("Condition").properties().stream()
                        .flatMap(operator -> operator.getValue().properties().stream()
                                .map(key -> new Condition(
                                        Operator.of(operator.getKey()), key.getKey(), texts(key.getValue()))))
                        .toList());
    }

    private static List<String> texts(JsonNode node) {
        return list(node).stream().map(JsonNode::asText).toList();
    }

    /** A policy has a list, or its only element. */
    private static List<JsonNode> list(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        return node.isArray()
                ? node.valueStream().toList()
                : Json.array().add(node).valueStream().toList();
    }
}
