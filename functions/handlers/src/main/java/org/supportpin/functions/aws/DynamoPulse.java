package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.supportpin.domain.audit.Pulse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** {@link Pulse} in the table: {@code PULSE#<lane>} has what was sent, {@code HEARD#<lane>} what the watch has noted. */
public final class DynamoPulse implements Pulse {

    static final String SENT = "PULSE#";
    static final String HEARD = "HEARD#";
    static final String BEAT = "BEAT";

    /** Milliseconds since the epoch. */
    static final String AT = "at";

    private final Table table;

    public DynamoPulse(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    private static Map<String, AttributeValue> key(String kind, int lane) {
        return Map.of(Table.PK, Table.text(kind + lane), Table.SK, Table.text(BEAT));
    }

    /** The lane of an item with this partition key; empty if there is none such. */
    static OptionalInt lane(String partition) {
        return IntStream.range(0, LANES)
                .filter(lane -> partition.equals(SENT + lane))
                .findFirst();
    }

    @Override
    public List<Lane> lanes() {
        var keys = KeysAndAttributes.builder()
                .keys(IntStream.range(0, LANES)
                        .boxed()
                        .<Map<String, AttributeValue>>mapMulti((lane, to) -> {
                            to.accept(key(SENT, lane));
                            to.accept(key(HEARD, lane));
                        })
                        .toList())
                .build();
        var answer = Table.ask(
                "BatchGetItem of beats",
                () -> table.client().batchGetItem(request -> request.requestItems(Map.of(table.name(), keys))));
        var found = new HashMap<String, Instant>();
        answer.responses()
                .getOrDefault(table.name(), List.of())
                .forEach(item -> found.put(Table.text(item, Table.PK), at(item)));
        return IntStream.range(0, LANES)
                .mapToObj(lane -> new Lane(
                        lane,
                        found.getOrDefault(SENT + lane, Instant.EPOCH),
                        found.getOrDefault(HEARD + lane, Instant.EPOCH)))
                .toList();
    }

    /** What is no beat is never one that was heard: so the audit says that the watch is behind, and does not end on it. */
    private static Instant at(Map<String, AttributeValue> item) {
        try {
            return Instant.ofEpochMilli(Table.number(item, AT));
        } catch (RuntimeException notABeat) {
            return Instant.EPOCH;
        }
    }

    @Override
    public void send(int lane, Instant at) {
        put(SENT, lane, at);
    }

    @Override
    public void hear(int lane, Instant sent) {
        put(HEARD, lane, sent);
    }

    /** Not written if a newer one is there. */
    private void put(String kind, int lane, Instant at) {
        var item = new HashMap<>(key(kind, lane));
        item.put(AT, Table.number(at.toEpochMilli()));
        var _ = table.put(
                "a beat",
                Put.builder()
                        .tableName(table.name())
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk) OR #at < :at")
                        .expressionAttributeNames(Map.of("#at", AT))
                        .expressionAttributeValues(Map.of(":at", Table.number(at.toEpochMilli())))
                        .build());
    }
}
