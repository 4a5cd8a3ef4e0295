package org.supportpin.functions.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.notice.QueuedNotice;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** {@link Outbox} in the table: the items {@code NOTICE}, each in its own partition. */
public final class DynamoOutbox implements Outbox {

    private final Table table;

    public DynamoOutbox(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public List<Waiting> waiting(int limit) {
        return Table.ask(
                        "Query of the outbox",
                        () -> table.client()
                                .query(request -> request.tableName(table.name())
                                        .indexName(ActionItem.INDEX)
                                        .limit(limit)
                                        .keyConditionExpression(ActionItem.SHARD + " = :shard")
                                        .expressionAttributeValues(Map.of(":shard", Table.text(NoticeItem.SHARD)))))
                .items()
                .stream()
                .map(NoticeItem::waiting)
                .toList();
    }

    @Override
    public Optional<QueuedNotice> find(NoticeId id) {
        return table.find("a notice", NoticeItem.key(id)).map(NoticeItem::read);
    }

    @Override
    public boolean write(QueuedNotice next) {
        var put = NoticeItem.put(table, next);
        return table.put(
                "a notice", put.toBuilder().item(Table.signed(put.item())).build());
    }

    @Override
    public boolean remove(QueuedNotice newest) {
        try {
            table.client()
                    .deleteItem(request -> request.tableName(table.name())
                            .key(NoticeItem.key(newest.id()))
                            .conditionExpression("version = :newest")
                            .expressionAttributeValues(Map.of(":newest", Table.number(newest.version()))));
            return true;
        } catch (ConditionalCheckFailedException isAnotherVersion) {
            return false;
        } catch (SdkException e) {
            throw new StoreUnavailable("the removal of a notice failed", e);
        }
    }
}
