package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.Addresses;
import org.supportpin.domain.customer.StoredSecret.SealedNumber;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.WrappedKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** The item {@code SECRET}. */
final class SecretItem {

    private static final String REVISION = "revision";
    private static final String PIN = "pin";
    private static final String RECORD = "record";
    private static final String MOBILE = "mobile";
    private static final String PENDING = "pending";

    private static final String CLAIM = "pendingClaim";
    private static final String ADDRESS = "address";
    private static final String PENDING_ADDRESS = "pendingAddress";

    private static final String VERSION = "Version";
    private static final String WRAPPED = "Wrapped";
    private static final String KEY_ID = "KeyId";
    private static final String CREATED_AT = "CreatedAt";
    private static final String PUBLIC_KEY = "PublicKey";
    private static final String COUNTRY = "Country";
    private static final String ENDING = "Ending";

    private SecretItem() {}

    /**
     * Writes the item, if what is stored is what was read.
     *
     * @param before null if nothing was stored
     */
    static Put put(String table, CustomerId customer, StoredSecret secret, @Nullable StoredSecret before) {
        var put = Put.builder().tableName(table).item(write(customer, secret));
        if (before == null) {
            put.conditionExpression("attribute_not_exists(pk)");
        } else if (before.isReadable()) {
            var values = new HashMap<String, AttributeValue>();
            values.put(":revision", Table.number(before.revision()));
            put.conditionExpression("revision = :revision"
                            + isStill(PIN, before.pinKey(), values)
                            + isStill(RECORD, before.recordKey(), values))
                    .expressionAttributeValues(values);
        }
        return put.build();
    }

    /** The same revision may hold the same key, wrapped again. */
    private static String isStill(String name, @Nullable StoredKey key, Map<String, AttributeValue> values) {
        if (key == null) {
            return " AND attribute_not_exists(" + name + WRAPPED + ")";
        }
        values.put(":" + name, Table.bytes(key.wrapped().bytes().bytes()));
        return " AND " + name + WRAPPED + " = :" + name;
    }

    private static Map<String, AttributeValue> write(CustomerId customer, StoredSecret secret) {
        var item = new HashMap<String, AttributeValue>();
        item.put(Table.PK, Table.customer(customer));
        item.put(Table.SK, Table.text(Table.SECRET));
        item.put(REVISION, Table.number(secret.revision()));
        put(item, PIN, secret.pinKey());
        put(item, RECORD, secret.recordKey());
        put(item, MOBILE, secret.mobile());
        put(item, PENDING, secret.pendingMobile());
        put(item, CLAIM, secret.pendingClaim());
        put(item, ADDRESS, secret.addresses().confirmed());
        put(item, PENDING_ADDRESS, secret.addresses().pending());
        return item;
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable StoredKey key) {
        if (key != null) {
            item.put(name + VERSION, Table.number(key.version()));
            item.put(name + WRAPPED, Table.bytes(key.wrapped().bytes().bytes()));
            item.put(name + KEY_ID, Table.text(key.wrapped().keyId()));
            item.put(name + CREATED_AT, Table.number(key.createdAt().toEpochMilli()));
            if (key.publicKey() != null) {
                item.put(name + PUBLIC_KEY, Table.bytes(key.publicKey().bytes()));
            }
        }
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable SealedNumber number) {
        if (number != null) {
            item.put(name, Table.bytes(number.sealed().bytes()));
            item.put(name + COUNTRY, Table.number(number.mask().countryCode()));
            item.put(name + ENDING, Table.number(number.mask().ending()));
        }
    }

    /** What is stored; {@link StoredSecret#UNREADABLE} if the service did not write it so. */
    static StoredSecret read(Map<String, AttributeValue> item) {
        try {
            return new StoredSecret(
                    Table.number(item, REVISION),
                    key(item, PIN),
                    key(item, RECORD),
                    number(item, MOBILE),
                    number(item, PENDING),
                    sealed(item, CLAIM),
                    new Addresses(sealed(item, ADDRESS), sealed(item, PENDING_ADDRESS)));
        } catch (RuntimeException notWrittenByTheService) {
            // Like an item that is missing: it does not open, and the customer replaces it.
            return StoredSecret.UNREADABLE;
        }
    }

    private static @Nullable StoredKey key(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name + VERSION)
                ? new StoredKey(
                        (int) Table.number(item, name + VERSION),
                        new WrappedKey(
                                new Ciphertext(Table.bytes(item, name + WRAPPED)), Table.text(item, name + KEY_ID)),
                        Instant.ofEpochMilli(Table.number(item, name + CREATED_AT)),
                        sealed(item, name + PUBLIC_KEY))
                : null;
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable Ciphertext sealed) {
        if (sealed != null) {
            item.put(name, Table.bytes(sealed.bytes()));
        }
    }

    private static @Nullable Ciphertext sealed(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? new Ciphertext(Table.bytes(item, name)) : null;
    }

    private static @Nullable SealedNumber number(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name)
                ? new SealedNumber(
                        new Ciphertext(Table.bytes(item, name)),
                        new MaskedNumber(
                                (int) Table.number(item, name + COUNTRY), (int) Table.number(item, name + ENDING)))
                : null;
    }
}
