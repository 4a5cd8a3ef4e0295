package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.CompanionWrite.DestinationCounted;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.DestinationBudget;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.phone.PhoneNumber;

/** The contract of every store of the numbers' budgets. */
public abstract class DestinationBudgetsContract {

    private final PhoneNumber number = newNumber();

    protected abstract DestinationBudgets budgets();

    /** The ledgers of the same store. */
    protected abstract Ledger ledger();

    /** One that no other test uses. */
    private static PhoneNumber newNumber() {
        return new PhoneNumber(
                "+30690%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000)));
    }

    private boolean count(DestinationBudget budget) {
        var customer = Samples.newCustomer();
        var entry = new Entry(
                customer,
                1,
                Samples.NOON,
                new Actor.Panel(),
                new Event.PinRejected(),
                Customer.fresh(customer),
                Hash.NONE);
        return ledger().append(entry, List.of(new DestinationCounted(budget))).isPresent();
    }

    private DestinationBudget budget(List<Instant> pins, List<Instant> codes, long version) {
        return new DestinationBudget(budgets().read(number).destination(), pins, codes, version);
    }

    @Test
    void aNumberBeginsWithAWholeBudgetAndIsNotNamedInIt() {
        var budget = budgets().read(number);
        assertThat(budget).isEqualTo(DestinationBudget.fresh(budget.destination()));
        assertThat(budget.destination()).doesNotContain(number.e164().substring(3));
    }

    @Test
    void whatWasCountedComesBackAsItWas() {
        var one = budget(List.of(Samples.NOT_OVER), List.of(), 1);
        assertThat(count(one)).isTrue();
        assertThat(budgets().read(number)).isEqualTo(one);
        var more = budget(
                List.of(Samples.NOT_OVER, Samples.NOT_OVER.plusSeconds(1)),
                List.of(Samples.NOT_OVER.minusMillis(1)),
                2);
        assertThat(count(more)).isTrue();
        assertThat(budgets().read(number)).isEqualTo(more);
    }

    @Test
    void aStaleReaderMustReadAgain() {
        var one = budget(List.of(Samples.NOT_OVER), List.of(), 1);
        count(one);
        assertThat(count(one)).isFalse();
        assertThat(count(budget(List.of(Samples.NOT_OVER), List.of(), 3))).isFalse();
        assertThat(budgets().read(number)).isEqualTo(one);
    }

    @Test
    void numbersDoNotShareABudget() {
        count(budget(List.of(Samples.NOT_OVER), List.of(), 1));
        assertThat(budgets().read(newNumber()).version()).isZero();
    }

    @Test
    void noCountIsLostHoweverManyCountAtOnce() {
        Together.run(8, _ -> {
            for (int tries = 0; tries < 200; tries++) {
                var before = budgets().read(number);
                var pins = Stream.concat(before.pins().stream(), Stream.of(Samples.NOT_OVER))
                        .toList();
                if (count(budget(pins, List.of(), before.version() + 1))) {
                    return true;
                }
            }
            throw new AssertionError("lost 200 races in a row");
        });
        assertThat(budgets().read(number).pins()).hasSize(8);
        assertThat(budgets().read(number).version()).isEqualTo(8);
    }
}
