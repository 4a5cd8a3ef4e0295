package org.supportpin.functions.verification;

import org.supportpin.domain.customer.Secrets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.PhoneVerification;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.PinMatch;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.functions.Wiring;

/** Tells the agent whether the caller is the customer. */
final class CallerVerification {

    private static final Executor BESIDE = task -> Thread.ofVirtual().start(task);

    private final LedgerCommands desk;
    private final AgentBudgets budgets;
    private final Secrets secrets;
    private final Limits limits;
    private final PhoneVerification rules;
    private final Supplier<String> newKey;

    CallerVerification(Wiring wiring) {
        this.desk = wiring.desk();
        this.budgets = wiring.agentBudgets();
        this.secrets = wiring.secrets();
        this.limits = wiring.settings().limits();
        this.rules = new PhoneVerification(limits);
        this.newKey = wiring::newKey;
    }

    /** Query, the agent's budget beside it; open; decide; append: three round trips, one after the other. */
    LedgerCommands.Performed<Outcome> verify(CustomerId customer, Actor.Agent agent, Passcode said) {
        var key = newKey.get();
        var budget = new BudgetBeside(agent.id());
        try (var session = secrets.session()) {
            return desk.perform(customer, agent, (snapshot, now) -> {
                var state = snapshot.state();
                var spent = budget.next();
                var match = rules.isClosed(state, spent, now)
                        ? new PinMatch.Wrong()
                        : PinMatch.of(session.open(snapshot), state, limits, said, now);
                return rules.verify(state, agent, spent, key, match, now);
            });
        }
    }

    /** Ends a verification of this agent; whether there was one. */
    boolean end(VerificationId id, AgentId agent) {
        var snapshot = desk.read(id.customer());
        return snapshot.state()
                .verification(id.key(), desk.now(snapshot))
                .filter(each -> each.agent().equals(agent))
                .map(each -> desk.<Boolean>perform(
                                id.customer(),
                                new Actor.Agent(agent, each.call()),
                                (newest, now) -> PhoneVerification.end(newest.state(), agent, id.key(), now))
                        .outcome())
                .orElse(false);
    }

    /** The agent's budget: read beside the ledger at first, and anew whenever a race was lost. */
    private final class BudgetBeside {
        private final AgentId agent;
        private CompletableFuture<AgentBudget> reading;
        private boolean taken;

        BudgetBeside(AgentId agent) {
            this.agent = agent;
            this.reading = read();
        }

        AgentBudget next() {
            if (taken) {
                reading = read();
            }
            taken = true;
            try {
                return reading.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        private CompletableFuture<AgentBudget> read() {
            return CompletableFuture.supplyAsync(() -> budgets.read(agent), BESIDE);
        }
    }
}
