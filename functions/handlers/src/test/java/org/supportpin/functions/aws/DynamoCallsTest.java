package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.testing.Environments;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** The calls to the table, and what happens if an answer is late or lost. */
class DynamoCallsTest {

    private final List<SdkRequest> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger answersToLose = new AtomicInteger();

    /** Records each call, and loses the answers to some attempts. */
    private final class Wire implements ExecutionInterceptor {

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            calls.add(context.request());
        }

        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            if (answersToLose.getAndDecrement() > 0) {
                throw RetryableException.create("the answer was lost");
            }
        }
    }

    private final DynamoLedger ledger =
            new DynamoLedger(DynamoDbForTests.clientOfFunctions(new Wire()), DynamoDbForTests.TABLE);
    private final DynamoAgentBudgets budgets =
            new DynamoAgentBudgets(DynamoDbForTests.clientOfFunctions(new Wire()), DynamoDbForTests.TABLE);
    private final CustomerId customer = Samples.newCustomer();

    private Entry entry(long sequence, Customer state) {
        return new Entry(
                customer, sequence, Samples.NOON, new Actor.Panel(), new Event.PinRejected(), state, Hash.NONE);
    }

    private Entry first() {
        return entry(1, Customer.fresh(customer));
    }

    @Nested
    class Reading {

        @Test
        void aCustomerIsReadInOneConsistentQueryOfTwoItems() {
            ledger.read(customer);

            assertThat(calls).singleElement().isInstanceOfSatisfying(QueryRequest.class, query -> {
                assertThat(query.consistentRead()).isTrue();
                assertThat(query.limit()).isEqualTo(2);
                assertThat(query.scanIndexForward()).isFalse();
            });
        }

        @Test
        void anAgentsBudgetIsReadConsistently() {
            budgets.read(Samples.newAgent());

            assertThat(calls)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            GetItemRequest.class,
                            get -> assertThat(get.consistentRead()).isTrue());
        }

        /** A query is not a snapshot of two items: it may see a transaction's secret and not yet its entry. */
        @Test
        void aSecretThatDoesNotBelongToTheEntryIsReadAgain() {
            ledger.append(
                    entry(1, Samples.richState(customer)), List.of(new SecretWritten(Samples.secret(3, 40), null)));
            calls.clear();
            var snapshot = ledger.read(customer);

            assertThat(calls).hasSize(3);
            assertThat(snapshot.secret()).isEqualTo(Samples.secret(3, 40));
        }

        @Test
        void aSecretThatBelongsToTheEntryIsReadOnce() {
            ledger.append(
                    entry(1, Samples.richState(customer)), List.of(new SecretWritten(Samples.secret(3, 41), null)));
            calls.clear();
            ledger.read(customer);

            assertThat(calls).hasSize(1);
        }
    }

    @Nested
    class Writing {

        @Test
        void anEntryAloneIsOnePutAndNoTransaction() {
            ledger.append(first(), List.of());

            assertThat(calls).singleElement().isInstanceOf(PutItemRequest.class);
        }

        @Test
        void anEntryAndWhatStandsBesideItAreOneTransaction() {
            var budget = AgentBudget.fresh(Samples.newAgent());
            ledger.append(
                    first(), List.of(new SecretWritten(Samples.secret(1, 1), null), new AgentCounted(counted(budget))));

            assertThat(calls)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TransactWriteItemsRequest.class,
                            transaction ->
                                    assertThat(transaction.transactItems()).hasSize(3));
        }
    }

    private static AgentBudget counted(AgentBudget budget) {
        return new AgentBudget(budget.agent(), List.of(), List.of(), List.of(Samples.NOON), null, budget.version() + 1);
    }

    /** The SDK repeats a request if its answer is lost, although DynamoDB has executed it. */
    @Nested
    class ALostAnswer {

        /** The retry finds its own entry, and recognizes it. */
        @Test
        void isMadeGoodByAnEntryAlone() {
            answersToLose.set(1);

            assertThat(ledger.append(first(), List.of())).isPresent();
            assertThat(ledger.history(customer, Long.MAX_VALUE, 10)).hasSize(1);
        }

        /** Two requests may do the same in the same millisecond: their entries are equal, and yet only one is first. */
        @Test
        void doesNotMakeAnEqualEntryOnesOwn() {
            assertThat(ledger.append(first(), List.of())).isPresent();

            assertThat(ledger.append(first(), List.of())).isEmpty();
            answersToLose.set(1);
            assertThat(ledger.append(first(), List.of())).isEmpty();
        }

        /** A transaction has a token by which DynamoDB recognizes a retry: a wrong PIN is not counted twice. */
        @Test
        void isMadeGoodByATransaction() {
            var agent = Samples.newAgent();
            var budget = counted(budgets.read(agent));
            answersToLose.set(1);

            assertThat(ledger.append(first(), List.of(new AgentCounted(budget))))
                    .isPresent();
            assertThat(budgets.read(agent)).isEqualTo(budget);
            assertThat(ledger.history(customer, Long.MAX_VALUE, 10)).hasSize(1);
        }

        @Test
        void isNotAwaitedForever() {
            answersToLose.set(100);

            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> ledger.append(first(), List.of()));
            assertThat(answersToLose).hasValue(97);
        }
    }

    @Nested
    class WithoutAStore {

        private final Map<String, String> nowhere = Environments.at("http://127.0.0.1:1");
        private final DynamoLedger unreachable =
                new DynamoLedger(new AwsClients(nowhere, List.of()).dynamoDb(), DynamoDbForTests.TABLE);

        @Test
        void nothingIsReadOrWrittenAndThatIsSaid() {
            var asked = new ArrayList<Runnable>();
            asked.add(() -> unreachable.read(customer));
            asked.add(() -> unreachable.history(customer, Long.MAX_VALUE, 1));
            asked.add(() -> unreachable.append(first(), List.of()));
            asked.add(() -> unreachable.append(
                    first(), List.<CompanionWrite>of(new SecretWritten(Samples.secret(1, 1), null))));

            for (var each : asked) {
                assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(each::run);
            }
        }
    }
}
