package org.supportpin.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** template.yaml. */
final class Template {

    private static final String FUNCTION = "AWS::Serverless::Function";

    private final JsonNode root = ProjectFiles.yaml("template.yaml");

    JsonNode globals() {
        return root.at("/Globals/Function");
    }

    JsonNode parameter(String id) {
        return root.path("Parameters").path(id);
    }

    JsonNode parameters() {
        return root.path("Parameters");
    }

    JsonNode outputs() {
        return root.path("Outputs");
    }

    /** A resource's whole declaration. */
    JsonNode resource(String id) {
        return root.path("Resources").path(id);
    }

    JsonNode properties(String id) {
        return resource(id).path("Properties");
    }

    /** Properties of each function, by logical id. */
    Map<String, JsonNode> functions() {
        return ofType(FUNCTION);
    }

    /** Properties of each resource of a type, by logical id. */
    Map<String, JsonNode> ofType(String type) {
        return root.path("Resources")
                .propertyStream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        resource -> resource.getValue().path("Properties"),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Every route, sorted; one that two functions claim is here twice. */
    List<Route> routes() {
        return functions().values().stream()
                .flatMap(function -> function.path("Events").valueStream())
                .filter(event -> event.path("Type").asText().equals("HttpApi"))
                .map(event -> route(event.path("Properties")))
                .sorted()
                .toList();
    }

    private static Route route(JsonNode event) {
        var auth = event.path("Auth");
        return new Route(
                event.path("Method").asText(),
                event.path("Path").asText(),
                auth.isMissingNode() ? "none" : auth.path("Authorizer").asText(),
                auth.path("AuthorizationScopes")
                        .valueStream()
                        .map(scope -> scope.path("Fn::Sub").asText())
                        .map(scope ->
                                withoutPrefix(scope, auth.path("Authorizer").asText()))
                        .collect(Collectors.toSet()));
    }

    /** Each scope is written as the identity provider of its realm writes it. */
    private static String withoutPrefix(String scope, String authorizer) {
        return scope.replace("${" + authorizer.replace("Authorizer", "ScopePrefix") + "}", "");
    }

    /** The statements of the function's role, including conditional ones. */
    List<JsonNode> statements(String function) {
        return properties(roleOf(function))
                .path("Policies")
                .valueStream()
                .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream())
                .map(statement -> statement.has("Fn::If") ? statement.at("/Fn::If/1") : statement)
                .toList();
    }

    /** Whether a statement of a role, or of the key's policy, is about customers' keys. */
    static boolean isOfSecrets(JsonNode statement) {
        return statement.at("/Condition/StringEquals").has("kms:EncryptionContext:tenant");
    }

    /** The logical id of the function's role. */
    String roleOf(String function) {
        return properties(function).at("/Role/Fn::GetAtt").asText().replaceAll("\\.Arn$", "");
    }

    /** A string, or each string of a list. */
    static Stream<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asText) : Stream.of(node.asText());
    }
}
