package org.supportpin.functions.aws;

import org.junit.jupiter.api.Nested;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.testing.ActionsContract;
import org.supportpin.domain.testing.AgentBudgetsContract;
import org.supportpin.domain.testing.DestinationBudgetsContract;
import org.supportpin.domain.testing.LedgerContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table keeps the contracts of ledgers, budgets and actions. */
class DynamoStoresTest {

    private static final DynamoDbClient CLIENT = DynamoDbForTests.client();

    private final DynamoLedger ledger = new DynamoLedger(CLIENT, DynamoDbForTests.TABLE);
    private final DynamoAgentBudgets budgets = new DynamoAgentBudgets(CLIENT, DynamoDbForTests.TABLE);
    private final DynamoDestinationBudgets destinations =
            new DynamoDestinationBudgets(CLIENT, DynamoDbForTests.TABLE, new HmacKms(), "destinations");
    private final DynamoActions actions = new DynamoActions(CLIENT, DynamoDbForTests.TABLE);

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
}
