package org.supportpin.functions.aws;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The one table: its keys (design.md, "Table"), and what all access to it has in common. */
record Table(DynamoDbClient client, String name) {

    static final String PK = "pk";
    static final String SK = "sk";

    /** When DynamoDB deletes the item, in seconds since the epoch. */
    static final String EXPIRES = "expiresAt";

    /** Sorts after every entry, so that one descending query returns the secret and the newest entry. */
    static final String SECRET = "SECRET";

    static final String ENTRY = "ENTRY#";

    static final String BUDGET = "BUDGET";

    /** See {@link #signed}. */
    static final String WRITER = "writer";

    private static final int NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String CUSTOMER = "CUSTOMER#";

    static AttributeValue customer(CustomerId id) {
        return text(CUSTOMER + id.value());
    }

    /** The customer whose partition has this key; empty for any other partition. */
    static Optional<CustomerId> customerOf(String partition) {
        return partition.startsWith(CUSTOMER)
                        && CustomerId.parse(partition.substring(CUSTOMER.length())) instanceof Valid<CustomerId>(var id)
                ? Optional.of(id)
                : Optional.empty();
    }

    static AttributeValue agent(AgentId id) {
        return text("AGENT#" + id.value());
    }

    static AttributeValue entry(long sequence) {
        return text(ENTRY + padded(sequence, 12));
    }

    /** Padded with zeros, so that the texts sort as the numbers do. */
    static String padded(long number, int digits) {
        var text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** Milliseconds since the epoch. */
    static AttributeValue instant(Instant at) {
        return number(at.toEpochMilli());
    }

    static Instant instant(AttributeValue millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis.n()));
    }

    static AttributeValue bytes(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(value));
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return required(item, name).s();
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(required(item, name).n());
    }

    static byte[] bytes(Map<String, AttributeValue> item, String name) {
        return required(item, name).b().asByteArray();
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).orElseThrow(Compact::unreadable);
    }

    /** The item with this key, as of the last write. */
    Optional<Map<String, AttributeValue>> find(String what, Map<String, AttributeValue> key) {
        return find(what, key, true);
    }

    /** @param isConsistent whether as of the last write; otherwise it may be a moment old, at half the price */
    Optional<Map<String, AttributeValue>> find(String what, Map<String, AttributeValue> key, boolean isConsistent) {
        var answer = ask(
                "GetItem of " + what,
                () -> client.getItem(request ->
                        request.tableName(name).consistentRead(isConsistent).key(key)));
        return answer.hasItem() ? Optional.of(answer.item()) : Optional.empty();
    }

    /** The write of an item's next version, on the condition that the version before is the newest. */
    Put next(Map<String, AttributeValue> item, long version) {
        return Put.builder()
                .tableName(name)
                .item(item)
                .conditionExpression("attribute_not_exists(pk) OR version = :before")
                .expressionAttributeValues(Map.of(":before", number(version - 1)))
                .build();
    }

    /** 96 random bits. */
    static byte[] nonce() {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    /** An item like no other, so that a conditional write recognizes its own. */
    static Map<String, AttributeValue> signed(Map<String, AttributeValue> item) {
        var signed = new HashMap<>(item);
        signed.put(WRITER, bytes(nonce()));
        return signed;
    }

    /**
     * Writes an item if its condition holds. If an answer is lost, the SDK repeats the call, and the condition fails because the
     * first attempt has succeeded: the write recognizes its item if that is like no other.
     *
     * @return whether it was written; false if another request was first
     */
    boolean put(String what, Put put) {
        return put(what, put, () -> find(what, keyOf(put)));
    }

    /** @param stored reads what is stored: while a transaction runs on the item, DynamoDB does not return it */
    boolean put(String what, Put put, Supplier<Optional<Map<String, AttributeValue>>> stored) {
        try {
            client.putItem(request -> request.tableName(put.tableName())
                    .item(put.item())
                    .conditionExpression(put.conditionExpression())
                    .expressionAttributeNames(put.expressionAttributeNames())
                    .expressionAttributeValues(put.expressionAttributeValues())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return e.item().equals(put.item());
        } catch (TransactionConflictException e) {
            return isStored(put, stored);
        } catch (SdkException e) {
            throw new StoreUnavailable("the write of " + what + " failed", e);
        }
    }

    /** Like {@link #transact(String, Put, List, Supplier)}, where the role may read the first item by its key. */
    boolean transact(String what, Put first, List<TransactWriteItem> others) {
        return transact(what, first, others, () -> find(what, keyOf(first)));
    }

    /**
     * Writes all items or none. Like {@link #put}, the transaction recognizes what it has written, by its first item.
     *
     * @return whether they were written; false if another request was first
     */
    boolean transact(
            String what,
            Put first,
            List<TransactWriteItem> others,
            Supplier<Optional<Map<String, AttributeValue>>> stored) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder()
                .put(first.toBuilder()
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build());
        writes.addAll(others);
        try {
            client.transactWriteItems(request -> request.transactItems(writes));
            return true;
        } catch (TransactionCanceledException cancelled) {
            if (!isRace(cancelled)) {
                throw new StoreUnavailable("the write of " + what + " was cancelled", cancelled);
            }
            var reason = cancelled.cancellationReasons().getFirst();
            return switch (reason.code()) {
                case "ConditionalCheckFailed" -> reason.item().equals(first.item());
                case "TransactionConflict" -> isStored(first, stored);
                default -> false;
            };
        } catch (TransactionConflictException conflict) {
            return isStored(first, stored);
        } catch (SdkException e) {
            throw new StoreUnavailable("the write of " + what + " failed", e);
        }
    }

    private static boolean isStored(Put put, Supplier<Optional<Map<String, AttributeValue>>> stored) {
        return stored.get().filter(put.item()::equals).isPresent();
    }

    private static Map<String, AttributeValue> keyOf(Put put) {
        return Map.of(PK, required(put.item(), PK), SK, required(put.item(), SK));
    }

    /**
     * Changes an item if its condition holds.
     *
     * @param update all but the table's name
     * @return the item afterwards; empty if the condition did not hold
     */
    Optional<Map<String, AttributeValue>> changed(String what, Consumer<UpdateItemRequest.Builder> update) {
        try {
            return Optional.of(client.updateItem(
                            request -> update.accept(request.tableName(name).returnValues(ReturnValue.ALL_NEW)))
                    .attributes());
        } catch (ConditionalCheckFailedException | TransactionConflictException lostTheRace) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new StoreUnavailable("the update of " + what + " failed", e);
        }
    }

    /** Whether a transaction was cancelled only because another request was first. */
    private static boolean isRace(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream().allMatch(reason -> switch (reason.code()) {
            case "None", "ConditionalCheckFailed", "TransactionConflict" -> true;
            default -> false;
        });
    }

    /** @throws StoreUnavailable if DynamoDB does not answer the call */
    static <T> T ask(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StoreUnavailable(what + " failed", e);
        }
    }
}
