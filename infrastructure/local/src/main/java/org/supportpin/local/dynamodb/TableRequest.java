package org.supportpin.local.dynamodb;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/** {@code CreateTable} in the SDK's types; the template uses the same names. */
final class TableRequest {

    private TableRequest() {}

    static CreateTableRequest of(Json definition) {
        var request = CreateTableRequest.builder()
                .tableName(definition.path("TableName").asText())
                .attributeDefinitions(each(definition.path("AttributeDefinitions"), TableRequest::attribute))
                .keySchema(key(definition));
        if (definition.has("BillingMode")) {
            request.billingMode(definition.path("BillingMode").asText());
        }
        if (definition.has("ProvisionedThroughput")) {
            request.provisionedThroughput(throughput(definition.path("ProvisionedThroughput")));
        }
        // DynamoDB refuses empty lists.
        if (definition.has("GlobalSecondaryIndexes")) {
            request.globalSecondaryIndexes(each(definition.path("GlobalSecondaryIndexes"), TableRequest::global));
        }
        if (definition.has("LocalSecondaryIndexes")) {
            request.localSecondaryIndexes(each(definition.path("LocalSecondaryIndexes"), TableRequest::local));
        }
        stream(definition).ifPresent(request::streamSpecification);
        return request.build();
    }

    /** CloudFormation has no switch: a view type switches it on. */
    static Optional<StreamSpecification> stream(Json definition) {
        return Optional.of(definition
                        .path("StreamSpecification")
                        .path("StreamViewType")
                        .asText())
                .filter(view -> !view.isEmpty())
                .map(view -> StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(view)
                        .build());
    }

    private static GlobalSecondaryIndex global(Json node) {
        var index = GlobalSecondaryIndex.builder()
                .indexName(node.path("IndexName").asText())
                .keySchema(key(node))
                .projection(projection(node));
        if (node.has("ProvisionedThroughput")) {
            index.provisionedThroughput(throughput(node.path("ProvisionedThroughput")));
        }
        return index.build();
    }

    private static LocalSecondaryIndex local(Json node) {
        return LocalSecondaryIndex.builder()
                .indexName(node.path("IndexName").asText())
                .keySchema(key(node))
                .projection(projection(node))
                .build();
    }

    private static AttributeDefinition attribute(Json node) {
        return AttributeDefinition.builder()
                .attributeName(node.path("AttributeName").asText())
                .attributeType(node.path("AttributeType").asText())
                .build();
    }

    private static List<KeySchemaElement> key(Json node) {
        return each(
                node.path("KeySchema"),
                element -> KeySchemaElement.builder()
                        .attributeName(element.path("AttributeName").asText())
                        .keyType(element.path("KeyType").asText())
                        .build());
    }

    private static Projection projection(Json node) {
        var projection = Projection.builder()
                .projectionType(node.path("Projection").path("ProjectionType").asText());
        if (node.path("Projection").has("NonKeyAttributes")) {
            projection.nonKeyAttributes(each(node.path("Projection").path("NonKeyAttributes"), Json::asText));
        }
        return projection.build();
    }

    private static ProvisionedThroughput throughput(Json node) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(units(node, "ReadCapacityUnits"))
                .writeCapacityUnits(units(node, "WriteCapacityUnits"))
                .build();
    }

    private static <T> List<T> each(Json list, Function<Json, T> of) {
        return list.items().stream().map(of).toList();
    }

    private static long units(Json node, String name) {
        return Long.parseLong(node.path(name).asText());
    }
}
