package org.supportpin.local.template;

import java.util.Map;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;

/** The local values of {@code Ref} and {@code Fn::GetAtt} of a resource. */
final class ResourceNames {

    /** The properties with the names of resources. */
    private static final Map<String, String> NAME_PROPERTY = Map.of(
            "AWS::DynamoDB::Table", "TableName",
            "AWS::Serverless::Function", "FunctionName",
            "AWS::KMS::Alias", "AliasName",
            "AWS::Serverless::StateMachine", "Name");

    /** SAM's suffix for the alias of a function's published version. */
    private static final String ALIAS = ".Alias";

    private final Json globals;
    private final Json resources;
    private final Place place;
    private final Intrinsics intrinsics;

    ResourceNames(Json template, Place place, Intrinsics intrinsics) {
        this.globals = template.path("Globals").path("Function");
        this.resources = template.path("Resources");
        this.place = place;
        this.intrinsics = intrinsics;
    }

    String ref(String id) {
        if (id.endsWith(ALIAS)) {
            return attribute(id.substring(0, id.length() - ALIAS.length()), "Arn") + ":" + alias();
        }
        return switch (type(id)) {
            case "AWS::KMS::Key" -> keyId(id);
            case "AWS::Serverless::StateMachine" -> attribute(id, "Arn");
            case "AWS::SNS::Topic" -> place.arn("sns", name(id));
            default -> name(id);
        };
    }

    String attribute(String id, String attribute) {
        var type = type(id);
        if (attribute.equals("StreamArn")
                && resources.path(id).path("Properties").has("StreamSpecification")) {
            // In AWS it ends with the time when the stream was switched on, which only the table knows.
            return place.arn("dynamodb", "table/" + name(id)) + "/stream/local";
        }
        if (!attribute.equals("Arn")) {
            throw new TemplateFault("the local stack does not support " + attribute + " of " + id);
        }
        return switch (type) {
            case "AWS::KMS::Key" -> place.arn("kms", "key/" + keyId(id));
            case "AWS::DynamoDB::Table" -> place.arn("dynamodb", "table/" + name(id));
            case "AWS::Serverless::Function" -> place.arn("lambda", "function:" + name(id));
            case "AWS::Serverless::StateMachine" -> place.arn("states", "stateMachine:" + name(id));
            case "AWS::SQS::Queue" -> place.arn("sqs", name(id));
            case "AWS::SecretsManager::Secret" -> place.arn("secretsmanager", "secret:" + name(id));
            default -> place.arn("local", name(id));
        };
    }

    private String alias() {
        var alias = intrinsics.text(globals.path("AutoPublishAlias"));
        if (alias.isEmpty()) {
            throw new TemplateFault("functions have no alias because the template publishes no versions");
        }
        return alias;
    }

    private String name(String id) {
        return Optional.ofNullable(NAME_PROPERTY.get(type(id)))
                .map(property ->
                        intrinsics.text(resources.path(id).path("Properties").path(property)))
                .filter(name -> !name.isEmpty())
                .orElse(Place.STACK + "-" + id);
    }

    private String keyId(String id) {
        var keyId = place.keyIds().get(id);
        if (keyId == null) {
            throw new TemplateFault("there is no key for " + id);
        }
        return keyId;
    }

    private String type(String id) {
        if (!resources.has(id)) {
            throw new TemplateFault("there is no parameter or resource " + id);
        }
        return resources.path(id).path("Type").asText();
    }
}
