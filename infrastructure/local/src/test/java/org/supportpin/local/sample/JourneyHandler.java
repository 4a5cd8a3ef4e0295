package org.supportpin.local.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.sns.SnsClient;

/** Uses all local services: stores a wrapped key, opens the first one stored, sends a text message. */
public final class JourneyHandler implements RequestStreamHandler {

    private final SampleWiring wiring;
    private final DynamoDbClient dynamo;
    private final KmsClient kms;
    private final SnsClient sns;

    public JourneyHandler(SampleWiring wiring) {
        this.wiring = wiring;
        dynamo = AwsClients.configure(DynamoDbClient.builder(), wiring.environment(), "DYNAMODB")
                .build();
        kms = AwsClients.configure(KmsClient.builder(), wiring.environment(), "KMS")
                .build();
        sns = AwsClients.configure(SnsClient.builder(), wiring.environment(), "SNS")
                .build();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var table = wiring.environment().getOrDefault("TABLE", "");
        var key = Map.of("pk", AttributeValue.fromS("CUSTOMER#1001"), "sk", AttributeValue.fromS("SECRET"));
        var stored = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item();
        if (stored.isEmpty()) {
            var made =
                    kms.generateDataKey(make -> make.keyId(wiring.environment().get("KEY_ID"))
                            .keySpec(DataKeySpec.AES_256)
                            .encryptionContext(Map.of("customer", "1001")));
            var item = new HashMap<>(key);
            item.put("wrapped", AttributeValue.fromB(made.ciphertextBlob()));
            item.put("plain", AttributeValue.fromB(made.plaintext()));
            dynamo.putItem(put -> put.tableName(table).item(item));
            stored = item;
        }
        var wrapped = bytes(stored, "wrapped");
        var opened = kms.decrypt(open -> open.ciphertextBlob(wrapped).encryptionContext(Map.of("customer", "1001")));
        sns.publish(publish -> publish.phoneNumber("+306912345678").message("Γεια"));
        var answer = Trees.object()
                .put("same", opened.plaintext().equals(bytes(stored, "plain")))
                .put("now", wiring.clock().instant().toString());
        out.write(answer.toString().getBytes(UTF_8));
    }

    private static SdkBytes bytes(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).orElseThrow().b();
    }
}
