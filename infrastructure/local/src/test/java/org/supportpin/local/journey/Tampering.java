package org.supportpin.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An attacker who can write to the table and knows how hashes are computed. */
record Tampering(DynamoDbClient client, String table) {

    static Tampering with(Service service) {
        return new Tampering(service.backDoor().client(), service.backDoor().table());
    }

    private static Map<String, AttributeValue> key(CustomerSteps customer, String sortKey) {
        return Map.of("pk", AttributeValue.fromS("CUSTOMER#" + customer.id()), "sk", AttributeValue.fromS(sortKey));
    }

    static String entry(int sequence) {
        return "ENTRY#%012d".formatted(sequence);
    }

    Map<String, AttributeValue> item(CustomerSteps customer, String sortKey) {
        return client.getItem(
                        request -> request.tableName(table).consistentRead(true).key(key(customer, sortKey)))
                .item();
    }

    Map<String, AttributeValue> action(String id) {
        return client.getItem(
                        request -> request.tableName(table).consistentRead(true).key(actionKey(id)))
                .item();
    }

    /** Puts the attributes of an action under this id. */
    void putAction(String id, Map<String, AttributeValue> attributes) {
        var item = new HashMap<>(attributes);
        item.putAll(actionKey(id));
        client.putItem(request -> request.tableName(table).item(item));
    }

    /** Some pending action once more, under another id. */
    void copyPendingAction(String id) {
        var pending = client.scanPaginator(request -> request.tableName(table)).items().stream()
                .filter(item -> item.containsKey("pendingShard"))
                .findFirst()
                .orElseThrow();
        putAction(id, pending);
    }

    private static Map<String, AttributeValue> actionKey(String id) {
        return Map.of("pk", AttributeValue.fromS("ACTION#" + id), "sk", AttributeValue.fromS("ACTION"));
    }

    AttributeValue value(CustomerSteps customer, String sortKey, String name) {
        var value = item(customer, sortKey).get(name);
        if (value == null) {
            throw new AssertionError(sortKey + " has no " + name);
        }
        return value;
    }

    void drop(CustomerSteps customer, String sortKey) {
        client.deleteItem(request -> request.tableName(table).key(key(customer, sortKey)));
    }

    /** Puts the attributes of an item under another key. */
    void put(CustomerSteps customer, String sortKey, Map<String, AttributeValue> attributes) {
        var item = new HashMap<>(attributes);
        item.putAll(key(customer, sortKey));
        client.putItem(request -> request.tableName(table).item(item));
    }

    void set(CustomerSteps customer, String sortKey, String name, AttributeValue value) {
        var item = new HashMap<>(item(customer, sortKey));
        item.put(name, value);
        put(customer, sortKey, item);
    }

    /** Makes another entry of one, its hash and its link as they should be; in its own place, or as the newest. */
    void forge(CustomerSteps customer, int from, int to, Consumer<ObjectNode> change) {
        var body = (ObjectNode) Trees.read(value(customer, entry(from), "body").s());
        if (to != from) {
            var before = value(customer, entry(to - 1), "hash").b().asByteArray();
            body.put("n", to)
                    .put("prev", Base64.getUrlEncoder().withoutPadding().encodeToString(before));
        }
        change.accept(body);
        put(
                customer,
                entry(to),
                Map.of(
                        "body",
                        AttributeValue.fromS(body.toString()),
                        "hash",
                        AttributeValue.fromB(SdkBytes.fromByteArray(hash(body.toString())))));
    }

    private static byte[] hash(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
