package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.customer.AgentBudget.Cause;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.PhoneVerification.Outcome.AgentSuspended;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Passed;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Rejected;
import org.supportpin.domain.identity.CustomerId;

/** An agent has ten wrong PINs in an hour, over all customers, two for each; then none for an hour. */
class AgentBudgetTest {

    private static final Instant START = Instant.parse("2026-11-22T15:00:00.123Z");

    private AgentBudget budget = AgentBudget.fresh(Story.AGENT.id());
    private int customers;

    /** A customer whom nobody called before. */
    private Story another(Limits limits, Duration at) {
        return Story.active(limits, new CustomerId("customer-" + ++customers)).at(START.plus(at));
    }

    private Story another(Duration at) {
        return another(Limits.DEFAULTS, at);
    }

    /** The agent types a wrong PIN. */
    private PhoneVerification.Outcome sayWrong(Story customer) {
        customer.budget = budget;
        var outcome = customer.say(customer.wrongPin());
        budget = customer.budget;
        return outcome;
    }

    private PhoneVerification.Outcome sayRight(Story customer) {
        customer.budget = budget;
        var outcome = customer.say(customer.pin());
        budget = customer.budget;
        return outcome;
    }

    /** Of as many customers, one each. */
    private void sayWrong(int times, Duration at) {
        for (int i = 0; i < times; i++) {
            assertThat(sayWrong(another(at))).isEqualTo(new Rejected(4));
        }
    }

    @Nested
    class WrongPins {

        @Test
        void oneOnEachOfTenCustomersSuspendsTheAgent() {
            sayWrong(10, Duration.ZERO);
            var next = another(Duration.ZERO);
            assertThat(sayRight(next))
                    .isEqualTo(new AgentSuspended(
                            new Suspension(Cause.WRONG_PINS, START, START.plus(Duration.ofHours(1)))));
            assertThat(next.count(Event.Verified.class)).isZero();
        }

        @Test
        void nineSuspendNobody() {
            sayWrong(9, Duration.ZERO);
            assertThat(sayRight(another(Duration.ZERO))).isInstanceOf(Passed.class);
        }

        /** Wrong PINs of each of several customers, all in one half hour, and whether they suspend the agent. */
        @ParameterizedTest
        @CsvSource({
            "5, false",
            "5 5, false",
            "5 5 5 5, false",
            "5 5 5 5 1, false",
            "2 2 2 2 2, true",
            "5 5 5 5 2, true",
            "1 1 1 1 1 1 1 1 1, false",
            "1 1 1 1 1 1 1 1 1 1, true",
            "5 1 1 1 1 1 1 1, false",
            "5 1 1 1 1 1 1 1 1, true"
        })
        void ofOneCustomerTwoCount(String wrong, boolean suspended) {
            Arrays.stream(wrong.split(" ")).mapToInt(Integer::parseInt).forEach(times -> {
                var customer = another(Duration.ZERO);
                for (int i = 0; i < times; i++) {
                    assertThat(sayWrong(customer)).isInstanceOf(Rejected.class);
                }
            });
            assertThat(budget.suspension(START).isPresent()).isEqualTo(suspended);
        }

        /** Guesses at one customer after the other, as many as their own limits allow: a day's worth before the agent is stopped. */
        @Test
        void sprayingOverManyCustomersIsStoppedHoweverItIsSpread() {
            for (int each = 1; each <= 5; each++) {
                budget = AgentBudget.fresh(Story.AGENT.id());
                int guesses = 0;
                while (budget.suspension(START).isEmpty()) {
                    var customer = another(Duration.ZERO);
                    for (int i = 0; i < each && budget.suspension(START).isEmpty(); i++) {
                        sayWrong(customer);
                        guesses++;
                    }
                }
                assertThat(guesses).as("%s for each customer", each).isBetween(10, 22);
            }
        }

        @ParameterizedTest
        @CsvSource({"PT59M59.999S, true", "PT1H, false"})
        void theSuspensionLastsAnHour(Duration later, boolean suspended) {
            sayWrong(10, Duration.ZERO);
            assertThat(sayRight(another(later))).isInstanceOf(suspended ? AgentSuspended.class : Passed.class);
        }

        @Test
        void afterTheSuspensionTheBudgetIsWholeAgain() {
            var hour = Duration.ofHours(1);
            sayWrong(10, Duration.ZERO);
            sayWrong(9, hour);
            assertThat(budget.suspension(START.plus(hour))).isEmpty();
            sayWrong(1, hour);
            assertThat(budget.suspension(START.plus(hour))).isPresent();
        }

