package org.supportpin.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** {@code CreateTable} in the SDK's types; the template's properties have the names of the service's. */
final class TableRequest {

    private TableRequest() {}

    static CreateTableRequest of(JsonNode definition) {
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
        // An empty list is refused: only one that is there goes over.
        if (definition.has("GlobalSecondaryIndexes")) {
            request.globalSecondaryIndexes(each(definition.path("GlobalSecondaryIndexes"), TableRequest::global));
        }
        if (definition.has("LocalSecondaryIndexes")) {
            request.localSecondaryIndexes(each(definition.path("LocalSecondaryIndexes"), TableRequest::local));
        }
        return request.build();
    }

    private static GlobalSecondaryIndex global(JsonNode node) {
        var index = GlobalSecondaryIndex.builder()
                .indexName(node.path("IndexName").asText())
                .keySchema(key(node))
                .projection(projection(node));
        if (node.has("ProvisionedThroughput")) {
            index.provisionedThroughput(throughput(node.path("ProvisionedThroughput")));
        }
        return index.build();
    }

    private static LocalSecondaryIndex local(JsonNode node) {
        return LocalSecondaryIndex.builder()
                .indexName(node.path("IndexName").asText())
                .keySchema(key(node))
                .projection(projection(node))
                .build();
    }

    private static AttributeDefinition attribute(JsonNode node) {
        return AttributeDefinition.builder()
                .attributeName(node.path("AttributeName").asText())
                .attributeType(node.path("AttributeType").asText())
                .build();
    }

    private static List<KeySchemaElement> key(JsonNode node) {
        return each(
                node.path("KeySchema"),
                element -> KeySchemaElement.builder()
                        .attributeName(element.path("AttributeName").asText())
                        .keyType(element.path("KeyType").asText())
                        .build());
    }

    private static Projection projection(JsonNode node) {
        var projection = Projection.builder()
                .projectionType(node.path("Projection").path("ProjectionType").asText());
        if (node.path("Projection").has("NonKeyAttributes")) {
            projection.nonKeyAttributes(each(node.path("Projection").path("NonKeyAttributes"), JsonNode::asText));
        }
        return projection.build();
    }

    private static ProvisionedThroughput throughput(JsonNode node) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(node.path("ReadCapacityUnits").asLong())
                .writeCapacityUnits(node.path("WriteCapacityUnits").asLong())
                .build();
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> of) {
        return list.valueStream().map(of).toList();
    }
}
