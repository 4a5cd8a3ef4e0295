package org.supportpin.domain.customer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.Passcode;

/** Verifies whether the caller is the customer. A lock by wrong PINs is told. */
public final class CallerVerification {

    private static final Executor BESIDE = task -> Thread.ofVirtual().start(task);

    private final LedgerCommands commands;
    private final AgentBudgets budgets;
    private final Secrets secrets;
    private final NoticesOnFile told;
    private final Limits limits;
    private final PhoneVerification rules;
    private final Supplier<String> newKey;

    /**
     * Creates the use case over these ports.
     *
     * @param newKey 128 random bits, base64url: the verification's part of its public ID
     */
    public CallerVerification(
            LedgerCommands commands,
            AgentBudgets budgets,
            Secrets secrets,
            NoticesOnFile told,
            Limits limits,
            Supplier<String> newKey) {
        this.commands = commands;
        this.budgets = budgets;
        this.secrets = secrets;
        this.told = told;
        this.limits = limits;
        this.rules = new PhoneVerification(limits);
        this.newKey = newKey;
    }

    /** Three sequential round trips: the query with the agent's budget in parallel, the opening of the secret, the append. */
    public Performed<Outcome> verify(CustomerId customer, AgentOnCall by, Passcode said) {
        var agent = by.actor();
        var key = newKey.get();
        var budget = new BudgetBeside(agent.id());
        try (var session = secrets.session()) {
            return commands.perform(customer, agent, (snapshot, now) -> {
                var state = snapshot.state();
                return told.with(
                        rules.verify(
                                state,
                                agent,
                                budget.next(),
                                key,
                                () -> PinMatch.of(session.pinKey(snapshot), state, limits, said, now),
                                () -> CallMark.of(session.pinKey(snapshot), by, key),
                                now),
                        snapshot,
                        now);
            });
        }
    }

    /** Ends a verification of this agent. Returns whether there was one. */
    public boolean end(VerificationId id, AgentId agent) {
        var snapshot = commands.read(id.customer());
        return snapshot.state()
                .verification(id.key(), commands.now(snapshot))
                .filter(each -> each.agent().equals(agent))
                .map(each -> commands.<Boolean>perform(
                                id.customer(),
                                new Actor.Agent(agent, null),
                                (newest, now) -> rules.end(newest.state(), agent, id.key(), now))
                        .outcome())
                .orElse(false);
    }

    /** The agent's budget: read in parallel with the ledger, and again after each lost race. */
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
            var deadline = Deadline.current();
            return CompletableFuture.supplyAsync(() -> deadline.hold(() -> budgets.read(agent)), BESIDE);
        }
    }
}
