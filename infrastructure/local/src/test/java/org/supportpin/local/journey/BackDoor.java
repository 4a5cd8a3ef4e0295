package org.supportpin.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.local.LocalStack;
import org.supportpin.local.testing.Trees;
import org.supportpin.simulated.SimulatedBackOffice;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Direct access to a service's tables, past all its rules. */
final class BackDoor {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int MOST_IN_A_BATCH = 25;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final AttributeValue NONE = AttributeValue.fromS("");

    private final LocalStack stack;
    private final DynamoDbClient client;
    private final List<String> tables;
    private volatile boolean isUsed;

    BackDoor(LocalStack stack) {
        this.stack = stack;
        this.client = new AwsClients(stack.awsEnvironment(), List.of()).dynamoDb();
        this.tables = client.listTables().tableNames();
    }

    /** From now on, anything may have been planted. */
    DynamoDbClient client() {
        isUsed = true;
        return client;
    }

    /**
     * What the watch has found and nobody has resolved, in a table that nobody but the service has written. What is old, such as a
     * key, an audit finds rightly.
     */
    List<String> falseAlarms() {
        if (isUsed) {
            return List.of();
        }
        return items().stream()
                .filter(item -> AttributeValue.fromS("VIOLATION").equals(item.get("pendingShard")))
                .filter(item -> AttributeValue.fromS("watch").equals(item.get("by")))
                .map(Object::toString)
                .toList();
    }

    /** Every item of the service's table, once the watch has caught up with it. */
    List<Map<String, AttributeValue>> items() {
        stack.awaitStreams();
        return client
                .scanPaginator(request -> request.tableName(table()).overrideConfiguration(BackDoor::patiently))
                .items()
                .stream()
                .toList();
    }

    /** A whole table takes longer than anything that a function reads. */
    private static void patiently(AwsRequestOverrideConfiguration.Builder request) {
        request.apiCallTimeout(PATIENCE).apiCallAttemptTimeout(PATIENCE);
    }

    /** Those that requests write; the audit and the outbox, which may run at any time, change others. */
    List<Map<String, AttributeValue>> itemsOfRequests() {
        return items().stream()
                .filter(item -> !item.getOrDefault("pk", NONE).s().matches("AUDIT#.*|ROTATION|OUTBOX#.*"))
                .toList();
    }

    /** The same as text, to be searched; not to be compared, since an item's attributes have no order. */
    String dump() {
        return items().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    /** Somebody who knows nothing of this service adds {@code outside} to a zone. */
    void changeZone(String domain) {
        var zones = backOffice().dnsZones();
        var zone = zones.zone(DomainName.parse(domain).orThrow()).orElseThrow();
        var name = DnsName.parse("outside." + domain).orThrow();
        var before = zone.find(new RecordSet.Key(name, RecordType.Editable.A)).orElse(null);
        var after = new RecordSet(name, RecordType.Editable.A, 600, List.of("195.251.255." + NEXT.incrementAndGet()));
        var edit = new ZoneEdit(
                zone.name(),
                zone.fingerprint(),
                Risk.STANDARD,
                List.of(new RecordSetEdit(name, RecordType.Editable.A, before, after)));
        Assertions.assertThat(zones.apply(new ActionId("o".repeat(24)), edit)).isInstanceOf(CallOutcome.Done.class);
    }

    /** The back office's initial state, with dates relative to now. */
    void resetBackOffice() {
        restoreBackOffice(Set.of());
        backOffice().seed();
    }

    /** Every item of the back office, to be restored. */
    Set<Map<String, AttributeValue>> backOfficeItems() {
        return client.scanPaginator(request -> request.tableName(backOfficeTable())).items().stream()
                .collect(Collectors.toSet());
    }

    /** The answer of {@code GET /local/back-office}. */
    JsonNode backOfficeState() {
        var state = Trees.object();
        backOfficeItems().stream()
                .sorted(Comparator.comparing(
                        item -> item.getOrDefault("sk", NONE).s()))
                .forEach(item -> state.withArray(item.getOrDefault("pk", NONE).s())
                        .add(Trees.read(item.getOrDefault("body", NONE).s())));
        return state;
    }

    /** The back office as it was; only what differs is written. */
    void restoreBackOffice(Set<Map<String, AttributeValue>> asItWas) {
        var now = backOfficeItems();
        var keys = asItWas.stream().map(BackDoor::key).collect(Collectors.toSet());
        var deletions = now.stream()
                .map(BackDoor::key)
                .filter(key -> !keys.contains(key))
                .map(key -> WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(key))
                        .build());
        var puts = asItWas.stream()
                .filter(item -> !now.contains(item))
                .map(item ->
                        WriteRequest.builder().putRequest(put -> put.item(item)).build());
        write(Stream.concat(deletions, puts).toList());
    }

    /** As if no mail about an order had been sent today. */
    void forgetMails(String order) {
        isUsed = true;
        var key = Map.of("pk", AttributeValue.fromS("ORDER#" + order), "sk", AttributeValue.fromS("MAILS"));
        client.deleteItem(request -> request.tableName(table()).key(key));
    }

    private void write(List<WriteRequest> writes) {
        for (int from = 0; from < writes.size(); from += MOST_IN_A_BATCH) {
            var batch = writes.subList(from, Math.min(writes.size(), from + MOST_IN_A_BATCH));
            client.batchWriteItem(request -> request.requestItems(Map.of(backOfficeTable(), batch)));
        }
    }

    private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .filter(attribute -> List.of("pk", "sk").contains(attribute.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private SimulatedBackOffice backOffice() {
        return new SimulatedBackOffice(client, backOfficeTable(), stack.clock());
    }

    private String backOfficeTable() {
        return tables.stream()
                .filter(name -> name.contains("BackOffice"))
                .findFirst()
                .orElseThrow();
    }

    /** The name of the service's table. */
    String table() {
        return tables.stream()
                .filter(name -> !name.contains("BackOffice"))
                .findFirst()
                .orElseThrow();
    }
}
