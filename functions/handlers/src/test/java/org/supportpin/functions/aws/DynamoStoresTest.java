package org.supportpin.functions.aws;

import org.junit.jupiter.api.Nested;
import org.supportpin.domain.action.Actions;
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
