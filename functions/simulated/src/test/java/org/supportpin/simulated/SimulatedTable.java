package org.supportpin.simulated;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.engine.Dynoxide;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The simulated back office's table, shared by all tests, and a way to change its contents as an operator would. */
final class SimulatedTable {

    /** Unique for this run, because a given endpoint may have tables already. */
    static final String NAME = "back-office-" + UUID.randomUUID();

    private static final DynamoDbClient CLIENT = start();

    private SimulatedTable() {}

    static DynamoDbClient client() {
        return CLIENT;
    }

    static void put(String kind, String id, Json.Obj body) {
        CLIENT.putItem(item -> item.tableName(NAME)
                .item(Map.of(
                        "pk", AttributeValue.fromS(kind),
                        "sk", AttributeValue.fromS(id),
                        "body", AttributeValue.fromS(JsonText.write(body)),
                        "version", AttributeValue.fromN("1"))));
    }

    private static DynamoDbClient start() {
        var client = DynamoDbClient.builder()
                .httpClient(Apache5HttpClient.builder()
                        .socketTimeout(Duration.ofMinutes(1))
                        .build())
                .endpointOverride(endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
        client.createTable(table -> table.tableName(NAME)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(Stream.of("pk", "sk")
                        .map(name -> AttributeDefinition.builder()
                                .attributeName(name)
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .toList())
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
        return client;
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /** The engine ends with the JVM, because no test knows that it is the last. */
    private static URI endpoint() {
        var named = System.getenv("SUPPORT_PIN_DYNAMODB");
        return named == null || named.isBlank() ? Dynoxide.inMemory().uri() : URI.create(named.strip());
    }
}
