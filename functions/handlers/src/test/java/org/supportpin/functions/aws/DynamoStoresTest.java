package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Actions.Waiting;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.StoredSecrets;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.testing.ActionsContract;
import org.supportpin.domain.testing.AgentBudgetsContract;
import org.supportpin.domain.testing.DestinationBudgetsContract;
import org.supportpin.domain.testing.LedgerContract;
import org.supportpin.domain.testing.OutboxContract;
import org.supportpin.domain.testing.Samples;
import org.supportpin.domain.testing.StoredSecretsContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table keeps the contracts of ledgers, keys, budgets and actions. */
class DynamoStoresTest {

    private static final DynamoDbClient CLIENT = DynamoDbForTests.client();

    /** So that a scan has several pages. */
    private static final int ITEMS_IN_A_PAGE = 7;

    private final DynamoLedger ledger = new DynamoLedger(CLIENT, DynamoDbForTests.TABLE);
    private final DynamoAgentBudgets budgets = new DynamoAgentBudgets(CLIENT, DynamoDbForTests.TABLE);
    private final DynamoDestinationBudgets destinations =
            new DynamoDestinationBudgets(CLIENT, DynamoDbForTests.TABLE, new HmacKms(), "destinations");
    private final DynamoActions actions = new DynamoActions(CLIENT, DynamoDbForTests.TABLE);
    private final DynamoOutbox outbox = new DynamoOutbox(CLIENT, DynamoDbForTests.TABLE);

    @Nested
    class DynamoLedgerTest extends LedgerContract {

        @Override
        protected Ledger ledger() {
            return ledger;
        }

        @Override
        protected AgentBudgets budgets() {
            return budgets;
        }

        @Override
        protected Actions actions() {
            return actions;
        }
    }

    @Nested
    class DynamoAgentBudgetsTest extends AgentBudgetsContract {

        @Override
        protected AgentBudgets budgets() {
            return budgets;
        }

        @Override
        protected Ledger ledger() {
            return ledger;
        }
    }

    @Nested
    class DynamoStoredSecretsTest extends StoredSecretsContract {

        @Override
        protected StoredSecrets secrets() {
            return new DynamoStoredSecrets(CLIENT, DynamoDbForTests.TABLE, ITEMS_IN_A_PAGE);
        }

        @Override
        protected Ledger ledger() {
            return ledger;
        }
    }

    @Nested
    class DynamoDestinationBudgetsTest extends DestinationBudgetsContract {

        @Override
        protected DestinationBudgets budgets() {
            return destinations;
        }

        @Override
        protected Ledger ledger() {
            return ledger;
        }
    }

    @Nested
    class DynamoActionsTest extends ActionsContract {

        @Override
        protected Actions actions() {
            return actions;
        }

        @Override
        protected Ledger ledger() {
            return ledger;
        }

        /** Nobody else writes so early, and nobody comes before it. */
        private void plant(String partition, int nth) {
            CLIENT.putItem(request -> request.tableName(DynamoDbForTests.TABLE)
                    .item(Map.of(
                            Table.PK,
                            Table.text(partition),
                            Table.SK,
                            Table.text("ACTION"),
                            ActionItem.SHARD,
                            Table.text(ActionItem.ONLY_SHARD),
                            ActionItem.SINCE,
                            ActionItem.since(Instant.ofEpochMilli(nth)))));
        }

        @Test
        void anUnreadableActionIsLookedAtAndSetAsideAndStopsNoOther() {
            var id = Samples.action(Samples.newCustomer(), Samples.NOON).id();
            plant(ActionItem.PREFIX + id, 1);
            var before = Instant.ofEpochMilli(2);

            assertThat(actions().due(before)).containsExactly(new Waiting(id, null));
            assertThatExceptionOfType(Unreadable.class)
                    .isThrownBy(() -> actions().look(id, before, before.plusMillis(1)));
            assertThat(actions().due(before)).isEmpty();
            assertThat(actions().setAside(id, Samples.NOON)).isTrue();
            assertThat(actions().due(before.plusMillis(2))).isEmpty();
            assertThat(actions().setAside(id, Samples.NOON)).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"ACTION#short", "CUSTOMER#4711", "AC"})
        void whatIsNoActionIsNamedAsSuch(String partition) {
            plant(partition, 1);

            assertThat(actions().due(Instant.ofEpochMilli(2))).containsExactly(new Waiting(null, null));

            CLIENT.deleteItem(request -> request.tableName(DynamoDbForTests.TABLE)
                    .key(Map.of(Table.PK, Table.text(partition), Table.SK, Table.text("ACTION"))));
        }
    }

    @Nested
    class DynamoOutboxTest extends OutboxContract {

        @Override
        protected Outbox outbox() {
            return outbox;
        }

        @Override
        protected Ledger ledger() {
            return ledger;
        }
    }
}
