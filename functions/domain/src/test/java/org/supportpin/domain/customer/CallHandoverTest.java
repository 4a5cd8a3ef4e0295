package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.customer.AgentBudget.Cause;
import org.supportpin.domain.customer.CallHandover.Offering;
import org.supportpin.domain.customer.CallHandover.Taking;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.TypedVerification.Status;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentName;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.HandoverCode;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Samples;
import org.supportpin.domain.testing.Together;

class CallHandoverTest {

    private static final AgentId MARIA = Samples.AGENT.id();
    private static final AgentOnCall NIKOS = new AgentOnCall(
            new AgentId("nikos"), AgentName.of("Νίκος").orElseThrow(), new CallReference.Said("call-2"));

    private final InMemoryService service = new InMemoryService();
    private Verification first;

    CallHandoverTest() {
        first = verified(service);
    }

    private static Verification verified(InMemoryService service) {
        service.activate();
        return ((Outcome.Passed) service.verify(service.store, Samples.AGENT, service.pin())
                        .outcome())
                .verification();
    }

    private static VerificationId id(InMemoryService service, Verification verification) {
        return new VerificationId(service.customer, verification.key());
    }

    private Offering offer(AgentId agent) {
        return service.useCases()
                .callHandover()
                .offer(id(service, first), agent)
                .outcome();
    }

    private HandoverCode offered() {
        return ((Offering.Offered) offer(MARIA)).code();
    }

    private Taking take(HandoverCode code, AgentOnCall agent) {
        return service.useCases().callHandover().take(code, agent).taking();
    }

    private static HandoverCode code(int number) {
        return HandoverCode.parse("%04d".formatted(number)).orThrow();
    }

    private HandoverCode wrong(HandoverCode right, int which) {
        return code((Integer.parseInt(right.digits()) + 1 + which) % 10_000);
    }

    private List<Verification> running() {
        return service.store.read(service.customer).state().running(service.now());
    }

    @Test
    void theColleagueHasTheSameVerificationAndTheFirstNone() {
        service.clock.advance(Duration.ofMinutes(3));
        var taken = (Taking.Taken) take(offered(), NIKOS);

        assertThat(running()).containsExactly(taken.verification());
        assertThat(taken.verification())
                .usingRecursiveComparison()
                .ignoringFields("key", "agent", "call", "notes")
                .isEqualTo(first);
        assertThat(taken.verification().agent()).isEqualTo(NIKOS.id());
        assertThat(taken.id()).isNotEqualTo(id(service, first));
        assertThat(service.useCases().callerVerification().end(id(service, first), MARIA))
                .isFalse();
        assertThat(service.recorded(Event.HandoverOffered.class)).isEqualTo(1);
        assertThat(service.recorded(Event.HandedOver.class)).isEqualTo(1);
    }

    /** It tells the first agent's console why its verification is void. */
    @Test
    void onlyWhoHandedTheCallOverHearsThatItIsAColleagues() {
        assertThat(status(first)).isInstanceOf(Status.Passed.class);

        var taken = (Taking.Taken) take(offered(), NIKOS);

        assertThat(status(first)).isEqualTo(new Status.HandedOver());
        assertThat(service.useCases().callerVerification().end(taken.id(), NIKOS.id()))
                .isTrue();
        assertThat(status(first)).isEqualTo(new Status.Expired());
    }

    private Status status(Verification verification) {
        return service.useCases()
                .typedCodes()
                .status(id(service, verification), MARIA)
                .status();
    }

    @Test
    void thePanelNamesTheColleague() {
        take(offered(), NIKOS);
        var view = service.useCases().currentPin().view(service.customer, () -> true, _ -> false);

        assertThat(((PinView.Active) view).calls().running())
                .extracting(CallsShown.Running::agent)
                .containsExactly(new CallsShown.Agent(NIKOS.id(), "Νίκος"));
    }

    @Test
    void onlyItsHolderOffersACall() {
        assertThat(offer(NIKOS.id())).isEqualTo(new Offering.NotVerified());
        service.clock.advance(Duration.ofMinutes(15));
        assertThat(offer(MARIA)).isEqualTo(new Offering.NotVerified());
    }

    @Test
    void anOfferEndsAfterTwoMinutes() {
        var code = offered();
        service.clock.advance(Duration.ofMinutes(2));

        assertThat(take(code, NIKOS)).isEqualTo(new Taking.Rejected());
        assertThat(running()).hasSize(1);
    }

    @Test
    void anOfferThatEndsWhileItIsTakenIsNotTaken() {
        var code = offered();
        var slow = new HandoverOffers() {
            @Override
            public String place(HandoverCode each) {
                return service.store.place(each);
            }

            @Override
            public Optional<HandoverOffer> find(String place, Instant now) {
                var found = service.store.find(place, now);
                service.clock.advance(Duration.ofMinutes(2));
                return found;
            }
        };

        assertThat(over(slow).take(code, NIKOS).taking()).isEqualTo(new Taking.Rejected());
        assertThat(running()).hasSize(1);
    }

