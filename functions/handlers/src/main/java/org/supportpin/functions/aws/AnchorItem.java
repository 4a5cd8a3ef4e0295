package org.supportpin.functions.aws;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.Gap;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** The item {@code ANCHOR}, in a separate partition that the roles that write ledgers cannot reach. */
final class AnchorItem {

    static final String AUDIT = "AUDIT#";

    static final String SEQUENCE = "sequence";
    static final String HASH = "hash";
    static final String GAP_FROM = "gapFrom";
    private static final String GAP_TO = "gapTo";
    private static final String GAP_BEFORE = "gapBefore";
    private static final String SECRET = "secretAhead";
    private static final String MEMORY = "memory";

    /** By which a write recognizes what was read. What is remembered follows from the entry, whose hash is among them. */
    private static final List<String> ALL = List.of(SEQUENCE, HASH, GAP_FROM, GAP_TO, SECRET);

    private static final AttributeValue ANCHOR = Table.text("ANCHOR");

    private AnchorItem() {}

    static Map<String, AttributeValue> key(CustomerId customer) {
        return Map.of(Table.PK, Table.text(AUDIT + customer.value()), Table.SK, ANCHOR);
    }

    /** The gap is in the item's own attributes, so that a condition can ask for it. */
    static Map<String, AttributeValue> write(Anchor anchor) {
        var item = new HashMap<>(key(anchor.customer()));
        item.put(SEQUENCE, Table.number(anchor.sequence()));
        item.put(HASH, Table.bytes(anchor.hash().bytes()));
        item.put(MEMORY, Table.text(MemoryJson.write(anchor.memory())));
        if (anchor.gap() instanceof Gap(long from, long to, var before)) {
            item.put(GAP_FROM, Table.number(from));
            item.put(GAP_TO, Table.number(to));
            item.put(GAP_BEFORE, Table.bytes(before.bytes()));
        }
        if (anchor.secret() > 0) {
            item.put(SECRET, Table.number(anchor.secret()));
        }
        return item;
    }

    /** Writes it if what is stored is what was read. */
    static Put put(Table table, @Nullable Anchor before, Anchor next) {
        var put = Put.builder().tableName(table.name()).item(write(next));
        if (before == null) {
            return put.conditionExpression("attribute_not_exists(pk)").build();
        }
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var was = write(before);
        var conditions = ALL.stream().map(name -> {
            names.put("#" + name, name);
            var value = was.get(name);
            if (value == null) {
                return "attribute_not_exists(#" + name + ")";
            }
            values.put(":" + name, value);
            return "#" + name + " = :" + name;
        });
        return put.conditionExpression(conditions.collect(Collectors.joining(" AND ")))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    private static @Nullable Gap gap(Map<String, AttributeValue> item) {
        return item.containsKey(GAP_FROM)
                ? new Gap(Table.number(item, GAP_FROM), Table.number(item, GAP_TO), hash(item, GAP_BEFORE))
                : null;
    }

    private static Hash hash(Map<String, AttributeValue> item, String name) {
        return new Hash(HexFormat.of().formatHex(Table.bytes(item, name)));
    }

    /** Empty if this class did not write the item. */
    static Optional<Anchor> read(Map<String, AttributeValue> item) {
        try {
            var customer = new CustomerId(Table.text(item, Table.PK).substring(AUDIT.length()));
            var anchor = new Anchor(
                    customer,
                    Table.number(item, SEQUENCE),
                    hash(item, HASH),
                    MemoryJson.read(customer, Table.text(item, MEMORY)),
                    gap(item),
                    item.containsKey(SECRET) ? Table.number(item, SECRET) : 0);
            return write(anchor).equals(item) ? Optional.of(anchor) : Optional.empty();
        } catch (RuntimeException notAnAnchor) {
            // The audit reports it as an unknown item.
            return Optional.empty();
        }
    }
}
