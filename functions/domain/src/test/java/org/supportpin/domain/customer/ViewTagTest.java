package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.TypedCodes.Asking;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Samples;

/** The entity tag changes when the view does, and only then. */
class ViewTagTest {

    private static final AgentOnCall AGENT = InMemoryService.onCall(Samples.AGENT.id());

    private final InMemoryService service = new InMemoryService();
    private final InMemoryService.UseCases useCases = service.useCases();
    private String tag = "";

    @BeforeEach
    void activate() {
        service.activate();
        tag = tag();
    }

    private String tag() {
        return ((PinView.Active) useCases.currentPin().view(service.customer, () -> true, _ -> false)).tag();
    }

    private void assertChanged() {
        var next = tag();
        assertThat(next).isNotEqualTo(tag);
        tag = next;
    }

    private void assertSame() {
        assertThat(tag()).isEqualTo(tag);
    }

    @Test
    void withCallsThatBeginAndEnd() {
        service.verify(service.store, Samples.AGENT, service.pin());
        assertChanged();
        var key = service.store
                .read(service.customer)
                .state()
                .verifications()
                .getLast()
                .key();
        useCases.callerVerification().end(new VerificationId(service.customer, key), Samples.AGENT.id());
        assertChanged();
    }

    @Test
    void withWhatIsDoneInACall() {
        service.verify(service.store, Samples.AGENT, service.pin());
        assertChanged();
        var key = service.store
                .read(service.customer)
                .state()
                .verifications()
                .getLast()
                .key();
        record(new Event.ActionAccepted(
                key, Samples.ACTION_ID, ActionName.RENEW_SERVICE, Risk.STANDARD, Samples.HASHES, null));
        assertChanged();
        record(new Event.ActionFinished(
                Samples.ACTION_ID, ActionName.RENEW_SERVICE, ActionStatus.SUCCEEDED, null, false, null, null));
        assertChanged();
    }

    private void record(Event event) {
        new LedgerCommands(service.store, service.clock)
                .perform(service.customer, Samples.AGENT, (_, _) -> Decision.record(event, true));
    }

    @Test
    void withACallThatTimeEnds() {
        service.clock.advance(Duration.ofMinutes(30));
        tag = tag();
        var asked = (Asking.Waiting)
                useCases.typedCodes().ask(service.customer, AGENT).outcome();
        assertChanged();
        useCases.typedCodes().type(service.customer, asked.code());
        assertChanged();
        service.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        var last = tag();
        service.clock.advance(Duration.ofMillis(1));
        assertThat(tag()).isNotEqualTo(last);
    }

    @Test
    void withAWrongTypedCode() {
        useCases.typedCodes().ask(service.customer, AGENT);
        assertChanged();
        useCases.typedCodes().type(service.customer, Passcode.parse("000000").orThrow());
        assertChanged();
    }

    @Test
    void withAnAnnouncement() {
        useCases.announcedCalls().announce(service.customer, AGENT, CallReason.FAULT, null);
        assertChanged();
        useCases.callEnding().end(service.customer, false);
        assertChanged();
    }

    @Test
    void withALockAndAnSms() {
        for (int i = 0; i < 4; i++) {
            service.verify(service.store, Samples.AGENT, service.wrongPin());
            assertSame();
        }
        service.verify(service.store, Samples.AGENT, service.wrongPin());
        assertChanged();
        useCases.pinBySms().send(service.customer, Samples.AGENT, null);
        assertChanged();
    }

    @Test
    void withAMobileThatAwaitsItsCode() {
        useCases.mobileRegistration()
                .declare(service.customer, new PhoneNumber("+306912345679"), Optional::empty, null);
        assertChanged();
    }

    @Test
    void notWithWhatOnlyTheActivityShows() {
        record(new Event.DataExported());
        assertSame();
        service.clock.advance(Duration.ofSeconds(1));
        assertSame();
    }
}
