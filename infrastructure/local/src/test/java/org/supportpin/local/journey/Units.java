package org.supportpin.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What a call costs in DynamoDB's units, by the documented rules: reading 4 KB consistently is one, or half of one where yesterday's
 * will do; writing 1 KB is one, and two in a transaction. DynamoDB Local counts 4 for every transaction, so nothing is asked of it.
 */
record Units(double read, double written) {

    static final Units NONE = new Units(0, 0);

    private static final int READ = 4096;
    private static final int WRITTEN = 1024;

    Units plus(Units other) {
        return new Units(read + other.read, written + other.written);
    }

    /**
     * The cost of one call.
     *
     * @throws IllegalArgumentException for a call on the table that has no rule here yet
     */
    static Units of(SdkRequest request, SdkResponse response) {
        return switch (request) {
            case QueryRequest query ->
                reading(((QueryResponse) response).items(), Boolean.TRUE.equals(query.consistentRead()));
            case GetItemRequest get -> {
                var item = ((GetItemResponse) response).item();
                yield reading(item.isEmpty() ? List.of() : List.of(item), Boolean.TRUE.equals(get.consistentRead()));
            }
            case PutItemRequest put -> new Units(0, blocks(size(put.item()), WRITTEN));
            case TransactWriteItemsRequest transaction ->
                new Units(
                        0,
                        transaction.transactItems().stream()
                                .mapToInt(part -> 2 * blocks(size(part.put().item()), WRITTEN))
                                .sum());
            default -> {
                if (request.getClass().getName().contains(".dynamodb.")) {
                    throw new IllegalArgumentException("no rule for " + request.getClass());
                }
                yield NONE;
            }
        };
    }

    private static Units reading(List<Map<String, AttributeValue>> items, boolean isConsistent) {
        var whole = Math.max(1, blocks(items.stream().mapToInt(Units::size).sum(), READ));
        return new Units(isConsistent ? whole : whole / 2.0, 0);
    }

    private static int blocks(int bytes, int of) {
        return (bytes + of - 1) / of;
    }

    /** Names and values in UTF-8 and bytes; a number at most a byte for two digits and one more; 3 for a list, and 1 for each in it. */
    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(each -> each.getKey().getBytes(UTF_8).length + size(each.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(UTF_8).length;
            case B -> value.b().asByteArray().length;
            case N -> value.n().length() / 2 + 2;
            case L -> 3 + value.l().stream().mapToInt(each -> 1 + size(each)).sum();
            case M -> 3 + size(value.m());
            case BOOL, NUL -> 1;
            default -> throw new IllegalArgumentException("no rule for " + value.type());
        };
    }
}