        @Test
        void afterAShorterSuspensionTooTheBudgetIsWhole() {
            var limits = LimitsTest.with(Limits.AgentPins.SUSPENSION, Duration.ofMinutes(10));
            for (int i = 0; i < 10; i++) {
                sayWrong(another(limits, Duration.ZERO));
            }
            assertThat(sayWrong(another(limits, Duration.ofMinutes(10)))).isEqualTo(new Rejected(4));
            assertThat(budget.suspension(START.plus(Duration.ofMinutes(10)))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"PT59M59.999S, true", "PT1H, false"})
        void whatIsAnHourOldCountsNoMore(Duration tenth, boolean suspended) {
            sayWrong(1, Duration.ZERO);
            sayWrong(8, Duration.ofMinutes(30));
            sayWrong(1, tenth);
            assertThat(budget.suspension(START.plus(tenth)).isPresent()).isEqualTo(suspended);
        }

        @Test
        void aSuspendedAgentsGuessCostsTheCustomerNothing() {
            sayWrong(10, Duration.ZERO);
            var next = another(Duration.ZERO);
            assertThat(sayWrong(next)).isInstanceOf(AgentSuspended.class);
            assertThat(next.attemptsLeft()).isEqualTo(5);
            assertThat(next.count(Event.PinRejected.class)).isZero();
        }

        @Test
        void eachCountIsANewVersion() {
            var customer = another(Duration.ZERO);
            for (int i = 0; i < 4; i++) {
                sayWrong(customer);
            }
            assertThat(budget.version()).isEqualTo(4);
            assertThat(budget.wrong()).hasSize(2);
        }
    }

    @Nested
    class RightPins {

        private void count(int times, Instant at) {
            for (int i = 0; i < times; i++) {
                budget = budget.withRight(Limits.DEFAULTS, Story.key(budget.version()), at);
            }
        }

        @Test
        void theThirtyFirstInAnHourSuspends() {
            count(30, START);
            assertThat(budget.suspension(START)).isEmpty();
            count(1, START.plus(Duration.ofMinutes(59)));
            assertThat(budget.suspension(START.plus(Duration.ofMinutes(59))))
                    .map(Suspension::cause)
                    .contains(Cause.RIGHT_PINS);
            assertThat(sayRight(another(Duration.ofHours(1)))).isInstanceOf(AgentSuspended.class);
            assertThat(sayRight(another(Duration.ofMinutes(119)))).isInstanceOf(Passed.class);
        }

        @Test
        void whatIsAnHourOldCountsNoMore() {
            count(30, START);
            count(1, START.plus(Duration.ofHours(1)));
            assertThat(budget.suspension(START.plus(Duration.ofHours(1)))).isEmpty();
            assertThat(budget.right()).hasSize(1);
        }

        @Test
        void oneCountsOnceHoweverOftenItIsTold() {
            for (int i = 0; i < 40; i++) {
                budget = budget.withRight(Limits.DEFAULTS, Story.key(1), START);
            }
            assertThat(budget.right()).hasSize(1);
            assertThat(budget.version()).isEqualTo(1);
        }

        @Test
        void oneOfAnAgentWithoutWrongOnesWritesNothingBeside() {
            sayRight(another(Duration.ZERO));
            assertThat(budget).isEqualTo(AgentBudget.fresh(Story.AGENT.id()));
        }

        @Test
        void oneOfAnAgentWithWrongOnesIsCountedOnTheBudgetItWasDecidedOn() {
            sayWrong(1, Duration.ZERO);
            sayRight(another(Duration.ofMinutes(59)));
            assertThat(budget.version()).isEqualTo(2);
            assertThat(budget.right()).hasSize(1);
            sayRight(another(Duration.ofMinutes(60)));
            assertThat(budget.version()).isEqualTo(2);
        }
    }

    @Test
    void thePinNeedNotBeLookedAtWhereNothingVerifies() {
        var story = another(Duration.ZERO);
        var suspension = new Suspension(Cause.WRONG_PINS, START, START.plusSeconds(1));
        var suspended = new AgentBudget(Story.AGENT.id(), List.of(), List.of(), List.of(), suspension, 1);
        assertThat(isLookedAt(story.state, budget, story.now)).isTrue();
        assertThat(isLookedAt(story.state, suspended, story.now)).isFalse();
        assertThat(isLookedAt(Customer.fresh(Story.ID), budget, story.now)).isFalse();
        for (int i = 0; i < 5; i++) {
            story.sayWrong();
        }
        assertThat(isLookedAt(story.state, budget, story.now)).isFalse();
    }

    private static boolean isLookedAt(Customer customer, AgentBudget budget, Instant now) {
        var looks = new AtomicInteger();
        new PhoneVerification(Limits.DEFAULTS)
                .verify(
                        customer,
                        Story.AGENT,
                        budget,
                        Story.key(1),
                        () -> {
                            looks.incrementAndGet();
                            return new PinMatch.Wrong();
                        },
                        () -> new CallMark(0, null),
                        now);
        return looks.get() == 1;
    }
}
