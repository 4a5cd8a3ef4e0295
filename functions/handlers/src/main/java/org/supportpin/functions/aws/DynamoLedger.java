package org.supportpin.functions.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.functions.settings.Storage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@link Ledger} in the table: the items {@code ENTRY#…} and {@code SECRET} of a customer's partition. */
public final class DynamoLedger implements Ledger {

    /** A query is not a snapshot of several items: it may see one write of a transaction and not the other. */
    private static final int MOST_READS = 3;

    private static final String AN_ENTRY = "an entry";

    private final Table table;
    private final Duration retention;

    public DynamoLedger(DynamoDbClient client, String table) {
        this(client, table, Storage.RETENTION);
    }

    /** @param retention how long an action is kept after its end */
    public DynamoLedger(DynamoDbClient client, String table, Duration retention) {
        this.table = new Table(client, table);
        this.retention = retention;
    }

    @Override
    public Snapshot read(CustomerId customer) {
        var snapshot = readOnce(customer);
        for (int reads = 1; reads < MOST_READS && isTorn(snapshot); reads++) {
            snapshot = readOnce(customer);
        }
        return snapshot;
    }

    private static boolean isTorn(Snapshot snapshot) {
        var named = snapshot.state().secret();
        var stored = snapshot.secret();
        return named == null ? stored != null : stored == null || named.revision() != stored.revision();
    }

    private Snapshot readOnce(CustomerId customer) {
        var items = Table.ask(
                        "Query of a ledger",
                        () -> table.client()
                                .query(request -> request.tableName(table.name())
                                        .consistentRead(true)
                                        .scanIndexForward(false)
                                        .limit(2)
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(Map.of(":pk", Table.customer(customer)))))
                .items();
        @Nullable StoredSecret secret = null;
        for (var item : items) {
            if (Table.text(item, Table.SK).equals(Table.SECRET)) {
                secret = SecretItem.read(item);
            } else {
                return new Snapshot(customer, recorded(item), secret);
            }
        }
        return new Snapshot(customer, null, secret);
    }

    @Override
    public Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
        var body = EntryJson.write(entry, Table.nonce());
        var recorded = new Recorded(entry, EntryJson.hash(body));
        var put = entryPut(recorded, body);
        boolean isFirst =
                alongside.isEmpty() ? table.put(AN_ENTRY, put, () -> stored(entry)) : transact(put, entry, alongside);
        return isFirst ? Optional.of(recorded) : Optional.empty();
    }

    private boolean transact(Put put, Entry entry, List<CompanionWrite> alongside) {
        var others =
                alongside.stream().map(each -> write(entry.customer(), each)).toList();
        return table.transact(AN_ENTRY, put, others, () -> stored(entry));
    }

    /** What is stored in an entry's place. By a query, because that is how roles may read ledgers. */
    private Optional<Map<String, AttributeValue>> stored(Entry entry) {
        return Table.ask(
                        "Query of an entry",
                        () -> table.client()
                                .query(request -> request.tableName(table.name())
                                        .consistentRead(true)
                                        .keyConditionExpression("pk = :pk AND sk = :sk")
                                        .expressionAttributeValues(Map.of(
                                                ":pk",
                                                Table.customer(entry.customer()),
                                                ":sk",
                                                Table.entry(entry.sequence())))))
                .items()
                .stream()
                .findFirst();
    }

    private TransactWriteItem write(CustomerId customer, CompanionWrite alongside) {
        return switch (alongside) {
            case CompanionWrite.SecretWritten(var secret, var before) ->
                TransactWriteItem.builder()
                        .put(SecretItem.put(table.name(), customer, secret, before))
                        .build();
            case CompanionWrite.AgentCounted(var budget) ->
                TransactWriteItem.builder()
                        .put(DynamoAgentBudgets.count(table, budget))
                        .build();
            case CompanionWrite.DestinationCounted(var budget) ->
                TransactWriteItem.builder()
                        .put(DynamoDestinationBudgets.count(table, budget))
                        .build();
            case CompanionWrite.ActionOpened(var action) ->
                TransactWriteItem.builder().put(ActionItem.put(table, action)).build();
            case CompanionWrite.ActionMoved(var action) ->
                TransactWriteItem.builder().put(ActionItem.put(table, action)).build();
            case CompanionWrite.ActionEnded(var action) ->
                TransactWriteItem.builder()
                        .put(ActionItem.putEnded(table, action, retention))
                        .build();
            case CompanionWrite.ActionResolved(var action) ->
                TransactWriteItem.builder()
                        .put(ActionItem.putSettled(table, action, retention))
                        .build();
            case CompanionWrite.HandoverPlaced(var offer, var now) ->
                TransactWriteItem.builder()
                        .put(DynamoHandoverOffers.put(table, offer, now))
                        .build();
            case CompanionWrite.NoticeQueued(var notice) ->
                TransactWriteItem.builder().put(NoticeItem.put(table, notice)).build();
        };
    }

    private Put entryPut(Recorded recorded, String body) {
        var entry = recorded.entry();
        var item = new HashMap<String, AttributeValue>();
        item.put(Table.PK, Table.customer(entry.customer()));
        item.put(Table.SK, Table.entry(entry.sequence()));
        item.put("body", Table.text(body));
        item.put("hash", Table.bytes(recorded.hash().bytes()));
        return Put.builder()
                .tableName(table.name())
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
    }

    /** DynamoDB answers with 1 MB at a time, so that a few long entries may take more than one query. */
    @Override
    public List<Recorded> history(CustomerId customer, long below, int limit) {
        var found = new ArrayList<Recorded>();
        @Nullable Map<String, AttributeValue> start = null;
        do {
            var answer = history(customer, below, limit - found.size(), start);
            answer.items().stream().map(DynamoLedger::recorded).forEach(found::add);
            start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (start != null && found.size() < limit);
        return found;
    }

    private QueryResponse history(
            CustomerId customer, long below, int limit, @Nullable Map<String, AttributeValue> start) {
        var above = Table.text(Table.ENTRY);
        var highest = Table.entry(Math.min(below, 1_000_000_000_000L) - 1);
        return Table.ask(
                "Query of a history",
                () -> table.client()
                        .query(request -> request.tableName(table.name())
                                .consistentRead(true)
                                .scanIndexForward(false)
                                .limit(limit)
                                .exclusiveStartKey(start)
                                .keyConditionExpression("pk = :pk AND sk BETWEEN :above AND :highest")
                                .expressionAttributeValues(Map.of(
                                        ":pk", Table.customer(customer), ":above", above, ":highest", highest))));
    }

    private static Recorded recorded(Map<String, AttributeValue> item) {
        try {
            return new Recorded(
                    EntryJson.read(Table.text(item, "body")),
                    new Hash(HexFormat.of().formatHex(Table.bytes(item, "hash"))));
        } catch (RuntimeException notAnEntry) {
            throw new Unreadable(notAnEntry);
        }
    }
}
