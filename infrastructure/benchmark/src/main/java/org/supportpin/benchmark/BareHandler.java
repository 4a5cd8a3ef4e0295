package org.supportpin.benchmark;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.supportpin.functions.aws.AwsClients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * The three calls of a successful verification, with the functions' clients and nothing else: reading the newest entry and the
 * secret, opening the key, appending an entry of the same size. Or only the first
 * call, which is enough for an unchanged PIN, or the first two, for a PIN that is shown.
 */
public final class BareHandler implements RequestStreamHandler {

    static final String CUSTOMER = "BENCHMARK_CUSTOMER";
    static final String QUERY_ALONE = "BENCHMARK_QUERY_ALONE";
    static final String NO_PUT = "BENCHMARK_NO_PUT";

    private final DynamoDbClient tables;
    private final KmsClient keys;
    private final String table = System.getenv("TABLE_NAME");
    private final String key = System.getenv("KEY_ID");
    private final String tenant = System.getenv("TENANT");
    private final String customer = System.getenv(CUSTOMER);
    private final boolean queryAlone = Boolean.parseBoolean(System.getenv(QUERY_ALONE));
    private final boolean put = !Boolean.parseBoolean(System.getenv(NO_PUT));

    public BareHandler() {
        var clients = new AwsClients(System.getenv(), List.of());
        tables = clients.dynamoDb();
        keys = clients.kms();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var items = tables.query(query -> query.tableName(table)
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(2)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text("CUSTOMER#" + customer))))
                .items();
        if (!queryAlone) {
            decryptAndPut(items);
        }
        out.write("{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8));
    }

    private void decryptAndPut(List<Map<String, AttributeValue>> items) {
        var secret = items.get(0).containsKey("pinWrapped") ? items.get(0) : items.get(1);
        var entry = items.get(0).containsKey("pinWrapped") ? items.get(1) : items.get(0);
        keys.decrypt(decrypt -> decrypt.keyId(key)
                .ciphertextBlob(value(secret, "pinWrapped").b())
                .encryptionContext(Map.of("tenant", tenant, "customer", customer, "purpose", "pin", "version", "1")));
        if (!put) {
            return;
        }
        tables.putItem(request -> request.tableName(table)
                .item(Map.of(
                        "pk", text("BENCHMARK#" + UUID.randomUUID()),
                        "sk", text("ENTRY#1"),
                        "body", value(entry, "body"),
                        "hash", value(entry, "hash")))
                .conditionExpression("attribute_not_exists(pk)"));
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
