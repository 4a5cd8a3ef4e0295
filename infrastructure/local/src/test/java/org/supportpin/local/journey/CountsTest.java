package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The calls of each frequent request, counted at the SDK, and the size of its writes (performance.md, goals 6 to 8). */
class CountsTest {

    private static final int ENTRY_BYTES = 730;
    private static final int REST_BYTES = 800;

    private final Service service = Service.shared();

    @Test
    void theCurrentPinIsOneReadAndOneKeyOpened() {
        var customer = service.customer().activated();

        assertThat(service.calls().during(() -> customer.view().is(200)))
                .containsExactly("DynamoDb.Query", "Kms.Decrypt");
    }

    @Test
    void anUnchangedPinIsOneReadAndOpensNothing() {
        var customer = service.customer().activated();
        var tag = customer.view().header("etag").orElseThrow();

        assertThat(service.calls()
                        .during(() -> customer.view("If-None-Match", tag).is(304)))
                .containsExactly("DynamoDb.Query");
    }

    @Test
    void aVerificationIsTwoReadsOneKeyOpenedAndOneWrite() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var pin = customer.pin();

        assertThat(service.calls().during(() -> agent.verify(customer, pin).is(201)))
                .containsExactlyInAnyOrder("DynamoDb.Query", "DynamoDb.GetItem", "Kms.Decrypt", "DynamoDb.PutItem");
    }

    @Test
    void aRefusalUnderALockOpensNothingAndIsWrittenOnce() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var wrong = customer.wrongPin();
        for (int attempt = 0; attempt < 5; attempt++) {
            agent.verify(customer, wrong).is(403);
        }

        assertThat(service.calls().during(() -> agent.verify(customer, wrong).is(423)))
                .containsExactlyInAnyOrder("DynamoDb.Query", "DynamoDb.GetItem", "DynamoDb.PutItem");
        assertThat(service.calls().during(() -> agent.verify(customer, wrong).is(423)))
                .containsExactlyInAnyOrder("DynamoDb.Query", "DynamoDb.GetItem");
    }

    /** 1.0 read the ledger three times for each action, and opened a personal one's secret once more. */
    @Test
    void anActionReadsTheLedgerOnceAndOpensNothing() {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());

        var calls = service.calls()
                .during(() -> agent.act(verification, "change-dns-records", """
                        {"domain":"papadopoulou.gr","changes":[
                            {"op":"upsert","name":"count","type":"A","records":["195.251.255.20"]}]}""", "count")
                        .is(201));

        assertThat(calls).containsOnlyOnce("DynamoDb.Query").doesNotContain("Kms.Decrypt");
    }

    /** A notice costs what it did before there was mail in the outbox. */
    @Test
    void anActionOfHighRiskWithoutMailHasOneNotice(@TempDir Path data) {
        try (var own = Service.in(data)) {
            var agent = own.agent();
            var verification = agent.verified(own.customer("1001").activated());

            var calls = own.calls()
                    .during(() -> agent.act(verification, "change-nameservers", """
                            {"domain":"nea.gr","nameservers":[{"host":"ns3.example.com"},{"host":"ns4.example.com"}]}""", "count")
                            .is(201));

            assertThat(calls)
                    .containsOnlyOnce("DynamoDb.Query", "Sns.Publish", "DynamoDb.DeleteItem", "Kms.Decrypt")
                    .doesNotContain("DynamoDb.PutItem");
        }
    }

    /** Before it there are the back office's own reads, which stand in the table too if it is simulated. */
    @Test
    void aPreviewReadsTheLedgerOnceOpensNothingAndWritesNothing() {
        service.backDoor().resetBackOffice();
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());

        assertThat(ActionCase.all()).allSatisfy(each -> {
            var calls = service.calls()
                    .during(() -> agent.preview(verification, each.action(), each.parameters())
                            .is(200));
            assertThat(calls)
                    .containsOnlyOnce("DynamoDb.Query")
                    .allMatch(
                            call -> Set.of("DynamoDb.Query", "DynamoDb.GetItem").contains(call));
        });
    }

    @Test
    void aPersonalActionOfHighRiskOpensNothingToSealItAndOneKeyToSendTheSms() {
        var agent = service.agent();
        var verification = agent.verified(service.customer("1001").activated());

        var calls = service.calls()
                .during(() -> agent.act(verification, "change-domain-administrator", """
                        {"domain":"nea.gr","administrator":{
                            "name":"Νίκος Γεωργίου","email":"nikos@nikos.gr","phone":"2101234567"}}""", "count")
                        .is(201));

        assertThat(calls).containsOnlyOnce("DynamoDb.Query", "Sns.Publish").doesNotContain("DynamoDb.PutItem");
        // The SMS, and the mails to both administrators.
        assertThat(Collections.frequency(calls, "DynamoDb.DeleteItem")).isEqualTo(3);
        assertThat(Collections.frequency(calls, "Kms.Decrypt")).isEqualTo(1);
    }

    /** Goal 6: three round trips, since the agent's budget is read while the ledger is. */
    @Test
    void aVerificationReadsLedgerAndBudgetAtTheSameTime(@TempDir Path data) {
        var together = new Together("Query", "GetItem");
        try (var own = Service.in(data, "VerificationHandler", together)) {
            var customer = own.customer().activated();

            own.agent().verify(customer, customer.pin()).is(201);
        }
        assertThat(together.met()).isTrue();
    }

    @Test
    void thePinIsBilledAsOneReadUnitAndOneKey() {
        var customer = service.customer().activated();

        assertThat(service.calls().units(() -> customer.view().is(200))).isEqualTo(new Units(1, 0, 1));
    }

    @Test
    void anUnchangedPinIsBilledAsOneReadUnit() {
        var customer = service.customer().activated();
        var tag = customer.view().header("etag").orElseThrow();

        assertThat(service.calls()
                        .units(() -> customer.view("If-None-Match", tag).is(304)))
                .isEqualTo(new Units(1, 0, 0));
    }

    @Test
    void aVerificationIsBilledAsTwoReadUnitsAtMostOneWriteUnitAndOneKey() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var pin = customer.pin();

        var units = service.calls().units(() -> agent.verify(customer, pin).is(201));

        assertThat(units.read()).isEqualTo(2);
        assertThat(units.write()).isEqualTo(1);
        assertThat(units.keys()).isEqualTo(1);
    }

    @Test
    void aWrongPinIsBilledAsFourWriteUnits() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var wrong = customer.wrongPin();

        assertThat(service.calls()
                        .units(() -> agent.verify(customer, wrong).is(403))
                        .write())
                .isEqualTo(4);
    }

    @Test
    void aRotationCostsNothing() {
        var customer = service.customer().activated();
        var pin = customer.pin();

        assertThat(service.calls().during(() -> service.advance(Duration.ofMinutes(30))))
                .isEmpty();
        assertThat(customer.pin()).isNotEqualTo(pin);
    }

    @Test
    void entriesStayBelow730BytesAndAllElseOfACustomerBelow800() {
        var customer = service.customer().activated();
        var agent = service.agent();
        agent.verify(customer, customer.wrongPin()).is(403);
        agent.sendPin(customer.id()).is(202);
        agent.end(agent.verified(customer)).is(204);
        customer.declareMobile("+306999999990").is(202);
        customer.unlock().is(200);

        var items = service.backDoor().items().stream()
                .filter(item -> customer.id().equals(partition(item)))
                .toList();

        var entries = items.stream().filter(CountsTest::isEntry).toList();
        assertThat(entries).hasSizeGreaterThan(4);
        assertThat(entries).allSatisfy(entry -> assertThat(Units.bytes(entry)).isLessThanOrEqualTo(ENTRY_BYTES));
        assertThat(items.stream()
                        .filter(item -> !isEntry(item))
                        .mapToInt(Units::bytes)
                        .sum())
                .isBetween(1, REST_BYTES);
    }

    private static String partition(Map<String, AttributeValue> item) {
        return text(item, "pk").replaceFirst("^CUSTOMER#", "");
    }

    private static boolean isEntry(Map<String, AttributeValue> item) {
        return text(item, "sk").startsWith("ENTRY#");
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }
}
