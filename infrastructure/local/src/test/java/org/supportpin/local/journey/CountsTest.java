package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** What each of the frequent requests costs, counted at the SDK (performance.md, goals 6 and 7). */
class CountsTest {

    private final Service service = Service.shared();
    private final CustomerSteps customer = service.customer().activated();
    private final AgentSteps agent = service.agent();

    private void costs(double read, double written) {
        assertThat(service.calls().units()).isEqualTo(new Units(read, written));
    }

    @Test
    void theCurrentPinIsOneReadAndOneKeyOpened() {
        assertThat(service.calls().during(() -> customer.view().is(200)))
                .containsExactly("DynamoDb.Query", "Kms.Decrypt");
        costs(1, 0);
    }

    @Test
    void anUnchangedPinIsOneReadAndOpensNothing() {
        var tag = customer.view().header("etag").orElseThrow();

        assertThat(service.calls()
                        .during(() -> customer.view("If-None-Match", tag).is(304)))
                .containsExactly("DynamoDb.Query");
        costs(1, 0);
    }

    @Test
    void aVerificationIsTwoReadsOneKeyOpenedAndOneWrite() {
        var pin = customer.pin();

        assertThat(service.calls().during(() -> agent.verify(customer, pin).is(201)))
                .containsExactlyInAnyOrder("DynamoDb.Query", "DynamoDb.GetItem", "Kms.Decrypt", "DynamoDb.PutItem")
                .endsWith("Kms.Decrypt", "DynamoDb.PutItem");
        costs(2, 1);
    }

    /** The first two of its calls at once makes three round trips of four calls: each of them waits here for the other. */
    @Test
    void aVerificationReadsLedgerAndAgentsBudgetAtOnce(@TempDir Path data) {
        var together = new CyclicBarrier(2);
        try (var held = Service.in(data, "VerificationHandler", new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
                if (Set.of("Query", "GetItem").contains(operation)) {
                    await(together);
                }
            }
        })) {
            var caller = held.customer().activated();
            held.agent().verify(caller, caller.pin()).is(201);
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("one was asked without the other", e);
        }
    }

    @Test
    void aWrongPinIsTwoReadsOneKeyOpenedAndOneTransaction() {
        var wrong = customer.wrongPin();

        assertThat(service.calls().during(() -> agent.verify(customer, wrong).is(403)))
                .containsExactlyInAnyOrder(
                        "DynamoDb.Query", "DynamoDb.GetItem", "Kms.Decrypt", "DynamoDb.TransactWriteItems");
        costs(2, 4);
    }

    @Test
    void aPinBySmsIsOneReadOneWriteAndOneKeyOpened() {
        assertThat(service.calls().during(() -> customer.sendPin().is(202)))
                .containsExactly("DynamoDb.Query", "DynamoDb.PutItem", "Kms.Decrypt", "Sns.Publish");
        costs(1, 1);
    }

    /** Half an hour passes, and nobody does anything for the PIN to be another. */
    @Test
    void theRotationOfAPinIsNothing() {
        var before = customer.pin();
        var writes = service.behindItsBack().items().stream()
                .filter(item -> item.toString().contains("CUSTOMER#" + customer.id()))
                .toList();

        assertThat(service.calls().during(() -> service.advance(java.time.Duration.ofMinutes(31))))
                .isEmpty();
        assertThat(customer.pin()).isNotEqualTo(before);
        assertThat(service.behindItsBack().items()).containsAll(writes);
    }

    @Test
    void aRefusalUnderALockOpensNothingAndIsWrittenOnce() {
        var wrong = customer.wrongPin();
        for (int attempt = 0; attempt < 5; attempt++) {
            agent.verify(customer, wrong).is(403);
        }

        assertThat(service.calls().during(() -> agent.verify(customer, wrong).is(423)))
                .containsExactlyInAnyOrder("DynamoDb.Query", "DynamoDb.GetItem", "DynamoDb.PutItem");
        assertThat(service.calls().during(() -> agent.verify(customer, wrong).is(423)))
                .containsExactlyInAnyOrder("DynamoDb.Query", "DynamoDb.GetItem");
        costs(2, 0);
    }
}
