package org.supportpin.local.journey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.kms.model.KmsRequest;

/**
 * What is billed, by DynamoDB's documented rules: a read unit for each 4 KB, half
 * of it where an eventually consistent read will do; a write unit for each KB, twice that in a transaction.
 *
 * @param keys calls of KMS
 */
record Units(double read, double write, int keys) {

    static final Units NONE = new Units(0, 0, 0);

    private static final int READ_BYTES = 4096;
    private static final int WRITE_BYTES = 1024;

    Units plus(Units other) {
        return new Units(read + other.read, write + other.write, keys + other.keys);
    }

    static Units of(Calls.Exchange exchange) {
        return switch (exchange.request()) {
            case QueryRequest query -> read(query.consistentRead(), ((QueryResponse) exchange.response()).items());
            case ScanRequest scan -> read(scan.consistentRead(), ((ScanResponse) exchange.response()).items());
            case BatchGetItemRequest batch -> new Units(batch(batch, (BatchGetItemResponse) exchange.response()), 0, 0);
            case GetItemRequest get ->
                read(get.consistentRead(), List.of(((GetItemResponse) exchange.response()).item()));
            case PutItemRequest put -> new Units(0, rounded(bytes(put.item()), WRITE_BYTES), 0);
            // As large as the item is afterwards, whatever changed.
            case UpdateItemRequest _ ->
                new Units(0, rounded(bytes(((UpdateItemResponse) exchange.response()).attributes()), WRITE_BYTES), 0);
            // All that is deleted is smaller than a unit.
            case DeleteItemRequest _ -> new Units(0, 1, 0);
            case TransactWriteItemsRequest transaction ->
                new Units(
                        0,
                        transaction.transactItems().stream()
                                .mapToDouble(each -> 2
                                        * (each.put() == null
                                                ? 1
                                                : rounded(bytes(each.put().item()), WRITE_BYTES)))
                                .sum(),
                        0);
            case KmsRequest _ -> new Units(0, 0, 1);
            default -> NONE;
        };
    }

    /** At half the price; each item by itself, and one that is not there like a small one. */
    private static double batch(BatchGetItemRequest asked, BatchGetItemResponse answer) {
        var keys = asked.requestItems().values().stream()
                .mapToInt(each -> each.keys().size())
                .sum();
        var found = answer.responses().values().stream()
                .flatMap(items -> items.stream())
                .mapToInt(item -> Math.ceilDiv(bytes(item), READ_BYTES) - 1)
                .sum();
        return (keys + found) / 2.0;
    }

    private static Units read(Boolean consistent, List<Map<String, AttributeValue>> items) {
        var units = rounded(items.stream().mapToInt(Units::bytes).sum(), READ_BYTES);
        return new Units(Boolean.TRUE.equals(consistent) ? units : units / 2, 0, 0);
    }

    private static double rounded(int bytes, int each) {
        return Math.max(1, Math.ceilDiv(bytes, each));
    }

    /** Names and values count. */
    static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> attribute.getKey().length() + bytes(attribute.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case B -> value.b().asByteArrayUnsafe().length;
            // A byte for two digits, and one more.
            case N -> value.n().length() / 2 + 2;
            case SS -> value.ss().stream().mapToInt(String::length).sum();
            case L -> 3 + value.l().stream().mapToInt(each -> 1 + bytes(each)).sum();
            case M -> 3 + value.m().size() + bytes(value.m());
            default -> 1;
        };
    }
}
