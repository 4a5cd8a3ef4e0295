package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.TypedCodes.Asking;
import org.supportpin.domain.customer.TypedVerification.Asked;
import org.supportpin.domain.customer.TypedVerification.Status;
import org.supportpin.domain.customer.TypedVerification.Typed;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentName;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Samples;
import org.supportpin.domain.testing.Together;

class TypedCodesTest {

    private static final AgentOnCall MARIA = new AgentOnCall(
            new AgentId("maria"), AgentName.of("Μαρία Παπαδοπούλου").orElseThrow(), new CallReference.Said("call-1"));
    private static final AgentOnCall NIKOS = InMemoryService.onCall(new AgentId("nikos"));

    private final InMemoryService service = new InMemoryService();

    @BeforeEach
    void activate() {
        service.activate();
    }

    private static Asking.Waiting asked(InMemoryService service, AgentOnCall agent) {
        return (Asking.Waiting)
                service.useCases().typedCodes().ask(service.customer, agent).outcome();
    }

    private Asking.Waiting asked(AgentOnCall agent) {
        return asked(service, agent);
    }

    private Asked refused(AgentOnCall agent) {
        var outcome =
                service.useCases().typedCodes().ask(service.customer, agent).outcome();
        return ((Asking.Not) outcome).why();
    }

    private Typed type(Passcode code) {
        return service.useCases().typedCodes().type(service.customer, code).outcome();
    }

    private Status status(Asking.Waiting asked, AgentOnCall agent) {
        return service.useCases()
                .typedCodes()
                .status(new VerificationId(service.customer, asked.request().key()), agent.id())
                .status();
    }

    private static Passcode other(Passcode code) {
        var first = code.digits().charAt(0) == '9' ? "1" : "9";
        return Passcode.parse(first + code.digits().substring(1)).orThrow();
    }

    private CallsShown shown() {
        var view = service.useCases().currentPin().view(service.customer, () -> true, _ -> false);
        return ((PinView.Active) view).calls();
    }

    private Customer state() {
        return service.store.read(service.customer).state();
    }

    @Test
    void theTypedCodeVerifiesAsWellAsThePanelsPin() {
        var asked = asked(MARIA);
        assertThat(status(asked, MARIA))
                .isEqualTo(new Status.Waiting(service.now().plus(Duration.ofMinutes(5))));

        var passed = (Typed.Passed) type(asked.code());

        assertThat(passed.verification().source()).isEqualTo(PinSource.TYPED);
        assertThat(passed.verification().agent()).isEqualTo(MARIA.id());
        assertThat(status(asked, MARIA)).isEqualTo(new Status.Passed(passed.verification()));
        assertThat(state().verifications()).containsExactly(passed.verification());
        assertThat(shown().request()).isNull();
        assertThat(shown().running())
                .extracting(CallsShown.Running::agent)
                .containsExactly(new CallsShown.Agent(MARIA.id(), "Μαρία Παπαδοπούλου"));
    }

    @Test
    void itUsesUpNoPinAndForgivesNoWrongOne() {
        service.verify(service.store, Samples.AGENT, service.wrongPin());
        var before = state().pin();
        type(asked(MARIA).code());

        assertThat(state().pin().pins()).isEqualTo(before.pins());
        assertThat(state().pin().wrong()).isEqualTo(before.wrong());
        assertThat(state().pin().today().verifications()).isEqualTo(1);
    }

    @Test
    void theThirdWrongCodeEndsTheRequest() {
        var asked = asked(MARIA);
        assertThat(type(other(asked.code()))).isEqualTo(new Typed.Rejected(2));
        assertThat(type(other(asked.code()))).isEqualTo(new Typed.Rejected(1));
        assertThat(type(other(asked.code()))).isEqualTo(new Typed.Rejected(0));

        assertThat(type(asked.code())).isEqualTo(new Typed.NothingAsked());
        assertThat(status(asked, MARIA)).isEqualTo(new Status.Expired());
        assertThat(service.recorded(Event.TypedCodeRejected.class)).isEqualTo(3);
    }

    @Test
    void itIsOverAfterFiveMinutes() {
        var asked = asked(MARIA);
        service.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(shown().request()).isNotNull();

        service.clock.advance(Duration.ofMillis(1));
        assertThat(shown().request()).isNull();
        assertThat(type(asked.code())).isEqualTo(new Typed.NothingAsked());
        assertThat(status(asked, MARIA)).isEqualTo(new Status.Expired());
    }

    @Test
    void aCodeIsOfOneRequestAlone() {
        var first = asked(MARIA);
        var second = asked(MARIA);

        assertThat(status(first, MARIA)).isEqualTo(new Status.Expired());
        assertThat(first.code()).isNotEqualTo(second.code());
        assertThat(type(first.code())).isEqualTo(new Typed.Rejected(2));
        assertThat(type(second.code())).isInstanceOf(Typed.Passed.class);
        assertThat(type(second.code())).isEqualTo(new Typed.NothingAsked());
    }

    @Test
    void anotherAgentMustWaitAndLearnsNothing() {
        var asked = asked(MARIA);

        assertThat(refused(NIKOS))
                .isEqualTo(new Asked.AnothersWaits(asked.request().expiresAt()));
        assertThat(status(asked, NIKOS)).isEqualTo(new Status.Expired());
        type(asked.code());
        assertThat(status(asked, NIKOS)).isEqualTo(new Status.Expired());
    }

    @Test
    void aLockOfPhoneVerificationDoesNotForbidIt() {
        for (int i = 0; i < 5; i++) {
            service.verify(service.store, Samples.AGENT, service.wrongPin());
        }
        assertThat(type(asked(MARIA).code())).isInstanceOf(Typed.Passed.class);
        assertThat(state().wrongPins().lock(Limits.DEFAULTS, state().phase(), service.now()))
                .isPresent();
    }

