package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.AgentBudget.Cause;
import org.supportpin.domain.customer.AgentBudget.Right;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.AgentBudget.Wrong;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Suspensions.Lift;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
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

    private AgentBudget budget(int counts, @Nullable Suspension suspension, long version) {
        return new AgentBudget(
                agent,
                many(counts, i -> new Wrong(new CustomerId("c-" + i), Samples.NOT_OVER.plusMillis(i))),
                many(counts, i -> new Right("%016d".formatted(i), Samples.NOT_OVER.minusMillis(i))),
                many(counts, i -> Samples.NOT_OVER.plusSeconds(i)),
                suspension,
                version);
    }

    private static <T> List<T> many(int counts, IntFunction<T> each) {
        return IntStream.range(0, counts).mapToObj(each).toList();
    }

    private static Suspension suspension(Cause cause, Duration until) {
        return new Suspension(cause, Samples.NOON, Samples.NOT_OVER.plus(until));
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

        var suspended = budget(0, suspension(Cause.WRONG_PINS, Duration.ofHours(1)), 3);
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
                var sms = Stream.concat(before.sms().stream(), Stream.of(Samples.NOT_OVER))
                        .toList();
                var counted = new AgentBudget(agent, List.of(), List.of(), sms, null, before.version() + 1);
                if (tries % 2 == 0 ? count(counted) : budgets().write(counted)) {
                    return true;
                }
            }
            throw new AssertionError("lost 200 races in a row");
        });

        assertThat(budgets().read(agent).sms()).hasSize(8);
        assertThat(budgets().read(agent).version()).isEqualTo(8);
    }

    @Test
    void whatIsCountedAfterTheFactIsWrittenOnTheVersionThatWasRead() {
        assertThat(budgets().write(budget(1, null, 1))).isTrue();
        assertThat(budgets().write(budget(2, null, 1))).isFalse();
        assertThat(budgets().write(budget(2, null, 3))).isFalse();
        assertThat(budgets().read(agent)).isEqualTo(budget(1, null, 1));
        assertThat(budgets().write(budget(2, null, 2))).isTrue();
        assertThat(budgets().read(agent)).isEqualTo(budget(2, null, 2));
    }

    @Test
    void whoIsSuspendedIsFoundUntilThen() {
        var until = suspension(Cause.RIGHT_PINS, Duration.ofHours(1)).until();
        assertThat(isFound(until.minusMillis(1))).isFalse();
        count(budget(0, suspension(Cause.RIGHT_PINS, Duration.ofHours(1)), 1));
        assertThat(isFound(until.minusMillis(1))).isTrue();
        assertThat(isFound(until)).isFalse();
        count(budget(1, suspension(Cause.RIGHT_PINS, Duration.ofHours(1)), 2));
        assertThat(budgets().suspended(until.minusMillis(1))).contains(budgets().read(agent));
        count(budget(1, null, 3));
        assertThat(isFound(until.minusMillis(1))).isFalse();
    }

    private boolean isFound(Instant now) {
        return budgets().suspended(now).stream().anyMatch(each -> each.agent().equals(agent));
    }

    @Test
    void aLiftIsWrittenWithItsRecordOnceOrNot() {
        var suspension = suspension(Cause.WRONG_PINS, Duration.ofHours(1));
        var lift = new Lift(agent, suspension, Samples.AGENT.id(), Samples.NOON, "σημείωση \"α\"");
        count(budget(0, suspension, 1));
        assertThat(budgets().lift(budget(0, null, 3), lift)).isFalse();
        assertThat(budgets().read(agent).suspension()).isEqualTo(suspension);
        assertThat(budgets().lift(budget(0, null, 2), lift)).isTrue();
        assertThat(budgets().lift(budget(0, null, 2), lift)).isFalse();
        assertThat(budgets().read(agent).suspension()).isNull();
        assertThat(isFound(Samples.NOT_OVER)).isFalse();
    }
}
