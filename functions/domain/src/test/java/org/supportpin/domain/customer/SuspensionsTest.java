package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.AgentBudget.Cause;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.Suspensions.Lift;
import org.supportpin.domain.customer.Suspensions.Outcome;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Samples;
import org.supportpin.domain.testing.Together;

class SuspensionsTest {

    private static final AgentId SUPERVISOR = new AgentId("eleni");

    private final InMemoryService service = new InMemoryService();
    private final AgentId agent = Samples.AGENT.id();

    /** Through right PINs, told after the fact: 31 in an hour. */
    private static Suspension suspend(InMemoryService service, AgentId agent) {
        var rightPins = new RightPins(service.store, Limits.DEFAULTS);
        var now = service.now();
        for (int i = 0; i < 31; i++) {
            rightPins.count(agent, Story.key(i), now);
        }
        return new Suspension(Cause.RIGHT_PINS, now, now.plus(Duration.ofHours(1)));
    }

    private Outcome lift(AgentId by) {
        return service.useCases().suspensions().lift(agent, by, "the caller spoke badly");
    }

    @Test
    void theSuspendedAreListedSoonestFreeFirst() {
        assertThat(service.useCases().suspensions().list()).isEmpty();
        suspend(service, agent);
        service.clock.advance(Duration.ofMinutes(1));
        suspend(service, new AgentId("another"));
        assertThat(service.useCases().suspensions().list())
                .extracting(AgentBudget::agent)
                .containsExactly(agent, new AgentId("another"));
        service.clock.advance(Duration.ofMinutes(59));
        assertThat(service.useCases().suspensions().list())
                .extracting(AgentBudget::agent)
                .containsExactly(new AgentId("another"));
    }

    @Test
    void aSupervisorLiftsASuspensionAndItIsOnRecord() {
        var suspension = suspend(service, agent);
        service.clock.advance(Duration.ofMinutes(5));

        assertThat(lift(SUPERVISOR)).isEqualTo(Outcome.LIFTED);

        assertThat(service.store.read(agent).suspension(service.now())).isEmpty();
        assertThat(service.useCases().suspensions().list()).isEmpty();
        assertThat(service.store.lifts())
                .containsExactly(new Lift(agent, suspension, SUPERVISOR, service.now(), "the caller spoke badly"));
        assertThat(lift(SUPERVISOR)).isEqualTo(Outcome.NOT_SUSPENDED);
        assertThat(service.store.lifts()).hasSize(1);
    }

    @Test
    void nobodyLiftsTheirOwn() {
        suspend(service, agent);
        assertThat(lift(agent)).isEqualTo(Outcome.OWN);
        assertThat(service.store.read(agent).suspension(service.now())).isPresent();
        assertThat(service.store.lifts()).isEmpty();
    }

    @Test
    void whoIsNotSuspendedIsLeftAlone() {
        assertThat(lift(SUPERVISOR)).isEqualTo(Outcome.NOT_SUSPENDED);
        assertThat(service.store.read(agent)).isEqualTo(AgentBudget.fresh(agent));
    }

    @Test
    void ofManyWhoLiftAtOnceOneDoes() {
        suspend(service, agent);
        assertThat(Together.run(16, i -> lift(new AgentId("supervisor-" + i))))
                .containsOnlyOnce(Outcome.LIFTED)
                .containsOnly(Outcome.LIFTED, Outcome.NOT_SUSPENDED);
        assertThat(service.store.lifts()).hasSize(1);
    }

    @Test
    void whatTheAgentSentStaysCounted() {
        service.store.write(service.store.read(agent).withSms(service.now()));
        suspend(service, agent);
        lift(SUPERVISOR);
        assertThat(service.store.read(agent).sms()).isEqualTo(List.of(service.now()));
    }

    @TestFactory
    Stream<DynamicTest> itIsLiftedWithItsRecordOrNotWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            suspend(one, agent);
            points.run(() -> one.over(points).suspensions().lift(agent, SUPERVISOR, "a note"));
            var isSuspended = one.store.read(agent).suspension(one.now()).isPresent();
            assertThat(one.store.lifts()).hasSize(isSuspended ? 0 : 1);
        });
    }

    @Test
    void countsByManyAtOnceAreAllCounted() {
        var rightPins = new RightPins(service.store, Limits.DEFAULTS);
        Together.run(8, i -> {
            rightPins.count(agent, Story.key(i), service.now());
            return true;
        });
        assertThat(service.store.read(agent).right()).hasSize(8);
    }
}
