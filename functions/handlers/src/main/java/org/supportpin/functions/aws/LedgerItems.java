package org.supportpin.functions.aws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.audit.StoredLedger;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of one customer's partition. They are not trusted: an unreadable one is reported, not thrown. */
final class LedgerItems {

    /** Extra attributes, such as the one by which DynamoDB deletes, were not written by the service. */
    private static final Set<String> ATTRIBUTES = Set.of(Table.PK, Table.SK, "body", "hash");

    private static final Pattern PLACE = Pattern.compile(Table.ENTRY + "([0-9]{12})");

    private final CustomerId customer;
    private final List<StoredEntry> entries = new ArrayList<>();
    private @Nullable StoredSecret secret;
    private int unknown;

    LedgerItems(CustomerId customer) {
        this.customer = customer;
    }

    void add(Map<String, AttributeValue> item) {
        var sortKey = Table.text(item, Table.SK);
        var place = place(sortKey);
        if (place.isPresent()) {
            entries.add(entry(place.getAsLong(), item));
        } else if (sortKey.equals(Table.SECRET)) {
            readSecret(item);
        } else {
            unknown++;
        }
    }

    private static OptionalLong place(String sortKey) {
        var match = PLACE.matcher(sortKey);
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }

    /** The entry in an item; empty if it is none. */
    static Optional<StoredEntry> entry(Map<String, AttributeValue> item) {
        var place = place(Table.text(item, Table.SK));
        return place.isPresent() ? Optional.of(entry(place.getAsLong(), item)) : Optional.empty();
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

    /** If the ledger names keys, the audit reports an unreadable item as missing; otherwise the service did not write it. */
    private void readSecret(Map<String, AttributeValue> item) {
        var read = SecretItem.read(item);
        if (read.isReadable()) {
            secret = read;
        } else {
            unknown++;
        }
    }

    StoredLedger ledger() {
        entries.sort(Comparator.comparingLong(StoredEntry::place));
        return new StoredLedger(customer, entries, secret, unknown);
    }
}
