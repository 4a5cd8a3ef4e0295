package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.notice.Channel;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.notice.Outbox.Waiting;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.Ciphertext;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** The item {@code NOTICE}. It is in the sparse index of pending work, in a shard of its own, for as long as it exists. */
final class NoticeItem {

    static final String OUTBOX = "OUTBOX#";

    /** One shard is enough: a notice waits only while the provider fails. */
    static final String SHARD = "NOTICE";

    private static final String NOTICE = "NOTICE";
    private static final int MILLIS = 15;

    private NoticeItem() {}

    static Map<String, AttributeValue> key(NoticeId id) {
        return Map.of(Table.PK, Table.text(OUTBOX + id.value()), Table.SK, Table.text(NOTICE));
    }

    /** Writes a new notice if its ID is free, and a later version if the one before is the newest. */
    static Put put(Table table, QueuedNotice notice) {
        var put = Put.builder().tableName(table.name()).item(write(notice));
        return notice.version() == 1
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("version = :before")
                        .expressionAttributeValues(Map.of(":before", Table.number(notice.version() - 1)))
                        .build();
    }

    private static Map<String, AttributeValue> write(QueuedNotice notice) {
        var item = new HashMap<>(key(notice.id()));
        item.put("customer", Table.text(notice.customer().value()));
        item.put("kind", Table.text(notice.kind().text()));
        item.put("channel", Table.text(notice.channel().text()));
        item.put("since", millis(notice.since()));
        item.put("due", millis(notice.due()));
        item.put("attempts", Table.number(notice.attempts()));
        item.put("unanswered", Table.number(notice.unanswered()));
        item.put("sealed", Table.bytes(notice.sealed().bytes()));
        item.put("version", Table.number(notice.version()));
        item.put(ActionItem.SHARD, Table.text(SHARD));
        item.put(ActionItem.SINCE, Table.text(sorted(notice.due()) + "/" + sorted(notice.since())));
        return item;
    }

    static QueuedNotice read(Map<String, AttributeValue> item) {
        return new QueuedNotice(
                id(item),
                new CustomerId(Table.text(item, "customer")),
                WireName.find(NoticeKind.values(), Table.text(item, "kind")).orElseThrow(Compact::unreadable),
                WireName.find(Channel.values(), Table.text(item, "channel")).orElseThrow(Compact::unreadable),
                Instant.ofEpochMilli(Table.number(item, "since")),
                Instant.ofEpochMilli(Table.number(item, "due")),
                (int) Table.number(item, "attempts"),
                (int) Table.number(item, "unanswered"),
                new Ciphertext(Table.bytes(item, "sealed")),
                Table.number(item, "version"));
    }

    /** What the index shows of a notice. */
    static Waiting waiting(Map<String, AttributeValue> item) {
        var times = Table.text(item, ActionItem.SINCE).split("/", 2);
        return new Waiting(id(item), instant(times[0]), instant(times[1]));
    }

    private static NoticeId id(Map<String, AttributeValue> item) {
        return new NoticeId(Table.text(item, Table.PK).substring(OUTBOX.length()));
    }

    private static AttributeValue millis(Instant at) {
        return Table.number(at.toEpochMilli());
    }

    private static String sorted(Instant at) {
        return Table.padded(at.toEpochMilli(), MILLIS);
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
