package org.supportpin.domain.customer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.Event.PinRejected;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Locked;
import org.supportpin.domain.customer.PhoneVerification.Outcome.NotActive;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Passed;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Rejected;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;

class CallerVerificationTest {

    private static final Actor.Agent MARIA = new Actor.Agent(new AgentId("maria"), new CallReference.Said("call-1"));
    private static final Actor.Agent NIKOS = new Actor.Agent(new AgentId("nikos"), new CallReference.Said("call-2"));

    private final InMemoryService service = new InMemoryService();

    private Outcome say(Passcode pin, Actor.Agent agent) {
        return verify(service, service.useCases(), pin, agent);
    }

    private static Outcome verify(
            InMemoryService service, InMemoryService.UseCases useCases, Passcode pin, Actor.Agent agent) {
        return useCases.callerVerification()
                .verify(
                        service.customer,
                        new AgentOnCall(agent.id(), null, (CallReference.Said) requireNonNull(agent.call())),
                        pin)
                .outcome();
    }

    private boolean end(Verification verification, Actor.Agent agent) {
        return service.useCases()
                .callerVerification()
                .end(new VerificationId(service.customer, verification.key()), agent.id());
    }

    @Test
    void aPinWorksOnce() {
        service.activate();
        var pin = service.pin();

        assertThat(say(pin, MARIA)).isInstanceOf(Passed.class);
        assertThat(say(pin, NIKOS)).isEqualTo(new Rejected(5));
        assertThat(service.recorded(Verified.class)).isEqualTo(1);
    }

    @Test
    void theSameRequestAgainIsAnsweredTheSame() {
        service.activate();
        var pin = service.pin();

        assertThat(say(pin, MARIA)).isEqualTo(say(pin, MARIA));
        assertThat(service.recorded(Verified.class)).isEqualTo(1);
    }

    @Test
    void aWrongPinCountsForTheCustomerAndForTheAgent() {
        service.activate();

        assertThat(say(service.wrongPin(), MARIA)).isEqualTo(new Rejected(4));
        assertThat(service.recorded(PinRejected.class)).isEqualTo(1);
        assertThat(service.store.read(MARIA.id()).wrong()).hasSize(1);
    }

    @Test
    void theSecretIsOpenedOnceAndWiped() {
        service.activate();
        var pin = service.pin();
        var before = service.keys.opened();

        say(pin, MARIA);

        assertThat(service.keys.opened()).isEqualTo(before + 1);
        assertThat(service.keys.isAllWiped()).isTrue();
    }

    @Test
    void whereNothingVerifiesNoSecretIsOpened() {
        assertThat(say(Passcode.parse("123456").orThrow(), MARIA)).isEqualTo(new NotActive());
        service.activate();
        var right = service.pin();
        var wrong = service.wrongPin();
        for (int i = 0; i < 5; i++) {
            say(wrong, MARIA);
        }
        var before = service.keys.opened();

        assertThat(say(right, MARIA)).isInstanceOf(Locked.class);
        assertThat(service.keys.opened()).isEqualTo(before);
    }

    @Test
    void onlyItsOwnAgentEndsAVerification() {
        service.activate();
        if (!(say(service.pin(), MARIA) instanceof Passed(var verification))) {
            throw new AssertionError("the PIN of now does not verify");
        }

        assertThat(end(verification, NIKOS)).isFalse();
        assertThat(end(verification, MARIA)).isTrue();
        assertThat(end(verification, MARIA)).isFalse();
        assertThat(service.store.read(service.customer).state().verifications()).isEmpty();
    }

    /** The agent repeats the request. Anyone else who gives the same PIN is refused, wherever the first request stopped. */
    @TestFactory
    Stream<DynamicTest> aPinWorksOnceWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            var pin = one.pin();
            points.run(() -> verify(one, one.over(points), pin, MARIA));

            assertThat(verify(one, one.useCases(), pin, MARIA)).isInstanceOf(Passed.class);
            assertThat(verify(one, one.useCases(), pin, NIKOS)).isInstanceOf(Rejected.class);
            assertThat(one.recorded(Verified.class)).isEqualTo(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> aWrongPinCountsInBothBudgetsOrInNoneWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            var pin = one.wrongPin();
            var answer = points.run(() -> verify(one, one.over(points), pin, MARIA));

            var counted = one.recorded(PinRejected.class);
            assertThat(one.store.read(MARIA.id()).wrong()).hasSize((int) counted);
            assertThat(counted)
                    .isGreaterThanOrEqualTo(answer.isPresent() ? 1 : 0)
                    .isLessThanOrEqualTo(1);
        });
    }
}