    @Test
    void anInactiveCustomerAndASuspendedAgentAreRefused() {
        assertThat(new InMemoryService()
                        .useCases()
                        .typedCodes()
                        .ask(Samples.newCustomer(), MARIA)
                        .outcome())
                .isEqualTo(new Asking.Not(new Asked.NotActive()));

        var suspension = new AgentBudget.Suspension(
                AgentBudget.Cause.WRONG_PINS, service.now(), service.now().plusSeconds(60));
        service.store.write(new AgentBudget(MARIA.id(), List.of(), List.of(), List.of(), suspension, 1));
        assertThat(refused(MARIA)).isEqualTo(new Asked.AgentSuspended(suspension));
    }

    @Test
    void anAgentsFloodOverManyCustomersEnds() {
        for (int i = 0; i < 60; i++) {
            var one = new InMemoryService(service.store, service.keys, service.clock);
            one.activate();
            asked(one, MARIA);
        }
        assertThat(refused(MARIA))
                .isInstanceOfSatisfying(
                        Asked.Refused.class,
                        why -> assertThat(why.tooMany().ofAgent()).isTrue());
        asked(NIKOS);
    }

    @Test
    void aCustomersDayEnds() {
        for (int i = 0; i < 50; i++) {
            var agent = InMemoryService.onCall(Samples.newAgent());
            type(asked(agent).code());
        }
        assertThat(refused(MARIA))
                .isInstanceOfSatisfying(
                        Asked.Refused.class,
                        why -> assertThat(why.tooMany().ofAgent()).isFalse());
    }

    @Test
    void ofAHundredRightCodesOneVerifies() {
        var code = asked(MARIA).code();

        var outcomes = Together.run(100, _ -> type(code));

        assertThat(outcomes.stream().filter(Typed.Passed.class::isInstance)).hasSize(1);
        assertThat(service.recorded(Verified.class)).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> itVerifiesOnceWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            var code = asked(one, MARIA).code();
            points.run(() -> one.over(points).typedCodes().type(one.customer, code));

            one.useCases().typedCodes().type(one.customer, code);
            assertThat(one.recorded(Verified.class)).isEqualTo(1);
        });
    }

    /** What voids running verifications voids what is asked for too. */
    @Nested
    class IsVoidAfter {

        private Asking.@Nullable Waiting before;

        @BeforeEach
        void ask() {
            before = asked(MARIA);
        }

        private void assertVoid() {
            var asked = Objects.requireNonNull(before);
            assertThat(status(asked, MARIA)).isEqualTo(new Status.Expired());
            assertThat(type(asked.code())).isEqualTo(new Typed.NothingAsked());
        }

        @Test
        void theCustomersWord() {
            service.useCases().callEnding().end(service.customer, false);
            assertVoid();
        }

        @Test
        void anUnlock() {
            for (int i = 0; i < 5; i++) {
                service.verify(service.store, Samples.AGENT, service.wrongPin());
            }
            service.useCases().currentPin().unlock(service.customer);
            assertVoid();
        }

        @Test
        void anotherMobile() {
            var registration = service.useCases().mobileRegistration();
            var number = new PhoneNumber("+306912345679");
            registration.declare(service.customer, number, Optional::empty, null);
            registration.confirm(
                    service.customer,
                    Passcode.parse(service.messenger.sent().getLast().text().replaceAll("[^0-9]", ""))
                            .orThrow(),
                    Optional::empty);
            assertVoid();
        }

        @Test
        void deactivation() {
            service.useCases().serviceActivation().deactivate(service.customer);
            service.activate();
            assertVoid();
        }
    }

    @Nested
    class TheCustomersEnd {

        @Test
        void thatItWasNotMeFreezesTelephoneSupport() {
            service.verify(service.store, Samples.AGENT, service.pin());
            service.useCases().callEnding().end(service.customer, true);
            service.useCases().callEnding().end(service.customer, true);

            assertThat(state().policy().isFrozen()).isTrue();
            assertThat(state().verifications()).isEmpty();
            assertThat(service.recorded(Event.CallsEnded.class)).isEqualTo(1);
            assertThat(service.recorded(Event.PolicyChanged.class)).isEqualTo(1);
            assertThat(refused(MARIA)).isEqualTo(new Asked.Frozen());
        }

        @Test
        void aFreezeVoidsWhatIsAskedFor() {
            var code = asked(MARIA).code();
            var commands = new LedgerCommands(service.store, service.clock);
            commands.perform(service.customer, new Actor.Panel(), (each, _) -> CallEnding.freeze(each.state()));

            assertThat(type(code)).isEqualTo(new Typed.NothingAsked());
        }

        private Instant before() {
            return Objects.requireNonNull(service.store.read(service.customer).last())
                    .entry()
                    .at();
        }

        @Test
        void voidsWhatRuns() {
            service.verify(service.store, Samples.AGENT, service.pin());
            type(asked(MARIA).code());
            assertThat(shown().running()).hasSize(2);

            service.useCases().callEnding().end(service.customer, false);
            assertThat(shown()).isEqualTo(new CallsShown(List.of(), null, null));
            assertThat(state().verifications()).isEmpty();
        }

        @Test
        void recordsNothingIfNobodyCalls() {
            var at = before();
            service.useCases().callEnding().end(service.customer, false);
            assertThat(service.recorded(Event.CallsEnded.class)).isZero();
            assertThat(before()).isEqualTo(at);
        }
    }
}
