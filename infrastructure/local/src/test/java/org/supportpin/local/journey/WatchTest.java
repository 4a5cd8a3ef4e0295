package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.local.journey.Tampering.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What somebody changes behind the service's back is a violation within ten seconds (goal 2), and nothing that the service does is. */
class WatchTest {

    private static final Duration GOAL = Duration.ofSeconds(10);

    @TempDir
    static Path data;

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
    private static CustomerSteps customer() {
        var customer = service.customer().activated();
        var agent = service.agent();
        agent.verify(customer, customer.wrongPin()).is(403);
        customer.sendPin().is(202);
        agent.verified(customer);
        service.stack().awaitStreams();
        return customer;
    }

    /** What is open of a customer, such as {@code entry-changed 3}. */
    private static List<String> open(CustomerSteps customer) {
        return service.call("GET", "/v1/audit/violations", "", service.token("auditor", "auditor-1", "{}"))
                .is(200)
                .body()
                .path("violations")
                .valueStream()
                .filter(each -> each.path("customerId").asText().equals(customer.id()))
                .map(each ->
                        each.path("kind").asText() + " " + each.path("sequence").asText())
                .toList();
    }

    private static void rings(CustomerSteps customer, String violation) {
        Awaitility.await().atMost(GOAL).until(() -> open(customer).contains(violation));
        assertThat(service.log())
                .contains("\"violation\":\"" + violation.replaceFirst(" .*", "") + "\"", "\"Violations\":1");
    }

    @Test
    void whatTheServiceWritesIsFollowedInSilence() {
        var customer = customer();

        assertThat(open(customer)).isEmpty();
        var anchor = service.backDoor().items().stream()
                .filter(item -> AttributeValue.fromS("AUDIT#" + customer.id()).equals(item.get("pk")))
                .findFirst()
                .orElseThrow();
        assertThat(anchor).containsEntry("sequence", AttributeValue.fromN("4"));
        assertThat(anchor).doesNotContainKey("gapFrom");
    }

    @Nested
    class WithinTenSeconds {

        private final CustomerSteps customer = customer();

        @Test
        void anEntryChanged() {
            tampering.set(customer, entry(2), "expiresAt", AttributeValue.fromN("4102444800"));

            rings(customer, "entry-changed 2");
        }

        @Test
        void anEntryDropped() {
            tampering.drop(customer, entry(4));

            rings(customer, "entry-dropped 4");
        }

        @Test
        void aSecretRemoved() {
            tampering.drop(customer, "SECRET");

            rings(customer, "secret-changed 4");
        }

        /** With the sequence of an entry that has no such secret: the next entry shows it. */
        @Test
        void aSecretWrittenAheadOfItsEntry() {
            tampering.set(customer, "SECRET", "revision", AttributeValue.fromN("5"));
            service.stack().awaitStreams();
            customer.endCalls().is(204);

            rings(customer, "secret-changed 5");
        }

        @Test
        void anItemThatNobodyKnows() {
            tampering.put(customer, "NOTE", Map.of());

            rings(customer, "item-unknown ");
        }

        @Test
        void anActionAltered() {
            var agent = service.agent();
            var id = agent.act(agent.verified(customer), "order-service", """
                    {"productId":"hosting-basic","billingCycle":"annually"}""")
                    .is(201)
                    .text("actionId");
            service.stack().awaitStreams();
            assertThat(open(customer)).isEmpty();
            var item = new HashMap<>(tampering.action(id));
            item.put("risk", AttributeValue.fromS("high"));
            tampering.putAction(id, item);

            rings(customer, "action-changed 6");
        }

        @Test
        void anEntryAdded() {
            tampering.put(customer, entry(5), tampering.item(customer, entry(4)));

            rings(customer, "entry-added 5");
        }
    }

    @Nested
    class Resolved {

        private final CustomerSteps customer = customer();
        private final String auditor = service.token("auditor", "auditor-1", "{}");

        private Answer resolve(String id, String note) {
            return service.call(
                    "POST", "/v1/audit/violations/" + id + "/resolution", "{\"note\":\"" + note + "\"}", auditor);
        }

        @Test
        void itIsNoLongerOpenAndTheFirstNoteStands() {
            tampering.drop(customer, entry(2));
            rings(customer, "entry-dropped 2");
            var id = service.call("GET", "/v1/audit/violations", "", auditor)
                    .body()
                    .path("violations")
                    .valueStream()
                    .filter(each -> each.path("customerId").asText().equals(customer.id()))
                    .findFirst()
                    .orElseThrow()
                    .path("violationId")
                    .asText();

            resolve(id, "Restored.").is(200);

            assertThat(open(customer)).isEmpty();
            assertThat(resolve(id, "Again.")
                            .is(200)
                            .body()
                            .at("/resolution/note")
                            .asText())
                    .isEqualTo("Restored.");
        }

        @Test
        void oneThatNobodyFoundIsNotThere() {
            resolve("0".repeat(32), "Nothing.").isProblem(404, "not-found");
            resolve("elsewhere", "Nothing.").isProblem(404, "not-found");
        }
    }

    /** What fell out of the stream: the watch has gone on behind it, and the audit of all entries looks at it. */
    @Test
    void anAuditFillsAGapAndSaysSo() {
        var customer = customer();
        var client = service.backDoor().client();
        var table = service.backDoor().table();
        var key = Map.of("pk", AttributeValue.fromS("AUDIT#" + customer.id()), "sk", AttributeValue.fromS("ANCHOR"));
        client.updateItem(request -> request.tableName(table)
                .key(key)
                .updateExpression("SET gapFrom = :one, gapTo = :two, gapBefore = :none")
                .expressionAttributeValues(Map.of(
                        ":one",
                        AttributeValue.fromN("1"),
                        ":two",
                        AttributeValue.fromN("2"),
                        ":none",
                        AttributeValue.fromB(SdkBytes.fromByteArray(new byte[32])))));

        assertThat(service.sweep().body().path("gaps").asInt()).isEqualTo(1);

        assertThat(client.getItem(request -> request.tableName(table).key(key)).item())
                .containsEntry("sequence", AttributeValue.fromN("4"))
                .doesNotContainKey("gapFrom");
        assertThat(service.sweep().body().path("gaps").asInt()).isZero();
    }
}
