package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Unreadable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** {@link Actions} in the table: the items {@code ACTION}, each in its own partition. */
public final class DynamoActions implements Actions {

    /** About 1.5 read units; a run that has no time left reads no further one. */
    private static final int PAGE = 100;

    private static final QueryResponse NO_MORE =
            QueryResponse.builder().items(List.of()).build();

    /** A place among the unsettled ones: milliseconds, and the ID. */
    private static final Pattern PLACE = Pattern.compile("[0-9]{15}/[A-Za-z0-9_-]{24}");

    private final Table table;
    private final NewestFirst unsettled;

    public DynamoActions(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
        this.unsettled = new NewestFirst(this.table, "unsettled actions", ActionItem.UNSETTLED, PLACE);
    }

    @Override
    public Optional<ActionRecord> find(ActionId id) {
        return table.find("an action", ActionItem.key(id)).map(DynamoActions::read);
    }

    private static ActionRecord read(Map<String, AttributeValue> item) {
        try {
            return ActionItem.read(item);
        } catch (RuntimeException notAnAction) {
            throw new Unreadable(notAnAction);
        }
    }

    @Override
    public Iterable<Waiting> due(Instant before) {
        return () -> Stream.iterate(page(before, null), page -> !page.items().isEmpty(), page -> next(before, page))
                .flatMap(page -> page.items().stream())
                .map(ActionItem::waiting)
                .iterator();
    }

    private QueryResponse next(Instant before, QueryResponse page) {
        return page.hasLastEvaluatedKey() ? page(before, page.lastEvaluatedKey()) : NO_MORE;
    }

    private QueryResponse page(Instant before, @Nullable Map<String, AttributeValue> from) {
        return Table.ask(
                "Query of pending actions",
                () -> table.client()
                        .query(request -> request.tableName(table.name())
                                .indexName(ActionItem.INDEX)
                                .exclusiveStartKey(from)
                                .limit(PAGE)
                                .keyConditionExpression(
                                        ActionItem.SHARD + " = :shard AND " + ActionItem.SINCE + " < :before")
                                .expressionAttributeValues(Map.of(
                                        ":shard",
                                        Table.text(ActionItem.ONLY_SHARD),
                                        ":before",
                                        ActionItem.since(before)))));
    }

    @Override
    public Optional<ActionRecord> look(ActionId id, Instant before, Instant now) {
        return table.changed(
                        "an action",
                        request -> request.key(ActionItem.key(id))
                                .updateExpression("SET " + ActionItem.SINCE + " = :now")
                                .conditionExpression(ActionItem.SINCE + " < :before AND " + ActionItem.IS_PENDING)
                                .expressionAttributeValues(Map.of(
                                        ":now",
                                        ActionItem.since(now),
                                        ":before",
                                        ActionItem.since(before),
                                        ":pending",
                                        ActionItem.PENDING)))
                .map(DynamoActions::read);
    }

    @Override
    public boolean claim(ActionRecord dispatched) {
        var put = ActionItem.put(table, dispatched);
        return table.put(
                "an action", put.toBuilder().item(Table.signed(put.item())).build());
    }

    @Override
    public Unsettled unsettled(@Nullable String from, int limit) {
        var page = unsettled.page(from, limit, this::unsettled);
        return new Unsettled(page.items(), page.next());
    }

    private Optional<ActionRecord> unsettled(Map<String, AttributeValue> place) {
        return ActionItem.id(Table.text(place, Table.PK)).flatMap(this::find).filter(ActionRecord::needsHuman);
    }

    @Override
    public boolean setAside(ActionId id, Instant at) {
        return table.changed("an action", ActionItem.setAside(id, at)).isPresent();
    }
}
