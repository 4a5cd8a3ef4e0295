package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.StoreUnavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** {@link Actions} in the table: the items {@code ACTION}, each a partition of its own. */
public final class DynamoActions implements Actions {

    private final Table table;

    public DynamoActions(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public Optional<ActionRecord> find(ActionId id) {
        var found = Table.ask(
                "GetItem of an action",
                () -> table.client()
                        .getItem(request -> request.tableName(table.name())
                                .consistentRead(true)
                                .key(ActionItem.key(id))));
        return found.hasItem() ? Optional.of(ActionItem.read(found.item())) : Optional.empty();
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
        try {
            table.client()
                    .putItem(request -> request.tableName(put.tableName())
                            .item(put.item())
                            .conditionExpression(put.conditionExpression())
                            .expressionAttributeValues(put.expressionAttributeValues()));
            return true;
        } catch (ConditionalCheckFailedException | TransactionConflictException lostTheRace) {
            return false;
        } catch (SdkException e) {
            throw new StoreUnavailable("the write of an action failed", e);
        }
    }
}
