package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item {@code SECRET}. */
final class SecretItem {

    private SecretItem() {}

    static Map<String, AttributeValue> write(CustomerId customer, StoredSecret secret) {
        var item = new HashMap<String, AttributeValue>();
        item.put(Table.PK, Table.customer(customer));
        item.put(Table.SK, Table.text(Table.SECRET));
        item.put("version", Table.number(secret.version()));
        item.put("revision", Table.number(secret.revision()));
        item.put("purpose", Table.text(secret.purpose().name()));
        item.put("wrapped", Table.bytes(secret.wrapped().bytes()));
        item.put("keyId", Table.text(secret.keyId()));
        item.put("createdAt", Table.number(secret.createdAt().toEpochMilli()));
        put(item, "mobile", secret.mobile());
        put(item, "pendingMobile", secret.pendingMobile());
        put(item, "pendingClaim", secret.pendingClaim());
        return item;
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable Ciphertext sealed) {
        if (sealed != null) {
            item.put(name, Table.bytes(sealed.bytes()));
        }
    }

    static StoredSecret read(Map<String, AttributeValue> item) {
        return new StoredSecret(
                (int) Table.number(item, "version"),
                Table.number(item, "revision"),
                Purpose.valueOf(Table.text(item, "purpose")),
                new Ciphertext(Table.bytes(item, "wrapped")),
                Table.text(item, "keyId"),
                Instant.ofEpochMilli(Table.number(item, "createdAt")),
                sealed(item, "mobile"),
                sealed(item, "pendingMobile"),
                sealed(item, "pendingClaim"));
    }

    private static @Nullable Ciphertext sealed(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? new Ciphertext(Table.bytes(item, name)) : null;
    }
}
