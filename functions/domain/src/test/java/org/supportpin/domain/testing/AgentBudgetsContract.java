package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Hash;

/** The contract of every store of agents' budgets. */
public abstract class AgentBudgetsContract {

    private final AgentId agent = Samples.newAgent();

    protected abstract AgentBudgets budgets();

    /** The ledgers of the same store. */
    protected abstract Ledger ledger();

    private boolean count(AgentBudget budget) {
        var customer = Samples.newCustomer();
        var entry = new Entry(
                customer,
                1,
                Samples.NOON,
                new Actor.Agent(budget.agent(), Samples.AGENT.call()),
                new Event.PinRejected(),
                Customer.fresh(customer),
                Hash.NONE);
        return ledger().append(entry, List.of(new AgentCounted(budget))).isPresent();
    }

    private AgentBudget budget(int wrong, @Nullable Instant suspendedUntil, long version) {
        var instants = IntStream.range(0, wrong)
                .mapToObj(i -> Samples.NOT_OVER.plusMillis(i))
                .toList();
        return new AgentBudget(agent, instants, suspendedUntil, version);
    }

    @Test
    void anAgentBeginsWithAWholeBudget() {
        assertThat(budgets().read(agent)).isEqualTo(AgentBudget.fresh(agent));
    }

    @Test
    void whatWasCountedComesBackAsItWas() {
        assertThat(count(budget(1, null, 1))).isTrue();
        assertThat(budgets().read(agent)).isEqualTo(budget(1, null, 1));

        assertThat(count(budget(9, null, 2))).isTrue();
        assertThat(budgets().read(agent)).isEqualTo(budget(9, null, 2));

        var suspended = budget(0, Samples.NOT_OVER.plusSeconds(3600), 3);
        assertThat(count(suspended)).isTrue();
        assertThat(budgets().read(agent)).isEqualTo(suspended);

        assertThat(count(budget(1, null, 4))).isTrue();
        assertThat(budgets().read(agent)).isEqualTo(budget(1, null, 4));
    }

    @Test
    void aStaleReaderMustReadAgain() {
        count(budget(1, null, 1));

        assertThat(count(budget(1, null, 1))).isFalse();
        assertThat(count(budget(3, null, 3))).isFalse();
        assertThat(budgets().read(agent)).isEqualTo(budget(1, null, 1));
    }

    @Test
    void agentsDoNotShareABudget() {
        count(budget(5, null, 1));
        var longer = new AgentId(agent.value() + "0");

        assertThat(budgets().read(longer)).isEqualTo(AgentBudget.fresh(longer));
    }

    /** Losers of a race read and count again, so that nothing is missing in the end. */
    @Test
    void noCountIsLostHoweverManyCountAtOnce() {
        Together.run(8, _ -> {
            for (int tries = 0; tries < 200; tries++) {
                var before = budgets().read(agent);
                var wrong = Stream.concat(before.wrong().stream(), Stream.of(Samples.NOT_OVER))
                        .toList();
                if (count(new AgentBudget(agent, wrong, null, before.version() + 1))) {
                    return true;
                }
            }
            throw new AssertionError("lost 200 races in a row");
        });

        assertThat(budgets().read(agent).wrong()).hasSize(8);
        assertThat(budgets().read(agent).version()).isEqualTo(8);
    }
}
