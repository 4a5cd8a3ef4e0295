package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.audit.FoundViolation;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.FoundViolation.Resolution;
import org.supportpin.domain.audit.Violation;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item {@code VIOLATION}, in a partition of its own; in the sparse index while it is open. */
final class ViolationItem {

    static final String PREFIX = "VIOLATION#";

    /** One shard is enough: few violations are open at a time. */
    static final String SHARD = "VIOLATION";

    private static final String VIOLATION = "VIOLATION";
    private static final String KIND = "kind";
    private static final String CUSTOMER = "customer";
    private static final String SEQUENCE = "sequence";
    private static final String ITEM = "item";
    private static final String VERSION = "version";
    private static final String RESOLVED_BY = "resolvedBy";

    private ViolationItem() {}

    static Map<String, AttributeValue> key(String id) {
        return Map.of(Table.PK, Table.text(PREFIX + id), Table.SK, Table.text(VIOLATION));
    }

    static Map<String, AttributeValue> write(FoundViolation found) {
        var item = new HashMap<>(key(found.id()));
        var violation = found.violation();
        item.put(KIND, Table.text(violation.kind().text()));
        var customer = violation.customer();
        if (customer != null) {
            item.put(CUSTOMER, Table.text(customer.value()));
        }
        item.put(SEQUENCE, Table.number(violation.sequence()));
        var its = violation.item();
        if (its != null) {
            item.put(ITEM, Table.text(its));
        }
        item.put("detectedAt", Table.instant(found.detectedAt()));
        item.put("by", Table.text(found.by().text()));
        item.put(VERSION, Table.number(found.version()));
        if (found.resolution() instanceof Resolution(var by, var note, var at)) {
            item.put(RESOLVED_BY, Table.text(by.value()));
            item.put("note", Table.text(note));
            item.put("resolvedAt", Table.instant(at));
        } else {
            item.put(ActionItem.SHARD, Table.text(SHARD));
            item.put(ActionItem.SINCE, since(found));
        }
        return item;
    }

    /** The index's sort key: by time, and each different. */
    static AttributeValue since(FoundViolation found) {
        return Table.text(ActionItem.since(found.detectedAt()).s() + "/" + found.id());
    }

    /** Empty if this class did not write the item. */
    static Optional<FoundViolation> read(Map<String, AttributeValue> item) {
        try {
            var found = new FoundViolation(
                    new Violation(
                            WireName.find(Violation.Kind.values(), Table.text(item, KIND))
                                    .orElseThrow(Compact::unreadable),
                            item.containsKey(CUSTOMER) ? new CustomerId(Table.text(item, CUSTOMER)) : null,
                            Table.number(item, SEQUENCE),
                            item.containsKey(ITEM) ? Table.text(item, ITEM) : null),
                    Instant.ofEpochMilli(Table.number(item, "detectedAt")),
                    WireName.find(Finder.values(), Table.text(item, "by")).orElseThrow(Compact::unreadable),
                    item.containsKey(RESOLVED_BY)
                            ? new Resolution(
                                    new AgentId(Table.text(item, RESOLVED_BY)),
                                    Table.text(item, "note"),
                                    Instant.ofEpochMilli(Table.number(item, "resolvedAt")))
                            : null,
                    Table.number(item, VERSION));
            var kept = new HashMap<>(item);
            kept.remove(Table.WRITER);
            return write(found).equals(kept) ? Optional.of(found) : Optional.empty();
        } catch (RuntimeException notAViolation) {
            // The audit reports it as an unknown item.
            return Optional.empty();
        }
    }
}
