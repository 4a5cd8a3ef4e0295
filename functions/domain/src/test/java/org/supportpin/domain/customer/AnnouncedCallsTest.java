package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.domain.customer.AnnouncedCalls.Announcing;
import org.supportpin.domain.customer.CallAnnouncement.Outcome;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentName;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CallId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Samples;

class AnnouncedCallsTest {

    private static final AgentOnCall MARIA = new AgentOnCall(
            new AgentId("maria"), AgentName.of("Μαρία").orElseThrow(), new CallReference.Said("call-1"));
    private static final AgentOnCall NIKOS = InMemoryService.onCall(new AgentId("nikos"));

    private final InMemoryService service = new InMemoryService();

    @BeforeEach
    void activate() {
        service.activate();
    }

    private Announcing announce(AgentOnCall agent, @Nullable String object) {
        return service.useCases().announcedCalls().announce(service.customer, agent, CallReason.FAULT, object);
    }

    private Outcome outcome(AgentOnCall agent) {
        return announce(agent, null).performed().outcome();
    }

    private CallId announced(AgentOnCall agent) {
        var announced = (Outcome.Announced) outcome(agent);
        return new CallId(service.customer, announced.announcement().key());
    }

    private CallsShown.@Nullable Announced shown() {
        var view = service.useCases().currentPin().view(service.customer, () -> true, _ -> false);
        return ((PinView.Active) view).calls().announcement();
    }

    @Test
    void thePanelSaysWhoCallsAboutWhatForTenMinutes() {
        announce(MARIA, "papadopoulou.gr");
        var now = service.now();
        assertThat(shown())
                .isEqualTo(new CallsShown.Announced(
                        new CallsShown.Agent(MARIA.id(), "Μαρία"),
                        CallReason.FAULT,
                        "papadopoulou.gr",
                        now,
                        now.plus(Duration.ofMinutes(10))));

        service.clock.advance(Duration.ofMinutes(10));
        assertThat(shown()).isNull();
    }

    @Test
    void anSmsTellsOfItAndCounts() {
        assertThat(announce(MARIA, null).handover()).isNotNull();

        assertThat(service.messenger.sent()).hasSize(1);
        assertThat(service.messenger.sent().getLast().to()).isEqualTo(InMemoryService.MOBILE.e164());
        assertThat(service.store.read(MARIA.id()).sms()).hasSize(1);
        assertThat(service.store.read(InMemoryService.MOBILE).pins()).hasSize(1);
        assertThat(service.store.read(service.customer).state().pins().sms().sent())
                .hasSize(1);
    }

    @Test
    void withoutAnSmsThatALimitForbidsItStandsAllTheSame() {
        announced(MARIA);
        assertThat(announce(MARIA, null).handover()).isNull();

        assertThat(shown()).isNotNull();
        assertThat(service.messenger.sent()).hasSize(1);
    }

    @Test
    void whoWasVerifiedFromThePanelHasItInSight() {
        service.verify(service.store, Samples.AGENT, service.pin());
        assertThat(announce(MARIA, null).handover()).isNull();
    }

    @Test
    void anothersAnnouncementStandsAndOnesOwnIsReplaced() {
        var first = announced(MARIA);
        assertThat(outcome(NIKOS)).isInstanceOf(Outcome.AnothersStands.class);

        var second = announced(MARIA);
        assertThat(service.useCases().announcedCalls().end(first, MARIA.id())).isFalse();
        assertThat(service.useCases().announcedCalls().end(second, NIKOS.id())).isFalse();
        assertThat(service.useCases().announcedCalls().end(second, MARIA.id())).isTrue();
        assertThat(shown()).isNull();
        announced(NIKOS);
    }

    @Test
    void anInactiveCustomerIsNotAnnouncedTo() {
        assertThat(service.useCases()
                        .announcedCalls()
                        .announce(Samples.newCustomer(), MARIA, CallReason.FAULT, null)
                        .performed()
                        .outcome())
                .isEqualTo(new Outcome.NotActive());
    }

    @Test
    void anAgentsAnnouncementsAreBudgeted() {
        for (int i = 0; i < 60; i++) {
            var one = new InMemoryService(service.store, service.keys, service.clock);
            one.activate();
            one.useCases().announcedCalls().announce(one.customer, MARIA, CallReason.FAULT, null);
        }
        assertThat(outcome(MARIA)).isInstanceOf(Outcome.Refused.class);
        announced(NIKOS);
    }

    @Test
    void anUnlockLeavesItAndDeactivationEndsIt() {
        announced(MARIA);
        for (int i = 0; i < 5; i++) {
            service.verify(service.store, Samples.AGENT, service.wrongPin());
        }
        service.useCases().currentPin().unlock(service.customer);
        assertThat(shown()).isNotNull();

        service.useCases().serviceActivation().deactivate(service.customer);
        service.activate();
        assertThat(shown()).isNull();
    }

    /** What is over is not carried along in each later entry. */
    @Test
    void anAnnouncementThatIsOverLeavesTheState() {
        announced(MARIA);
        service.clock.advance(Duration.ofMinutes(10));
        service.verify(service.store, Samples.AGENT, service.wrongPin());

        assertThat(service.store.read(service.customer).state().calls()).isEqualTo(Calls.NONE);
    }

    @TestFactory
    Stream<DynamicTest> noSmsIsSentUncountedWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            points.run(() -> one.over(points).announcedCalls().announce(one.customer, MARIA, CallReason.FAULT, null));

            assertThat(one.messenger.sent().size())
                    .isLessThanOrEqualTo(
                            one.store.read(InMemoryService.MOBILE).pins().size());
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonFitsOneSegment(CallReason reason) {
        var at = Instant.parse("2026-11-22T12:00:00Z");
        var athens = ZoneId.of("Europe/Athens");
        assertThat(SmsText.announcedCall(Language.GREEK, reason.brief(), at, athens)
                        .reveal())
                .hasSizeLessThanOrEqualTo(70)
                .contains("14:00");
        assertThat(SmsText.announcedCall(Language.ENGLISH, reason.brief(), at, athens)
                        .reveal())
                .hasSizeLessThanOrEqualTo(160);
    }
}
