package org.supportpin.functions.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.StoredAction;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.audit.StoredLedger;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** {@link AuditStore} over the table, for one part of a run. */
public final class DynamoAuditStore implements AuditStore {

    /** Of 1 MB each: a part takes seconds, and a run does not need thousands of parts. */
    private static final int PAGES = 64;

    /** A part ends this long before its function does, at the end of the ledger that is being read. */
    private static final Duration LAST_LEDGER = Duration.ofSeconds(60);

    /** The highest place of an entry. */
    private static final long HIGHEST = 999_999_999_999L;

    private final Table table;
    private final int pages;
    private final @Nullable Integer itemsInAPage;
    private double readUnits;

    public DynamoAuditStore(DynamoDbClient client, String table) {
        this(client, table, PAGES, null);
    }

    /**
     * @param pages after how many a part ends, at the end of the ledger that is being read
     * @param itemsInAPage null for as many as fit into 1 MB
     */
    DynamoAuditStore(DynamoDbClient client, String table, int pages, @Nullable Integer itemsInAPage) {
        this.table = new Table(client, table);
        this.pages = pages;
        this.itemsInAPage = itemsInAPage;
    }

    @Override
    public Optional<String> scan(int segment, int of, @Nullable String from, Visitor visitor) {
        var scan = new AuditScan(visitor);
        var deadline = Deadline.current().before(LAST_LEDGER);
        @Nullable Map<String, AttributeValue> start = from == null ? null : ScanPosition.key(from);
        for (int page = 1; ; page++) {
            var request = scanRequest(segment, of, start);
            var answer = Table.ask("Scan for the audit", () -> table.client().scan(request));
            count(answer.consumedCapacity());
            for (var item : answer.items()) {
                if ((page > pages || deadline.isOver()) && scan.isWholeBefore(item)) {
                    scan.finish();
                    return Optional.of(scan.position());
                }
                scan.take(item);
            }
            if (!answer.hasLastEvaluatedKey()) {
                scan.finish();
                return Optional.empty();
            }
            start = answer.lastEvaluatedKey();
        }
    }

    private ScanRequest scanRequest(int segment, int of, @Nullable Map<String, AttributeValue> start) {
        return ScanRequest.builder()
                .tableName(table.name())
                .segment(segment)
                .totalSegments(of)
                .exclusiveStartKey(start)
                .limit(itemsInAPage)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }

    @Override
    public StoredLedger read(CustomerId customer) {
        var items = new LedgerItems(customer);
        @Nullable Map<String, AttributeValue> start = null;
        do {
            var from = start;
            var answer = Table.ask(
                    "Query of a ledger for the audit",
                    () -> table.client()
                            .query(request -> request.tableName(table.name())
                                    .consistentRead(true)
                                    .exclusiveStartKey(from)
                                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                    .keyConditionExpression("pk = :pk")
                                    .expressionAttributeValues(Map.of(":pk", Table.customer(customer)))));
            count(answer.consumedCapacity());
            answer.items().forEach(items::add);
            start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (start != null);
        return items.ledger();
    }

    @Override
    public List<StoredEntry> entries(CustomerId customer, long place, int most) {
        var answer = Table.ask(
                "Query of entries for the audit",
                () -> table.client()
                        .query(request -> request.tableName(table.name())
                                .consistentRead(true)
                                .scanIndexForward(false)
                                .limit(most)
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :lowest AND :highest")
                                .expressionAttributeValues(Map.of(
                                        ":pk",
                                        Table.customer(customer),
                                        ":lowest",
                                        Table.entry(0),
                                        ":highest",
                                        Table.entry(Math.clamp(place, 0, HIGHEST))))));
        count(answer.consumedCapacity());
        return answer.items().reversed().stream()
                .flatMap(item -> LedgerItems.entry(item).stream())
                .toList();
    }

    @Override
    public Optional<StoredAction> action(ActionId id) {
        var answer = Table.ask(
                "GetItem of an action for the audit",
                () -> table.client()
                        .getItem(request -> request.tableName(table.name())
                                .consistentRead(true)
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .key(ActionItem.key(id))));
        count(answer.consumedCapacity());
        return answer.hasItem() ? Optional.of(ActionItem.stored(id, answer.item())) : Optional.empty();
    }

    @Override
    public Optional<Anchor> anchor(CustomerId customer) {
        var answer = Table.ask(
                "GetItem of an anchor",
                () -> table.client()
                        .getItem(request -> request.tableName(table.name())
                                .consistentRead(true)
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                .key(AnchorItem.key(customer))));
        count(answer.consumedCapacity());
        return answer.hasItem() ? AnchorItem.read(answer.item()) : Optional.empty();
    }

    /** Keys that DynamoDB leaves unprocessed count as doubtful too: the caller reads those ledgers anyway. */
    @Override
    public List<Anchor> doubtful(List<Anchor> anchors) {
        if (anchors.isEmpty()) {
            return List.of();
        }
        var keys = KeysAndAttributes.builder()
                .keys(anchors.stream()
                        .map(DynamoAuditStore::entryKey)
                        .distinct()
                        .toList())
                .projectionExpression("pk, sk, #hash")
                .expressionAttributeNames(Map.of("#hash", "hash"))
                .build();
        var answer = Table.ask(
                "BatchGetItem of anchored entries",
                () -> table.client()
                        .batchGetItem(request -> request.requestItems(Map.of(table.name(), keys))
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
        answer.consumedCapacity().forEach(this::count);
        Set<Map<String, AttributeValue>> there = answer.responses().getOrDefault(table.name(), List.of()).stream()
                .map(Map::copyOf)
                .collect(Collectors.toSet());
        return anchors.stream()
                .filter(anchor -> !there.contains(anchored(anchor)))
                .toList();
    }

    private static Map<String, AttributeValue> entryKey(Anchor anchor) {
        return Map.of(Table.PK, Table.customer(anchor.customer()), Table.SK, Table.entry(anchor.sequence()));
    }

    private static Map<String, AttributeValue> anchored(Anchor anchor) {
        return Map.of(
                Table.PK,
                Table.customer(anchor.customer()),
                Table.SK,
                Table.entry(anchor.sequence()),
                "hash",
                Table.bytes(anchor.hash().bytes()));
    }

    @Override
    public void move(Anchor anchor) {
        // Not written if another run was first, or the ledger has not changed since.
        var _ = table.put(
                "an anchor",
                Put.builder()
                        .tableName(table.name())
                        .item(AnchorItem.write(anchor))
                        .conditionExpression("attribute_not_exists(pk) OR #sequence < :sequence")
                        .expressionAttributeNames(Map.of("#sequence", "sequence"))
                        .expressionAttributeValues(Map.of(":sequence", Table.number(anchor.sequence())))
                        .build());
    }

    private void count(@Nullable ConsumedCapacity capacity) {
        if (capacity != null && capacity.capacityUnits() != null) {
            readUnits += capacity.capacityUnits();
        }
    }

    @Override
    public double readUnits() {
        return readUnits;
    }
}
