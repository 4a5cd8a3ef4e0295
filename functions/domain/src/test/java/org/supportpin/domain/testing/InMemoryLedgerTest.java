package org.supportpin.domain.testing;

import org.junit.jupiter.api.Nested;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.StoredSecrets;

class InMemoryLedgerTest {

    private final InMemoryLedger store = new InMemoryLedger();

    @Nested
    class AsLedger extends LedgerContract {

        @Override
        protected Ledger ledger() {
            return store;
        }

        @Override
        protected AgentBudgets budgets() {
            return store;
        }

        @Override
        protected Actions actions() {
            return store;
        }
    }

    @Nested
    class AsAgentBudgets extends AgentBudgetsContract {

        @Override
        protected AgentBudgets budgets() {
            return store;
        }

        @Override
        protected Ledger ledger() {
            return store;
        }
    }

    @Nested
    class AsStoredSecrets extends StoredSecretsContract {

        @Override
        protected StoredSecrets secrets() {
            return store;
        }

        @Override
        protected Ledger ledger() {
            return store;
        }
    }

    @Nested
    class AsDestinationBudgets extends DestinationBudgetsContract {

        @Override
        protected DestinationBudgets budgets() {
            return store;
        }

        @Override
        protected Ledger ledger() {
            return store;
        }
    }

    @Nested
    class AsActions extends ActionsContract {

        @Override
        protected Actions actions() {
            return store;
        }

        @Override
        protected Ledger ledger() {
            return store;
        }
    }
}
