package org.supportpin.local.journey;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.local.journey.Tampering.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Phase;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Each kind of violation, planted, and who finds it: the watch within ten seconds, the audit in its next run, or the sweep in its. Each is
 * looked for by the last one only when those before have looked. docs/runbook.md has the same table.
 */
class DetectionTest {

    private static final Duration WATCH = Duration.ofSeconds(10);

    @TempDir
    static Path data;

    /** Planted, by kind: how {@code customerId} or {@code item} of the violation begins. */
    private final Map<Kind, String> planted = new TreeMap<>();

    private static int customers;
    private static Service service;
    private static Tampering tampering;

    @BeforeAll
    static void start() {
        service = Service.in(data);
        tampering = Tampering.with(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Activated, a wrong PIN, a PIN sent, a right one: four entries. */
    private CustomerSteps customer() {
        // Evenly spread, so that the places that the audit draws lie before all of them alike, in an engine that sorts
        // keys, too.
        var customer =
                service.customer("%02x-detected".formatted(4 * ++customers)).activated();
        var agent = service.agent();
        agent.verify(customer, customer.wrongPin()).is(403);
        customer.sendPin().is(202);
        agent.verified(customer);
        return customer;
    }

    private String accepted(CustomerSteps customer) {
        var agent = service.agent();
        return agent.act(agent.verified(customer), "order-service", """
                        {"productId":"hosting-basic","billingCycle":"annually"}""").is(201).text("actionId");
    }

    private String pending(CustomerSteps customer) {
        var agent = service.agent();
        var each = ActionCase.all()
                .filter(one -> one.action().equals("order-service"))
                .findFirst()
                .orElseThrow();
        service.fault(each.operation(), "timeout");
        return agent.act(agent.verified(customer), each.action(), each.parameters())
                .is(202)
                .text("actionId");
    }

    /** Half a day ahead at most, so that no sweep is due meanwhile. */
    private void plantAnUnchangedPin() {
        plant(Kind.PIN_UNCHANGED, () -> {
            for (int tries = 0; tries < 20; tries++) {
                var customer = customer();
                service.stack().awaitStreams();
                if (UnchangedPin.plant(service, customer, 20)) {
                    return customer.id();
                }
            }
            throw new AssertionError("one in a million, and not among 26 million");
        });
    }

    private void plant(Kind kind, Supplier<String> how) {
        planted.put(kind, how.get());
    }

    private void ofCustomer(Kind kind, Consumer<CustomerSteps> how) {
        plant(kind, () -> {
            var customer = customer();
            service.stack().awaitStreams();
            how.accept(customer);
            return customer.id();
        });
    }

    private void plantInLedgers() {
        ofCustomer(
                Kind.ENTRY_CHANGED, it -> tampering.set(it, entry(2), "expiresAt", AttributeValue.fromN("4102444800")));
        ofCustomer(Kind.ENTRY_DROPPED, it -> tampering.drop(it, entry(4)));
        ofCustomer(Kind.ENTRY_ADDED, it -> tampering.put(it, entry(5), tampering.item(it, entry(4))));
        ofCustomer(Kind.ENTRY_REORDERED, it -> {
            var second = tampering.item(it, entry(2));
            tampering.put(it, entry(2), tampering.item(it, entry(3)));
            tampering.put(it, entry(3), second);
        });
        ofCustomer(Kind.HISTORY_REWRITTEN, it -> {
            tampering.forge(it, 4, 4, body -> ((ArrayNode) body.get("by")).set(1, "somebody-else"));
            var forged = tampering.item(it, entry(4));
            tampering.drop(it, entry(4));
            tampering.put(it, entry(4), forged);
        });
        ofCustomer(
                Kind.TIME_RAN_BACK,
                it -> tampering.forge(
                        it, 4, 5, body -> body.put("at", body.path("at").asLong() - 3_600_000)));
        ofCustomer(
                Kind.STATE_NOT_FOLD,
                it -> tampering.forge(
                        it, 4, 5, body -> body.withObject("/state").remove("wrong")));
        ofCustomer(Kind.PIN_USED_TWICE, it -> tampering.forge(it, 4, 5, _ -> {}));
        ofCustomer(Kind.PIN_OUT_OF_TIME, it -> {
            long step = Phase.of(new CustomerId(it.id())).step(service.now());
            tampering.forge(it, 4, 5, body -> {
                var older = Trees.read(body.toString().replaceAll("\\b" + step + "\\b", Long.toString(step - 5)));
                body.setAll((ObjectNode) older);
            });
        });
        ofCustomer(Kind.AGAINST_CUSTOMERS_RULES, it -> {
            it.setPolicy("frozen", "as-usual", "{}").is(200);
            service.stack().awaitStreams();
            tampering.forge(it, 2, newest(it) + 1, _ -> {});
        });
        ofCustomer(Kind.ACTION_NOT_VERIFIED, it -> {
            accepted(it);
            service.stack().awaitStreams();
            tampering.forge(it, 6, newest(it) + 1, body -> ((ArrayNode) body.get("by")).set(1, "somebody-else"));
        });
        ofCustomer(
                Kind.ACTION_NOT_RELEASED,
                it -> tampering.forge(
                        it,
                        4,
                        5,
                        body -> body.putArray("event")
                                .add("gate-opened")
                                .add("neveracceptedbyanyledger")
                                .add("order-service")
                                .add(body.arrayNode().add("approval"))
                                .addNull()));
    }

    private int newest(CustomerSteps customer) {
        return (int) service.backDoor().items().stream()
                .filter(item -> LedgerChecker.text(item, "pk").equals("CUSTOMER#" + customer.id()))
                .filter(item -> LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                .count();
    }

    private void plantInSecrets() {
        ofCustomer(
                Kind.SECRET_DOES_NOT_OPEN,
                it -> tampering.set(it, "SECRET", "mobile", tampering.value(customer(), "SECRET", "mobile")));
        ofCustomer(Kind.SECRET_TOO_OLD, it -> {
            var yearAgo = service.now().minus(Duration.ofDays(366)).toEpochMilli();
            tampering.set(it, "SECRET", "pinCreatedAt", AttributeValue.fromN(Long.toString(yearAgo)));
        });
        ofCustomer(
                Kind.KEY_NOT_CURRENT,
                it -> tampering.set(
                        it,
                        "SECRET",
                        "pinKeyId",
                        AttributeValue.fromS("arn:aws:kms:eu-central-1:000000000000:key/old")));
        ofCustomer(Kind.SECRET_CHANGED, it -> tampering.drop(it, "SECRET"));
    }

    private void plantInActions() {
        ofCustomer(Kind.ACTION_CHANGED, it -> {
            var id = accepted(it);
            var item = new HashMap<>(tampering.action(id));
            item.put("risk", AttributeValue.fromS("high"));
            tampering.putAction(id, item);
        });
        ofCustomer(Kind.ACTION_END_DIFFERS, it -> {
            var id = accepted(it);
            var item = new HashMap<>(tampering.action(id));
            item.put("needsHuman", AttributeValue.fromBool(true));
            tampering.putAction(id, item);
        });
        ofCustomer(Kind.ACTION_REMOVED, it -> drop(accepted(it)));
    }

    /** Just before the audit, so that no recovery is first. */
    private void plantInWaitingActions() {
        ofCustomer(Kind.ACTION_MISSING, it -> drop(pending(it)));
        ofCustomer(
                Kind.ACTION_NOT_ACCEPTED, it -> tampering.putAction("forged".repeat(4), tampering.action(pending(it))));
    }

    private void drop(String action) {
        delete("ACTION#" + new ActionId(action).value(), "ACTION");
    }

    private void delete(String partition, String sort) {
        tampering
                .client()
                .deleteItem(request -> request.tableName(tampering.table())
                        .key(Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort))));
    }

    private void plantElsewhere() {
        plant(Kind.ITEM_UNKNOWN, () -> {
            var it = customer();
            tampering.put(it, "NOTE", Map.of());
            return it.id();
        });
        plant(Kind.ITEM_REMOVED, () -> {
            delete("PULSE#1", "BEAT");
            return "PULSE#1/BEAT";
        });
        plant(Kind.ITEM_CHANGED, () -> {
            tampering
                    .client()
                    .putItem(request -> request.tableName(tampering.table())
                            .item(Map.of(
                                    "pk", AttributeValue.fromS("PULSE#2"),
                                    "sk", AttributeValue.fromS("BEAT"),
                                    "at", AttributeValue.fromN("1"))));
            return "PULSE#2/BEAT";
        });
    }

    /** By kind, who found what was planted of it; a kind that nobody has found is missing. */
    private Map<Kind, String> found() {
        var all = service.call("GET", "/v1/audit/violations", "", service.token("auditor", "auditor-1", "{}"));
        var pages = Stream.iterate(all.body(), page -> !page.isNull(), page -> {
            var next = page.path("nextCursor");
            return next.isNull()
                    ? NullNode.getInstance()
                    : service.call(
                                    "GET",
                                    "/v1/audit/violations?cursor=" + next.asText(),
                                    "",
                                    service.token("auditor", "auditor-1", "{}"))
                            .body();
        });
        var list = pages.flatMap(page -> page.path("violations").valueStream()).toList();
        return planted.entrySet().stream()
                .flatMap(each -> list.stream()
                        .filter(one -> isOf(one, each.getKey(), each.getValue()))
                        .map(one -> Map.entry(each.getKey(), one.path("by").asText()))
                        // The newest comes first, and only who found it first counts.
                        .reduce((_, earlier) -> earlier)
                        .stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    private static boolean isOf(JsonNode violation, Kind kind, String of) {
        return violation.path("kind").asText().equals(kind.text())
                && (violation.path("customerId").asText().equals(of)
                        || violation.path("item").asText().equals(of));
    }

    /** The rows of the runbook. */
    private static Map<Kind, String> documented() throws IOException {
        return Files.readAllLines(ProjectFiles.root().resolve("docs/runbook.md")).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| (watch|audit|sweep) \\|.*"))
                .map(line -> line.replace("`", "").split(" *\\| *"))
                .collect(toMap(
                        cells -> Arrays.stream(Kind.values())
                                .filter(kind -> kind.text().equals(cells[1]))
                                .findFirst()
                                .orElseThrow(),
                        cells -> cells[2],
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static Set<Kind> by(String finder, Map<Kind, String> found) {
        return found.entrySet().stream()
                .filter(each -> each.getValue().equals(finder))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    @Test
    void eachKindIsFoundByWhomTheRunbookNames() throws IOException {
        plantAnUnchangedPin();
        service.audit();
        service.stack().awaitStreams();
        plantInLedgers();
        plantInSecrets();
        plantInActions();
        service.stack().awaitStreams();
        plantElsewhere();
        var documented = documented();

        // The audit runs by its schedule, too, since the clock was moved.
        Awaitility.await()
                .atMost(WATCH)
                .untilAsserted(() -> assertThat(by("watch", found())).isEqualTo(by("watch", documented)));
        plantInWaitingActions();
        assertThat(planted).containsOnlyKeys(Kind.values());
        // Each customer lies behind some of a hundred places; but chance may leave one out.
        for (int runs = 0; runs < 8; runs++) {
            service.audit();
        }
        assertThat(found().values()).isSubsetOf(List.of("watch", "audit"));
        service.sweep();

        assertThat(found()).isEqualTo(documented);
    }
}
