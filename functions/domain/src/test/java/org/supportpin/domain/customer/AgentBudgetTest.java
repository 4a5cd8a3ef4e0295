package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.customer.PhoneVerification.Outcome.AgentSuspended;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Passed;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Rejected;

/** An agent has ten wrong PINs in an hour, over all customers; then none for an hour. */
class AgentBudgetTest {

    private AgentBudget budget = AgentBudget.fresh(Story.AGENT.id());

    /** The agent types a wrong PIN for another customer at the story's time. */
    private PhoneVerification.Outcome sayWrong(Story customer) {
        customer.budget = budget;
        var outcome = customer.say(customer.wrongPin());
        budget = customer.budget;
        return outcome;
    }

    private void sayWrong(int times, Duration apart, Duration from) {
        for (int i = 0; i < times; i++) {
            assertThat(sayWrong(Story.active().after(from.plus(apart.multipliedBy(i)))))
                    .isEqualTo(new Rejected(4));
        }
    }

    @Test
    void oneWrongPinOnEachOfTenCustomersSuspendsTheAgent() {
        sayWrong(10, Duration.ZERO, Duration.ZERO);
        var next = Story.active();
        next.budget = budget;

        assertThat(next.say(next.pin())).isEqualTo(new AgentSuspended(next.now.plus(Duration.ofHours(1))));
        assertThat(next.count(Event.Verified.class)).isZero();
    }

    @Test
    void nineSuspendNobody() {
        sayWrong(9, Duration.ZERO, Duration.ZERO);
        var next = Story.active();
        next.budget = budget;

        assertThat(next.say(next.pin())).isInstanceOf(Passed.class);
    }

    @ParameterizedTest
    @CsvSource({"PT59M59.999S, true", "PT1H, false"})
    void theSuspensionLastsAnHour(Duration later, boolean suspended) {
        sayWrong(10, Duration.ZERO, Duration.ZERO);
        var next = Story.active().after(later);
        next.budget = budget;

        assertThat(next.say(next.pin())).isInstanceOf(suspended ? AgentSuspended.class : Passed.class);
    }

    @Test
    void afterTheSuspensionTheBudgetIsWholeAgain() {
        sayWrong(10, Duration.ZERO, Duration.ZERO);
        sayWrong(9, Duration.ZERO, Duration.ofHours(1));
        assertThat(budget.suspension(Story.active().now.plus(Duration.ofHours(1))))
                .isEmpty();

        sayWrong(1, Duration.ZERO, Duration.ofHours(1));
        assertThat(budget.suspension(Story.active().now.plus(Duration.ofHours(1))))
                .isPresent();
    }

    @Test
    void afterAShorterSuspensionTooTheBudgetIsWhole() {
        var limits = LimitsTest.with(Limits.AgentWrongPins.SUSPENSION, Duration.ofMinutes(10));
        for (int i = 0; i < 10; i++) {
            sayWrong(Story.active(limits));
        }
        var next = Story.active(limits).after(Duration.ofMinutes(10));

        assertThat(sayWrong(next)).isEqualTo(new Rejected(4));
        assertThat(budget.suspension(next.now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT59M59.999S, true", "PT1H, false"})
    void whatIsAnHourOldCountsNoMore(Duration tenth, boolean suspended) {
        sayWrong(1, Duration.ZERO, Duration.ZERO);
        sayWrong(8, Duration.ZERO, Duration.ofMinutes(30));
        sayWrong(1, Duration.ZERO, tenth);

        assertThat(budget.suspension(Story.active().now.plus(tenth)).isPresent())
                .isEqualTo(suspended);
    }

    @Test
    void aSuspendedAgentsGuessCostsTheCustomerNothing() {
        sayWrong(10, Duration.ZERO, Duration.ZERO);
        var next = Story.active();

        assertThat(sayWrong(next)).isInstanceOf(AgentSuspended.class);
        assertThat(next.attemptsLeft()).isEqualTo(5);
        assertThat(next.count(Event.PinRejected.class)).isZero();
    }

    @Test
    void eachCountIsANewVersion() {
        sayWrong(3, Duration.ofSeconds(1), Duration.ZERO);

        assertThat(budget.version()).isEqualTo(3);
        assertThat(budget.wrong()).hasSize(3);
    }

    @Test
    void thePinNeedNotBeLookedAtWhereNothingVerifies() {
        var story = Story.active();
        var suspended = new AgentBudget(Story.AGENT.id(), java.util.List.of(), story.now.plusSeconds(1), 1);

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
                        now);
        return looks.get() == 1;
    }
}
