package org.supportpin.functions.aws;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The one table: its keys (design.md, "Table"), and what every access to it shares. */
record Table(DynamoDbClient client, String name) {

    static final String PK = "pk";
    static final String SK = "sk";

    /** The attribute by which DynamoDB deletes what is over, in seconds since the epoch. */
    static final String EXPIRES = "expiresAt";

    /** Sorts after every entry, so that one descending query brings the secret and the newest entry. */
    static final String SECRET = "SECRET";

    static final String ENTRY = "ENTRY#";

    static AttributeValue customer(CustomerId id) {
        return text("CUSTOMER#" + id.value());
    }

    static AttributeValue agent(AgentId id) {
        return text("AGENT#" + id.value());
    }

    static AttributeValue entry(long sequence) {
        return text(ENTRY + padded(sequence, 12));
    }

    /** With zeros before it, so that texts sort as the numbers do. */
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

    /** Asks DynamoDB; what it cannot answer now is {@link StoreUnavailable}. */
    static <T> T ask(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StoreUnavailable(what + " failed", e);
        }
    }
}