    private CallHandover over(HandoverOffers offers) {
        return new CallHandover(
                new LedgerCommands(service.store, service.clock),
                service.store,
                offers,
                new Secrets(service.keys, "hoster"),
                Limits.DEFAULTS,
                service.clock,
                () -> UUID.randomUUID().toString());
    }

    @Test
    void aSecondOfferReplacesTheFirst() {
        var code = offered();
        var second = offered();

        assertThat(take(code, NIKOS)).isEqualTo(new Taking.Rejected());
        assertThat(take(second, NIKOS)).isInstanceOf(Taking.Taken.class);
    }

    @Test
    void nobodyTakesAnOfferTheirOwn() {
        assertThat(take(offered(), InMemoryService.onCall(MARIA))).isEqualTo(new Taking.Rejected());
    }

    @Test
    void anEndedCallIsNotTaken() {
        var code = offered();
        service.useCases().callEnding().end(service.customer, false);

        assertThat(take(code, NIKOS)).isEqualTo(new Taking.Rejected());
    }

    @Test
    void theSameRequestAgainHasTheSameAnswer() {
        var code = offered();
        var taken = take(code, NIKOS);

        assertThat(take(code, NIKOS)).isEqualTo(taken);
        assertThat(service.recorded(Event.HandedOver.class)).isEqualTo(1);
    }

    @Test
    void wrongCodesSuspend() {
        var code = offered();
        for (int i = 0; i < 10; i++) {
            assertThat(take(wrong(code, i), NIKOS)).isEqualTo(new Taking.Rejected());
        }
        assertThat(take(code, NIKOS)).isInstanceOf(Taking.AgentSuspended.class);
        assertThat(service.store.read(NIKOS.id()).suspension(service.now()))
                .hasValueSatisfying(suspension -> assertThat(suspension.cause()).isEqualTo(Cause.WRONG_PINS));
    }

    /** A guess that meets an offer which is over is as wrong as one that meets none. */
    @ParameterizedTest
    @EnumSource
    void codesOfOffersThatAreOverSuspend(Over over) {
        var code = offered();
        switch (over) {
            case REPLACED -> offered();
            case TAKEN -> take(code, InMemoryService.onCall(new AgentId("eleni")));
            case OF_AN_ENDED_CALL -> service.useCases().callEnding().end(service.customer, false);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(take(code, NIKOS)).isEqualTo(new Taking.Rejected());
        }
        assertThat(take(code, NIKOS)).isInstanceOf(Taking.AgentSuspended.class);
    }

    enum Over {
        REPLACED,
        TAKEN,
        OF_AN_ENDED_CALL
    }

    @Test
    void guessesInParallelDoNotSlipPastTheCount() {
        var code = offered();
        var outcomes = Together.run(100, i -> take(wrong(code, i), NIKOS));

        assertThat(outcomes.stream().filter(Taking.Rejected.class::isInstance)).hasSize(10);
        assertThat(outcomes.stream().filter(Taking.AgentSuspended.class::isInstance))
                .hasSize(90);
    }

    @Test
    void ofAHundredTakersOneWins() {
        var code = offered();
        var outcomes = Together.run(100, i -> take(code, InMemoryService.onCall(new AgentId("taker-" + i))));

        assertThat(outcomes.stream().filter(Taking.Taken.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Taking.Rejected.class::isInstance)).hasSize(99);
        assertThat(running()).hasSize(1);
        assertThat(service.recorded(Event.HandedOver.class)).isEqualTo(1);
    }

    /** With so many offers at once some codes would collide: each is still found by its own. */
    @Test
    void noTwoOffersShareACode() {
        var handover = over(service.store);
        var codes = IntStream.range(0, 300)
                .mapToObj(i -> {
                    var one = new InMemoryService(service.store, service.keys, service.clock);
                    one.activate();
                    var agent = InMemoryService.onCall(new AgentId("agent-" + i));
                    var passed = (Outcome.Passed) one.useCases()
                            .callerVerification()
                            .verify(one.customer, agent, one.pin())
                            .outcome();
                    var offered = (Offering.Offered) handover.offer(id(one, passed.verification()), agent.id())
                            .outcome();
                    return offered.code().digits();
                })
                .toList();
        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void anAgentsOffersAreBudgeted() {
        for (int i = 0; i < 60; i++) {
            offered();
        }
        assertThat(offer(MARIA)).isInstanceOf(Offering.Refused.class);
    }

    @TestFactory
    Stream<DynamicTest> itIsTakenOnceWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            var offering = one.useCases().callHandover().offer(id(one, verified(one)), MARIA);
            var code = ((Offering.Offered) offering.outcome()).code();
            points.run(() -> one.over(points).callHandover().take(code, NIKOS));

            assertThat(one.useCases().callHandover().take(code, NIKOS).taking()).isInstanceOf(Taking.Taken.class);
            assertThat(one.recorded(Event.HandedOver.class)).isEqualTo(1);
        });
    }
}
