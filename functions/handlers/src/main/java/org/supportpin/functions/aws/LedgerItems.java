package org.supportpin.functions.aws;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.AuditStore.Items;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.Hash;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of a customer's partition. They are not trusted: an unreadable one is reported, not thrown. */
final class LedgerItems {

    /** Extra attributes, such as the one by which DynamoDB deletes, were not written by the service. */
    private static final Set<String> ATTRIBUTES = Set.of(Table.PK, Table.SK, "body", "hash");

    private static final Pattern PLACE = Pattern.compile(Table.ENTRY + "([0-9]{12})");

    private LedgerItems() {}

    static void show(Map<String, AttributeValue> item, Items to) {
        var entry = entry(item);
        var secret = secret(item);
        if (entry.isPresent()) {
            to.entry(entry.get());
        } else if (secret.isPresent()) {
            to.secret(secret.get());
        } else {
            to.unknown();
        }
    }

    /** Empty if the item's key is no entry's. */
    static Optional<StoredEntry> entry(Map<String, AttributeValue> item) {
        var place = place(Table.text(item, Table.SK));
        return place.isPresent() ? Optional.of(entry(place.getAsLong(), item)) : Optional.empty();
    }

    private static OptionalLong place(String sortKey) {
        var match = PLACE.matcher(sortKey);
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }

    private static StoredEntry entry(long place, Map<String, AttributeValue> item) {
        var body = Optional.ofNullable(item.get("body")).map(AttributeValue::s).orElse("");
        var entry = item.keySet().equals(ATTRIBUTES) ? read(body) : null;
        return new StoredEntry(place, entry, recorded(item), EntryJson.hash(body));
    }

    private static @Nullable Entry read(String body) {
        try {
            return EntryJson.read(body);
        } catch (RuntimeException notAnEntry) {
            // The audit reports the entry as changed.
            return null;
        }
    }

    private static Hash recorded(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get("hash"))
                .map(AttributeValue::b)
                .filter(bytes -> bytes.asByteArrayUnsafe().length == Hash.NONE.bytes().length)
                .map(bytes -> new Hash(HexFormat.of().formatHex(bytes.asByteArrayUnsafe())))
                .orElse(Hash.NONE);
    }

    /** Empty if the item is not the secret. If it cannot be read either, the audit also misses the secret that the ledger names. */
    static Optional<StoredSecret> secret(Map<String, AttributeValue> item) {
        if (!Table.text(item, Table.SK).equals(Table.SECRET)) {
            return Optional.empty();
        }
        return Optional.of(SecretItem.read(item)).filter(StoredSecret::isReadable);
    }
}
