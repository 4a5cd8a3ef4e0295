package org.supportpin.functions.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.supportpin.engine.Dynoxide;
import org.supportpin.functions.testing.Environments;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The table as template.yaml lays it out: in an engine of this JVM's own, in memory and one for all its tests, or at the endpoint that
 * {@code SUPPORT_PIN_DYNAMODB} names, under a name of this run's own.
 */
public final class DynamoDbForTests {

    public static final String TABLE = Environments.TABLE;

    /** On a busy machine a call may take longer than the functions' time-outs. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final DynamoDbForTests ONE = new DynamoDbForTests();

    private final Map<String, String> environment;
    private final DynamoDbClient patient;

    private DynamoDbForTests() {
        var endpoint = endpoint();
        environment = Environments.at(endpoint);
        patient = DynamoDbClient.builder()
                .httpClient(Apache5HttpClient.builder()
                        .socketTimeout(PATIENCE)
                        .maxConnections(64)
                        .build())
                .endpointOverride(URI.create(endpoint))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
        makeTable(patient);
    }

    /** The engine ends with the JVM, because no test knows that it is the last. */
    private static String endpoint() {
        var named = System.getenv("SUPPORT_PIN_DYNAMODB");
        return named == null || named.isBlank() ? Dynoxide.inMemory().uri().toString() : named.strip();
    }

    /** A function's environment for this AWS. */
    public static Map<String, String> environment() {
        return ONE.environment;
    }

    /** A client that waits longer than the functions do, for tests that are about something else. */
    public static DynamoDbClient client() {
        return ONE.patient;
    }

    /** A client as the functions have it. */
    public static DynamoDbClient clientOfFunctions(ExecutionInterceptor... interceptors) {
        return new AwsClients(environment(), List.of(interceptors)).dynamoDb();
    }

    private static void makeTable(DynamoDbClient client) {
        client.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text(Table.PK), text(Table.SK), text(ActionItem.SHARD), text(ActionItem.SINCE))
                .keySchema(key(Table.PK, KeyType.HASH), key(Table.SK, KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(ActionItem.INDEX)
                        .keySchema(key(ActionItem.SHARD, KeyType.HASH), key(ActionItem.SINCE, KeyType.RANGE))
                        .projection(projection -> projection
                                .projectionType(ProjectionType.INCLUDE)
                                .nonKeyAttributes(ActionItem.NAME))
                        .build()));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
