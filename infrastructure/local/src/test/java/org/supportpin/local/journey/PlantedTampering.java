package org.supportpin.local.journey;

import static org.supportpin.local.journey.Tampering.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes behind the service's back, each in a ledger that nothing else touches, and the time until the watch has named each. */
final class PlantedTampering {

    private static final String PREFIX = "planted-";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Such a ledger: activated, a wrong PIN, a PIN sent, a right one, an action accepted and done. */
    private record Target(CustomerSteps customer, String action) {}

    private interface Deed {
        void on(Tampering tampering, Target target);
    }

    private static final Map<String, Deed> DEEDS = new TreeMap<>(Map.of(
            "entry-changed",
            (tampering, target) ->
                    tampering.set(target.customer, entry(2), "expiresAt", AttributeValue.fromN("4102444800")),
            "entry-dropped",
            (tampering, target) -> tampering.drop(target.customer, entry(4)),
            "entry-added",
            (tampering, target) -> tampering.put(target.customer, entry(7), tampering.item(target.customer, entry(4))),
            "secret-changed",
            (tampering, target) -> tampering.drop(target.customer, "SECRET"),
            "item-unknown",
            (tampering, target) -> tampering.put(target.customer, "NOTE", Map.of()),
            "action-changed",
            (tampering, target) -> {
                var item = new HashMap<>(tampering.action(target.action));
                item.put("risk", AttributeValue.fromS("high"));
                tampering.putAction(target.action, item);
            }));

    private final Service service;
    private final Tampering tampering;
    private final List<Target> targets;
    private final Map<String, Duration> slowest = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();
    private int planted;

    /** Prepares so many ledgers. */
    PlantedTampering(Service service, int ledgers) {
        this.service = service;
        this.tampering = Tampering.with(service);
        this.targets =
                IntStream.range(0, ledgers).mapToObj(i -> target(service, i)).toList();
    }

    private static Target target(Service service, int number) {
        var customer = service.customer(PREFIX + number).activated();
        var agent = service.agent();
        agent.verify(customer, customer.wrongPin()).is(403);
        customer.sendPin().is(202);
        var action = agent.act(
                        agent.verified(customer),
                        "order-service",
                        "{\"productId\":\"hosting-basic\",\"billingCycle\":\"annually\"}")
                .is(201)
                .text("actionId");
        return new Target(customer, action);
    }

    /** Whether an item belongs to one of these ledgers. */
    boolean isOfOne(Map<String, AttributeValue> item) {
        var partition = LedgerChecker.text(item, "pk");
        return partition.startsWith("CUSTOMER#" + PREFIX)
                || targets.stream().anyMatch(each -> partition.equals("ACTION#" + each.action));
    }

    /** Plants the next one, and waits until it is named. */
    void next() {
        if (planted == targets.size()) {
            return;
        }
        var target = targets.get(planted);
        var kind = List.copyOf(DEEDS.keySet()).get(planted++ % DEEDS.size());
        long start = System.nanoTime();
        Objects.requireNonNull(DEEDS.get(kind)).on(tampering, target);
        while (true) {
            var took = Duration.ofNanos(System.nanoTime() - start);
            if (open().stream().anyMatch(each -> kind.equals(kind(each)) && isOf(target, each))) {
                slowest.merge(kind, took, (one, other) -> one.compareTo(other) > 0 ? one : other);
                return;
            }
            if (took.compareTo(PATIENCE) > 0) {
                silent.add(kind + " in " + target.customer.id());
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static String kind(JsonNode violation) {
        return violation.path("kind").asText();
    }

    private static boolean isOf(Target target, JsonNode violation) {
        return violation.path("customerId").asText().equals(target.customer.id());
    }

    /** What is open, read as an auditor reads it; nothing if that fails, as everything does in a soak now and then. */
    private List<JsonNode> open() {
        var found = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var answer = service.call(
                    "GET",
                    "/v1/audit/violations" + (cursor.isEmpty() ? "" : "?cursor=" + cursor),
                    "",
                    service.token("auditor", "auditor-1", "{}"));
            answer.body().path("violations").valueStream().forEach(found::add);
            cursor = answer.body().path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return found;
    }

    int planted() {
        return planted;
    }

    /** Those of which no violation came. */
    List<String> silent() {
        return List.copyOf(silent);
    }

    /** The longest time for each kind. */
    Map<String, Duration> slowest() {
        return Map.copyOf(slowest);
    }

    /** What the watch has named and nobody has planted. */
    List<String> falseAlarms() {
        return open().stream()
                .filter(each -> !each.path("customerId").asText().startsWith(PREFIX))
                .map(JsonNode::toString)
                .toList();
    }
}
