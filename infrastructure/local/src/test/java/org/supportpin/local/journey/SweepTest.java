package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.local.journey.Tampering.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Phase;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each fault is planted directly in the table, after real requests, and the audit names it and its place. */
@Order(CrashMatrixTest.FIRST)
class SweepTest {

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
        return customer;
    }

    /** What an audit finds of a customer, such as {@code entry-changed 3}. */
    private static List<String> found(CustomerSteps customer) {
        return service.sweep()
                .body()
                .path("violations")
                .valueStream()
                .filter(each -> each.path("customerId").asText().equals(customer.id()))
                .map(each ->
                        each.path("kind").asText() + " " + each.path("sequence").asText())
                .toList();
    }

    @Test
    void whatTheServiceWroteItselfIsSound() {
        assertThat(found(customer())).isEmpty();
    }

    /** Row 12. */
    @Nested
    class HistoryRewritten {

        private final CustomerSteps customer = customer();

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4})
        void anEntryChanged(int sequence) {
            var body = tampering.value(customer, entry(sequence), "body").s();
            tampering.set(
                    customer, entry(sequence), "body", AttributeValue.fromS(body.replace("\"at\":1", "\"at\":2")));

            assertThat(found(customer)).contains("entry-changed " + sequence);
        }

        @Test
        void anEntryChangedWithItsHash() {
            tampering.forge(customer, 2, 2, body -> body.putArray("by").add("panel"));

            assertThat(found(customer)).contains("entry-changed 2");
        }

        @Test
        void anEntryThatTheTableIsToForget() {
            tampering.set(customer, entry(2), "expiresAt", AttributeValue.fromN("4102444800"));

            assertThat(found(customer)).contains("entry-changed 2");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void anEntryDropped(int sequence) {
            tampering.drop(customer, entry(sequence));

            assertThat(found(customer)).contains("entry-dropped " + sequence);
        }

        /** The chain alone does not show it; an audit that saw the entry does. */
        @Test
        void theNewestEntryDropped() {
            assertThat(found(customer)).isEmpty();

            tampering.drop(customer, entry(4));

            assertThat(found(customer)).contains("entry-dropped 4");
        }

        @Test
        void theWholeLedgerDropped() {
            assertThat(found(customer)).isEmpty();

            List.of(entry(1), entry(2), entry(3), entry(4), "SECRET")
                    .forEach(sortKey -> tampering.drop(customer, sortKey));

            assertThat(found(customer)).containsExactly("entry-dropped 4");
        }

        @Test
        void theNewestEntryWrittenAnew() {
            assertThat(found(customer)).isEmpty();

            tampering.forge(customer, 4, 4, body -> ((ArrayNode) body.get("by")).set(1, "somebody-else"));

            assertThat(found(customer)).contains("history-rewritten 4");
        }

        @Test
        void twoEntriesReordered() {
            var second = tampering.item(customer, entry(2));
            tampering.put(customer, entry(2), tampering.item(customer, entry(3)));
            tampering.put(customer, entry(3), second);

            assertThat(found(customer)).contains("entry-reordered 2", "entry-reordered 3");
        }

        @Test
        void anEntryAdded() {
            tampering.put(customer, entry(5), tampering.item(customer, entry(4)));

            assertThat(found(customer)).contains("entry-added 5");
        }

        @Test
        void anotherCustomersEntryAdded() {
            tampering.put(customer, entry(4), tampering.item(customer(), entry(4)));

            assertThat(found(customer)).contains("entry-added 4");
        }

        @Test
        void anItemOfNoKnownKind() {
            tampering.put(customer, "NOTE", Map.of());

            assertThat(found(customer)).containsExactly("item-unknown ");
        }

        @Test
        void aStateThatIsNotTheFoldOfItsEvents() {
            tampering.forge(customer, 4, 4, body -> body.withObject("/state").remove("wrong"));

            assertThat(found(customer)).contains("state-not-fold 4");
        }
    }

    /** Row 29: what stands in an action's item, and not in its customer's ledger. */
    @Nested
    class ActionsPlanted {

        private final CustomerSteps customer = customer();
        private final String action = accepted(customer);

        private static String accepted(CustomerSteps customer) {
            var agent = service.agent();
            var parameters = """
                    {"productId":"hosting-basic","billingCycle":"annually"}""";
            return agent.act(agent.verified(customer), "order-service", parameters)
                    .is(201)
                    .text("actionId");
        }

        private Map<String, AttributeValue> stored() {
            return new HashMap<>(tampering.action(action));
        }

        @Test
        void whatTheServiceWroteItselfIsSound() {
            assertThat(found(customer)).isEmpty();
        }

        @Test
        void anActionThatNoLedgerAccepted() {
            tampering.putAction("forged".repeat(4), stored());

            assertThat(found(customer)).containsExactly("action-not-accepted 6");
        }

        @Test
        void anActionPutBackAsPendingIsNotSentAndNamed() {
            var item = stored();
            List.of("status", "endedAt", "endedIn", "needsHuman", "result", "expiresAt")
                    .forEach(item::remove);
            item.put("version", AttributeValue.fromN("1"));
            item.put("pendingShard", AttributeValue.fromS("0"));
            item.put("pendingSince", AttributeValue.fromS("000000000000000"));
            tampering.putAction(action, item);
            var orders = orders();

            assertThat(found(customer)).containsExactly("action-end-differs 6");
            service.advance(Duration.ofMinutes(2));
            service.invoke("RecoveryFunction");

            assertThat(orders()).isEqualTo(orders);
            // The schedule's own run may have been first, and be at it still.
            for (int looks = 0; looks < 100 && tampering.action(action).containsKey("pendingShard"); looks++) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertThat(tampering.action(action)).doesNotContainKeys("pendingShard", "pendingSince");
            assertThat(service.log()).contains("\"outcome\":\"action-not-in-ledger\"");
            assertThat(found(customer)).containsExactly("action-end-differs 6");
        }

        private int orders() {
            return service.call("GET", "/local/back-office", "", null)
                    .body()
                    .path("orders")
                    .size();
        }

        @ParameterizedTest
        @ValueSource(strings = {"parameters", "plan", "risk", "agent"})
        void anActionAltered(String attribute) {
            var item = stored();
            item.put(attribute, altered(attribute, Objects.requireNonNull(item.get(attribute))));
            tampering.putAction(action, item);

            assertThat(found(customer)).containsExactly("action-changed 6");
        }

        private static AttributeValue altered(String attribute, AttributeValue was) {
            if (was.b() == null) {
                return AttributeValue.fromS(attribute.equals("risk") ? "high" : was.s() + "x");
            }
            var sealed = was.b().asByteArray();
            sealed[sealed.length - 1] ^= 1;
            return AttributeValue.fromB(SdkBytes.fromByteArray(sealed));
        }

        @Test
        void anActionThatTheTableIsToForget() {
            var item = stored();
            item.put("expiresAt", AttributeValue.fromN("4102444800"));
            tampering.putAction(action, item);

            assertThat(found(customer)).containsExactly("action-changed 6");
        }

        @Test
        void anEndThatTheLedgerDoesNotKnow() {
            var item = stored();
            item.put("needsHuman", AttributeValue.fromBool(true));
            tampering.putAction(action, item);

            assertThat(found(customer)).containsExactly("action-end-differs 6");
        }
    }

    /** Rows 3 and 4. */
    @Nested
    class PinsThatCannotHaveBeenRight {

        private final CustomerSteps customer = customer();

        /** The newest entry, consistently changed to another half hour: its fold is sound. */
        @Test
        void aPinAcceptedOutsideItsTime() {
            long step = Phase.of(new CustomerId(customer.id())).step(service.now());
            assertThat(tampering.value(customer, entry(4), "body").s()).contains("," + step + ",");
            tampering.forge(customer, 4, 4, body -> {
                var older = Trees.read(body.toString().replaceAll("\\b" + step + "\\b", Long.toString(step - 5)));
                body.setAll((ObjectNode) older);
            });

            assertThat(found(customer)).contains("pin-out-of-time 4");
        }

        @Test
        void aPinAcceptedTwice() {
            tampering.forge(customer, 4, 5, body -> {});

            assertThat(found(customer)).contains("pin-used-twice 5");
        }
    }

    /** Row 10. */
    @Nested
    class Secrets {

        private final CustomerSteps customer = customer();

        @Test
        void twoCustomersSecretsSwapped() {
            var other = customer();
            var own = tampering.item(customer, "SECRET");
            tampering.put(customer, "SECRET", tampering.item(other, "SECRET"));
            tampering.put(other, "SECRET", own);

            assertThat(found(customer)).contains("secret-does-not-open 4");
            assertThat(found(other)).contains("secret-does-not-open 4");
        }

        @Test
        void aMobileOfAnotherCustomer() {
            tampering.set(customer, "SECRET", "mobile", tampering.value(customer(), "SECRET", "mobile"));

            assertThat(found(customer)).containsExactly("secret-does-not-open 4");
        }

        @Test
        void aSecretThatIsMissingWhileTheLedgerSaysActive() {
            tampering.drop(customer, "SECRET");

            assertThat(found(customer)).containsExactly("secret-does-not-open 4");
        }

        @Test
        void theSecretOfBeforePutBack() {
            var before = tampering.item(customer, "SECRET");
            customer.deactivate().is(204);
            assertThat(found(customer)).isEmpty();

            tampering.put(customer, "SECRET", before);

            assertThat(found(customer)).containsExactly("secret-does-not-open 5");
        }

        @Test
        void aSecretOlderThanAYear() {
            var yearAgo = service.now().minus(Duration.ofDays(366)).toEpochMilli();
            tampering.set(customer, "SECRET", "pinCreatedAt", AttributeValue.fromN(Long.toString(yearAgo)));

            assertThat(found(customer)).containsExactly("secret-too-old 4");
        }

        @Test
        void aSecretUnderAnotherKey() {
            tampering.set(
                    customer,
                    "SECRET",
                    "pinKeyId",
                    AttributeValue.fromS("arn:aws:kms:eu-central-1:000000000000:key/old"));

            assertThat(found(customer)).containsExactly("key-not-current 4");
        }

        @Test
        void aPinEqualToTheOneBeforeIt() {
            assertThat(UnchangedPin.plant(service, customer, 400))
                    .as("one in a million, and not among 26 million")
                    .isTrue();

            assertThat(found(customer)).contains("pin-unchanged 5");
        }
    }
}
