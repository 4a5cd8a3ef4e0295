package org.supportpin.functions.aws;

import static org.supportpin.domain.audit.ItemLaw.BEATING;
import static org.supportpin.domain.audit.ItemLaw.COUNTED;
import static org.supportpin.domain.audit.ItemLaw.FORWARD;
import static org.supportpin.domain.audit.ItemLaw.KEPT;
import static org.supportpin.domain.audit.ItemLaw.ONCE;
import static org.supportpin.domain.audit.ItemLaw.ONCE_FOR_A_WHILE;
import static org.supportpin.domain.audit.ItemLaw.QUEUED;
import static org.supportpin.domain.audit.ItemLaw.REPLACED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Change.Image;
import org.supportpin.domain.audit.ItemLaw;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The kinds of items that are neither entry nor secret nor action: by which keys one knows them, and what its law asks of them.
 *
 * @param partition how the partition key begins
 * @param sort how the sort key begins
 * @param counted the attribute by which changes are counted; null if there is none
 * @param fixed the attributes that never change
 * @param isOwn whether the service may have written such an item
 */
record WatchedItem(
        String partition,
        String sort,
        ItemLaw law,
        @Nullable String counted,
        Set<String> fixed,
        Predicate<Map<String, AttributeValue>> isOwn) {

    private static final String VERSION = "version";

    private static final List<WatchedItem> ALL = List.of(
            new WatchedItem(
                    "AGENT#",
                    Table.BUDGET,
                    COUNTED,
                    VERSION,
                    Set.of(),
                    only(
                            "wrong",
                            "right",
                            "sms",
                            "calls",
                            "cause",
                            "suspendedAt",
                            "suspendedUntil",
                            ActionItem.SHARD,
                            ActionItem.SINCE)),
            new WatchedItem(
                    "AGENT#",
                    "LIFT#",
                    ONCE,
                    null,
                    Set.of(),
                    only("by", "note", "cause", "suspendedAt", "suspendedUntil")),
            new WatchedItem("DESTINATION#", Table.BUDGET, COUNTED, VERSION, Set.of(), only("pins", "codes")),
            new WatchedItem("ORDER#", "MAILS", COUNTED, VERSION, Set.of(), only("mailings")),
            new WatchedItem(
                    NoticeItem.OUTBOX,
                    "NOTICE",
                    QUEUED,
                    VERSION,
                    Set.of("customer", "kind", "channel", "since", "sealed"),
                    only(
                            "customer",
                            "kind",
                            "channel",
                            "since",
                            "due",
                            "attempts",
                            "unanswered",
                            "sealed",
                            ActionItem.SHARD,
                            ActionItem.SINCE)),
            new WatchedItem(
                    DynamoHandoverOffers.HANDOVER, "OFFER", REPLACED, "until", Set.of(), only("verification", "until")),
            new WatchedItem(
                    DynamoRotationReports.PARTITION,
                    "REPORT#",
                    ONCE,
                    null,
                    Set.of(),
                    item -> DynamoRotationReports.report(item).isPresent()),
            new WatchedItem(DynamoRotationReports.PARTITION, "ROOT", ONCE, null, Set.of(), DynamoRoots::isOwn),
            new WatchedItem(DynamoRoots.LEAVES, "", ONCE_FOR_A_WHILE, null, Set.of(), only("leaves")),
            new WatchedItem(
                    DynamoPulse.SENT, DynamoPulse.BEAT, BEATING, DynamoPulse.AT, Set.of(), only(DynamoPulse.AT)),
            new WatchedItem(
                    DynamoPulse.HEARD, DynamoPulse.BEAT, BEATING, DynamoPulse.AT, Set.of(), only(DynamoPulse.AT)),
            new WatchedItem(
                    AnchorItem.AUDIT,
                    "ANCHOR",
                    FORWARD,
                    AnchorItem.SEQUENCE,
                    Set.of(),
                    item -> AnchorItem.read(item).isPresent()),
            new WatchedItem(
                    ViolationItem.PREFIX,
                    "VIOLATION",
                    KEPT,
                    VERSION,
                    Set.of("kind", "customer", "sequence", "item"),
                    item -> ViolationItem.read(item).isPresent()));

    /** Besides what every item may have. */
    private static Predicate<Map<String, AttributeValue>> only(String... names) {
        var all = Set.of(names);
        var always = Set.of(Table.PK, Table.SK, VERSION, Table.EXPIRES, Table.WRITER);
        return item -> item.keySet().stream().allMatch(name -> all.contains(name) || always.contains(name));
    }

    /** The kind of the item with these keys; empty if the service has none such. */
    static Optional<WatchedItem> of(String partition, String sort) {
        return ALL.stream()
                .filter(each -> partition.startsWith(each.partition) && sort.startsWith(each.sort))
                .findFirst();
    }

    /** What the law asks of an item; null if there is none. Throws a {@link RuntimeException} if it cannot be read. */
    @Nullable Image image(@Nullable Map<String, AttributeValue> item) {
        if (item == null) {
            return null;
        }
        if (!isOwn.test(item)) {
            throw Compact.unreadable();
        }
        var same = new TreeMap<String, AttributeValue>();
        item.forEach((name, value) -> {
            if (fixed.contains(name)) {
                same.put(name, value);
            }
        });
        return new Image(counted == null ? 0 : Table.number(item, counted), same.toString());
    }
}
