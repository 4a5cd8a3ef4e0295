package org.supportpin.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.DynamoLedger;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.rotation.RotationAuditHandler;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.function.FunctionHost;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;

/**
 * The rotation audit over ledgers of ten entries each, in this process: tables of three sizes, and the largest in parallel
 * segments. No run ends in a report, so each reads everything.
 */
final class Audits implements AutoCloseable {

    static final String MS = "ms";
    static final String UNITS = "units an entry";

    private static final String FUNCTION = "RotationAuditFunction";
    private static final int ENTRIES_OF_A_LEDGER = 10;
    private static final Actor.Agent AGENT = new Actor.Agent(new AgentId("maria"), new CallReference.Said("call-1"));

    private final Site site;
    private final AwsClients clients;
    private final int entries;
    private final List<FunctionHost> hosts = new ArrayList<>();

    /**
     * @param entries of the smallest table: N
     */
    Audits(Site site, int entries) {
        this.site = site;
        this.entries = entries;
        this.clients = new AwsClients(site.environment(FUNCTION), List.of());
    }

    static String name(int times, int segments) {
        return (times == 1 ? "N" : times + " N") + (segments == 1 ? ", 1 segment" : ", " + segments + " segments");
    }

    private record Run(String name, FunctionHost host, int segments, long entries) implements Rounds.Measured {
        @Override
        public Map<String, Double> measure() {
            long started = System.nanoTime();
            var parts = new ArrayList<CompletableFuture<JsonNode>>();
            for (int segment = 0; segment < segments; segment++) {
                var first = Trees.object()
                        .put("startedAt", Clock.systemUTC().instant().toString())
                        .put("sample", 1)
                        .put("segment", segment)
                        .put("of", segments);
                // The common pool has one thread on two processors: segments would wait for each other.
                parts.add(CompletableFuture.supplyAsync(() -> whole(first), Thread::startVirtualThread));
            }
            var tallies = parts.stream().map(part -> part.join().path("tally")).toList();
            var ms = (System.nanoTime() - started) / 1e6;
            var seen = tallies.stream()
                    .mapToLong(tally -> tally.path("entries").asLong())
                    .sum();
            var found = tallies.stream()
                    .mapToLong(tally -> tally.path("violationCount").asLong())
                    .sum();
            if (seen != entries || found != 0) {
                throw new IllegalStateException("the audit saw " + seen + " entries, and found " + found);
            }
            return Map.of(
                    MS,
                    ms,
                    UNITS,
                    tallies.stream()
                                    .mapToDouble(
                                            tally -> tally.path("readUnits").asDouble())
                                    .sum()
                            / seen);
        }

        /** Part by part, as the state machine does. */
        private JsonNode whole(ObjectNode first) {
            JsonNode part = first;
            do {
                part = next(part);
            } while (part.hasNonNull("next"));
            return part;
        }

        private JsonNode next(JsonNode part) {
            try {
                var answer = host.invoke(FUNCTION, part.toString().getBytes(StandardCharsets.UTF_8));
                return Trees.read(new String(answer, StandardCharsets.UTF_8));
            } catch (FunctionFailed e) {
                throw new IllegalStateException(e);
            }
        }
    }

    List<Rounds.Measured> all() {
        var all = new ArrayList<Rounds.Measured>();
        all.add(run(1, 1));
        all.add(run(2, 1));
        var largest = run(4, 1);
        all.add(largest);
        for (var segments : List.of(2, 4)) {
            all.add(new Run(name(4, segments), largest.host(), segments, largest.entries()));
        }
        return all;
    }

    /** The local stack's handlers may only use the template's tables. */
    private Run run(int times, int segments) {
        var table = "audit-" + times;
        make(table);
        fill(table, times * entries);
        var environment = new HashMap<>(site.environment(FUNCTION));
        environment.put("TABLE_NAME", table);
        var host = FunctionHost.start(
                List.of(site.function(FUNCTION)),
                environment,
                (_, own, clock) -> new RotationAuditHandler(Wiring.of(own, clock, new Log(System.out), List.of())),
                Clock.systemUTC());
        hosts.add(host);
        return new Run(name(times, segments), host, segments, (long) times * entries);
    }

    /** Another table with the same layout. */
    private void make(String table) {
        var tables = clients.dynamoDb();
        var like = tables.describeTable(request -> request.tableName(site.environment(FUNCTION, "TABLE_NAME")))
                .table();
        tables.createTable(request -> request.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(like.attributeDefinitions())
                .keySchema(like.keySchema())
                .globalSecondaryIndexes(like.globalSecondaryIndexes().stream()
                        .map(index -> GlobalSecondaryIndex.builder()
                                .indexName(index.indexName())
                                .keySchema(index.keySchema())
                                .projection(index.projection())
                                .build())
                        .toList()));
    }

    private void fill(String table, int many) {
        var commands = new LedgerCommands(new DynamoLedger(clients.dynamoDb(), table), Clock.systemUTC());
        for (int entry = 0; entry < many; entry++) {
            var customer = new CustomerId("c-" + entry / ENTRIES_OF_A_LEDGER);
            commands.<Boolean>perform(customer, AGENT, (_, _) -> Decision.record(new Event.PinRejected(), true));
        }
    }

    @Override
    public void close() {
        hosts.forEach(FunctionHost::close);
        clients.close();
    }
}
