package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What each of the frequent requests costs, counted at the SDK (performance.md, goals 6 and 7). */
class CountsTest {

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
}
