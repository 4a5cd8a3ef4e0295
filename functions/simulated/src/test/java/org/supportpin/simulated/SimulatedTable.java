package org.supportpin.simulated;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
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
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** The simulated back office's table, one for all tests, and a way to put things into it as somebody who runs it would. */
final class SimulatedTable {

    static final String NAME = "back-office";

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
                .endpointOverride(engine())
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

    private static URI engine() {
        var handler = new LocalDynamoDBServerHandler(
                new LocalDynamoDBRequestHandler(0, true, null, true, false), "http://nowhere.invalid");
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }
}
