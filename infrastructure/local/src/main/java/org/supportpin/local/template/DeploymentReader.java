package org.supportpin.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;

/** Reads the resources that the local stack serves. */
record DeploymentReader(Json template, Intrinsics intrinsics) {

    /** The properties that {@code CreateTable} has too; those that only AWS supports (backups, keys) are left out. */
    private static final Set<String> TABLE_PROPERTIES = Set.of(
            "AttributeDefinitions",
            "KeySchema",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes",
            "BillingMode",
            "ProvisionedThroughput",
            "StreamSpecification");

    Deployment read() {
        var routes = new ArrayList<Route>();
        var authorizers = new ArrayList<Authorizer>();
        var functions = new ArrayList<Function>();
        var stateMachines = new ArrayList<StateMachine>();
        var tables = new ArrayList<Table>();
        var aliases = new HashMap<String, String>();
        @Nullable Cors cors = null;
        for (var entry : template.path("Resources").members().entrySet()) {
            var id = entry.getKey();
            var properties = entry.getValue().path("Properties");
            if (!exists(entry.getValue())) {
                continue;
            }
            switch (entry.getValue().path("Type").asText()) {
                case "AWS::Serverless::HttpApi" -> {
                    authorizers.addAll(authorizers(properties.path("Auth")));
                    // The token service's API has none: no browser calls it.
                    cors = cors == null ? cors(properties.path("CorsConfiguration")) : cors;
                }
                case "AWS::Serverless::Function" -> {
                    functions.add(new FunctionReader(template, intrinsics).read(id, properties));
                    routes.addAll(new RouteReader(template, intrinsics).read(id, properties));
                }
                case "AWS::Serverless::StateMachine" ->
                    stateMachines.add(new StateMachine(
                            id,
                            intrinsics.resolve(properties.path("Definition")),
                            new ScheduleReader(intrinsics).read(properties)));
                case "AWS::DynamoDB::Table" -> tables.add(table(id, properties));
                case "AWS::KMS::Alias" ->
                    aliases.put(
                            intrinsics.text(properties.path("AliasName")),
                            intrinsics.text(properties.path("TargetKeyId")));
                default -> {
                    // Roles, alarms, log groups and so on have no counterpart here.
                }
            }
        }
        return new Deployment(routes, authorizers, cors, functions, stateMachines, tables, aliases);
    }

    private boolean exists(Json resource) {
        return !resource.has("Condition")
                || intrinsics.condition(resource.path("Condition").asText());
    }

    private List<Authorizer> authorizers(Json auth) {
        return auth.path("Authorizers").members().entrySet().stream()
                .map(entry -> authorizer(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Authorizer authorizer(String name, Json node) {
        var source = intrinsics.text(node.path("IdentitySource"));
        if (!source.isEmpty() && !source.equalsIgnoreCase("$request.header.Authorization")) {
            throw new TemplateFault(
                    "the authorizer " + name + " does not take its token from the header Authorization");
        }
        var jwt = node.path("JwtConfiguration");
        var issuer = intrinsics.text(either(jwt, "issuer", "Issuer"));
        var audiences = intrinsics.texts(either(jwt, "audience", "Audience"));
        if (issuer.isEmpty() || audiences.isEmpty()) {
            throw new TemplateFault("the authorizer " + name + " lacks an issuer or an audience");
        }
        return new Authorizer(name, issuer, audiences);
    }

    private static Json either(Json node, String one, String other) {
        return node.has(one) ? node.path(one) : node.path(other);
    }

    private @Nullable Cors cors(Json node) {
        if (node.isNull()) {
            return null;
        }
        return new Cors(
                intrinsics.texts(node.path("AllowOrigins")),
                intrinsics.texts(node.path("AllowMethods")),
                intrinsics.texts(node.path("AllowHeaders")),
                intrinsics.texts(node.path("ExposeHeaders")),
                intrinsics.text(node.path("AllowCredentials")).equals("true"),
                intrinsics.number(node.path("MaxAge"), 0));
    }

    private Table table(String id, Json properties) {
        var name = intrinsics.text(Json.object().put("Ref", id).build());
        var definition = Json.object();
        intrinsics.resolve(properties).members().forEach((property, value) -> {
            if (TABLE_PROPERTIES.contains(property)) {
                definition.put(property, value);
            }
        });
        definition.put("TableName", name);
        if (!properties.has("ProvisionedThroughput")) {
            definition.put("BillingMode", "PAY_PER_REQUEST");
        }
        var ttl = properties.path("TimeToLiveSpecification");
        boolean expires = intrinsics.text(ttl.path("Enabled")).equals("true");
        return new Table(name, definition.build(), expires ? intrinsics.text(ttl.path("AttributeName")) : null);
    }
}
