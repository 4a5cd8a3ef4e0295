package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link Actions} in the table: the items {@code ACTION}, each in its own partition. */
public final class DynamoActions implements Actions {

    private final Table table;

    public DynamoActions(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public Optional<ActionRecord> find(ActionId id) {
        return table.find("an action", ActionItem.key(id)).map(ActionItem::read);
    }

    @Override
    public List<ActionRecord> pending(Instant dispatchedBefore, int limit) {
        return Table.ask(
                        "Query of pending actions",
                        () -> table.client()
                                .query(request -> request.tableName(table.name())
                                        .indexName(ActionItem.INDEX)
                                        .limit(limit)
                                        .keyConditionExpression(
                                                ActionItem.SHARD + " = :shard AND " + ActionItem.SINCE + " < :before")
                                        .expressionAttributeValues(Map.of(
                                                ":shard",
                                                Table.text(ActionItem.ONLY_SHARD),
                                                ":before",
                                                ActionItem.since(dispatchedBefore)))))
                .items()
                .stream()
                .map(item -> new ActionId(Table.text(item, Table.PK).substring("ACTION#".length())))
                .flatMap(id -> find(id).stream())
                .toList();
    }

    @Override
    public boolean claim(ActionRecord dispatched) {
        var put = ActionItem.put(table, dispatched);
        return table.put(
                "an action", put.toBuilder().item(Table.signed(put.item())).build());
    }

    @Override
    public boolean setAside(ActionId id, Instant at) {
        return table.update("an action", ActionItem.setAside(table, id, at));
    }
}
