package org.supportpin.functions.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.Gap;
import org.supportpin.domain.audit.LedgerHead;
import org.supportpin.domain.audit.StoredAction;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** {@link AuditStore} over the table, for one part of a run. */
public final class DynamoAuditStore implements AuditStore {

    /** Of 1 MB each: a part takes seconds, and a run does not need thousands of parts. */
    private static final int PAGES = 64;

    /** Of twelve digits, as the keys are. */
    private static final long HIGHEST_PLACE = 999_999_999_999L;

    private final Table table;
    private final int pages;
    private final @Nullable Integer itemsInAPage;
    private double readUnits;

    public DynamoAuditStore(DynamoDbClient client, String table) {
        this(client, table, PAGES, null);
    }

    /**
     * @param pages after how many a part ends
     * @param itemsInAPage null for as many as fit into 1 MB
     */
    DynamoAuditStore(DynamoDbClient client, String table, int pages, @Nullable Integer itemsInAPage) {
        this.table = new Table(client, table);
        this.pages = pages;
        this.itemsInAPage = itemsInAPage;
    }

    @Override
    public Optional<String> scan(int segment, int of, @Nullable String from, Visitor visitor) {
        var scan = new AuditScan(visitor, from);
        @Nullable Map<String, AttributeValue> start = from == null ? null : ScanPosition.key(from);
        for (int page = 1; ; page++) {
            var request = scanRequest(segment, of, start);
            var answer = Table.ask("Scan for the audit", () -> table.client().scan(request));
            count(answer.consumedCapacity());
            for (var item : answer.items()) {
                if (!scan.take(item)) {
                    return Optional.ofNullable(scan.position());
                }
            }
            if (!answer.hasLastEvaluatedKey()) {
                return scan.finish() ? Optional.empty() : Optional.ofNullable(scan.position());
            }
            if (page >= pages && !Objects.equals(scan.position(), from)) {
                return Optional.ofNullable(scan.position());
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
    public Optional<String> read(CustomerId customer, @Nullable String from, Items items) {
        @Nullable Map<String, AttributeValue> start = from == null ? null : ScanPosition.key(from);
        do {
            var answer = query(ledger(customer, "pk = :pk", Map.of()).exclusiveStartKey(start));
            for (var item : answer.items()) {
                LedgerItems.show(item, items);
                if (items.isEnough()) {
                    return Optional.of(ScanPosition.after(item));
                }
            }
            start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (start != null);
        return Optional.empty();
    }

    @Override
    public List<StoredEntry> entries(CustomerId customer, long place, int most) {
        if (place < 0) {
            return List.of();
        }
        var found = new ArrayList<Map<String, AttributeValue>>();
        @Nullable Map<String, AttributeValue> start = null;
        do {
            var answer = query(ledger(
                            customer,
                            "pk = :pk AND sk BETWEEN :first AND :last",
                            Map.of(":first", Table.entry(0), ":last", Table.entry(Math.min(place, HIGHEST_PLACE))))
                    .scanIndexForward(false)
                    .exclusiveStartKey(start)
                    .limit(most - found.size()));
            found.addAll(answer.items());
            start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (start != null && found.size() < most);
        return found.reversed().stream()
                .flatMap(item -> LedgerItems.entry(item).stream())
                .toList();
    }

    /** The first item of the next partition, in the order of the keys' hashes; behind the last one, the first of all. */
    @Override
    public Optional<CustomerId> near(String place) {
        var before = Map.of(Table.PK, Table.customer(new CustomerId(place)), Table.SK, Table.text(Table.SECRET));
        return first(before).or(() -> first(null)).flatMap(AuditScan::customer);
    }

    private Optional<Map<String, AttributeValue>> first(@Nullable Map<String, AttributeValue> start) {
        var answer = Table.ask(
                "Scan for one item",
                () -> table.client()
                        .scan(request -> request.tableName(table.name())
                                .exclusiveStartKey(start)
                                .limit(1)
                                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
        count(answer.consumedCapacity());
        return answer.items().stream().findFirst();
    }

    @Override
    public LedgerHead head(CustomerId customer, boolean isConsistent) {
        var items = query(ledger(customer, "pk = :pk", Map.of())
                        .consistentRead(isConsistent)
                        .scanIndexForward(false)
                        .limit(2))
                .items();
        var newest = items.stream().flatMap(item -> LedgerItems.entry(item).stream());
        var secret = items.stream().flatMap(item -> LedgerItems.secret(item).stream());
        return new LedgerHead(
                customer,
                newest.findFirst()
                        .or(() -> entries(customer, Long.MAX_VALUE, 1).stream().findFirst())
                        .orElse(null),
                secret.findFirst().or(() -> secret(customer)).orElse(null));
    }

    @Override
    public Optional<StoredSecret> secret(CustomerId customer) {
        return query(ledger(customer, "pk = :pk AND sk = :sk", Map.of(":sk", Table.text(Table.SECRET))))
                .items()
                .stream()
                .flatMap(item -> LedgerItems.secret(item).stream())
                .findFirst();
    }

    private QueryRequest.Builder ledger(CustomerId customer, String keys, Map<String, AttributeValue> values) {
        var all = new HashMap<>(values);
        all.put(":pk", Table.customer(customer));
        return QueryRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .limit(itemsInAPage)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .keyConditionExpression(keys)
                .expressionAttributeValues(all);
    }

    private QueryResponse query(QueryRequest.Builder request) {
        var built = request.build();
        var answer = Table.ask(
                "Query of a ledger for the audit", () -> table.client().query(built));
        count(answer.consumedCapacity());
        return answer;
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
        return answer.hasItem() ? Optional.of(AuditedAction.stored(id, answer.item())) : Optional.empty();
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
    public Optional<Gap> move(Anchor anchor) {
        // Not written if the watch or another run was first, or the ledger has not changed since.
        return new DynamoAnchors(table).audited(anchor);
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
