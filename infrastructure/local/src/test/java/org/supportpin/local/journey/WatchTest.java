package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.local.journey.Tampering.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        void anEntryAdded() {
            tampering.put(customer, entry(5), tampering.item(customer, entry(4)));

            rings(customer, "entry-added 5");
        }
    }
}
