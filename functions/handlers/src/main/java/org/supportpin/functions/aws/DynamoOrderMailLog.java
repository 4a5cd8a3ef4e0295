package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderMailLog;
import org.supportpin.domain.billing.OrderMails;
import org.supportpin.domain.billing.OrderMails.Mailing;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link OrderMailLog} in the table: the items {@code MAILS}. */
public final class DynamoOrderMailLog implements OrderMailLog {

    private static final String MAILS = "MAILS";

    private final Table table;

    public DynamoOrderMailLog(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public OrderMails of(OrderId order) {
        return table.find("an order's mails", key(order))
                .map(item -> read(order, item))
                .orElseGet(() -> OrderMails.none(order));
    }

    @Override
    public boolean write(OrderMails next) {
        return table.put("an order's mails", table.next(Table.signed(item(next)), next.version()));
    }

    private static OrderMails read(OrderId order, Map<String, AttributeValue> item) {
        var mailings =
                Optional.ofNullable(item.get("mailings")).map(AttributeValue::l).orElse(List.of());
        return new OrderMails(
                order,
                mailings.stream()
                        .map(AttributeValue::m)
                        .map(DynamoOrderMailLog::mailing)
                        .toList(),
                Table.number(item, "version"));
    }

    private static Mailing mailing(Map<String, AttributeValue> each) {
        return new Mailing(new ActionId(Table.text(each, "action")), Instant.ofEpochMilli(Table.number(each, "at")));
    }

    private static Map<String, AttributeValue> item(OrderMails mails) {
        var item = new HashMap<>(key(mails.order()));
        item.put(
                "mailings",
                AttributeValue.fromL(mails.mailings().stream()
                        .map(each -> AttributeValue.fromM(Map.of(
                                "action", Table.text(each.action().value()),
                                "at", Table.number(each.at().toEpochMilli()))))
                        .toList()));
        item.put("version", Table.number(mails.version()));
        mails.expiresAt().ifPresent(over -> item.put(Table.EXPIRES, Table.number(over.getEpochSecond() + 1)));
        return item;
    }

    private static Map<String, AttributeValue> key(OrderId order) {
        return Map.of(Table.PK, Table.text("ORDER#" + order.value()), Table.SK, Table.text(MAILS));
    }
}
