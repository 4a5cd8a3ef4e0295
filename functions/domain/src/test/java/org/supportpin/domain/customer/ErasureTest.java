package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Erasure.Outcome;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Samples;

class ErasureTest {

    private static final AgentId ANNA = new AgentId("anna");
    private static final AgentId NIKOS = new AgentId("nikos");
    private static final String NOTE = "Letter of 20 November";

    private final InMemoryService service = new InMemoryService();

    private Outcome erase(AgentId auditor) {
        return new Erasure(new LedgerCommands(service.store, service.clock)).erase(service.customer, auditor, NOTE);
    }

    private Snapshot newest() {
        return service.store.read(service.customer);
    }

    private Optional<String> note() {
        var commands = new LedgerCommands(service.store, service.clock);
        var requested = service.store.history(service.customer, Long.MAX_VALUE, 100).stream()
                .flatMap(each -> each.entry().event() instanceof Event.ErasureRequested request
                        ? Stream.ofNullable(request.note())
                        : Stream.of())
                .findFirst()
                .orElseThrow();
        var stored = SealedText.stored(requested.keyVersion(), requested.bytes());
        try (var texts = new PersonalTexts(commands, new Secrets(service.keys, "hoster"), service.customer)) {
            return texts.read(Erasure.NOTE, stored);
        }
    }

    @Test
    void onePersonOnlyRequestsIt() {
        service.activate();
        var until = service.clock.instant().plus(Erasure.VALID);

        assertThat(erase(ANNA)).isEqualTo(new Outcome.Requested(until));
        assertThat(erase(ANNA)).isEqualTo(new Outcome.FourEyes(until));
        assertThat(newest().state().isActive()).isTrue();
        assertThat(note()).contains(NOTE);
    }

    @Test
    void aSecondPersonConfirmsItAndNothingOpensAnyMore() {
        service.activate();
        service.verify(service.store, Samples.AGENT, service.pin());
        erase(ANNA);

        assertThat(erase(NIKOS)).isInstanceOf(Outcome.Done.class);
        assertThat(newest().state().verifications()).isEmpty();
        assertThat(newest().state().isActive()).isFalse();
        assertThat(newest().state().mobile().confirmed()).isNull();
        assertThat(newest().seal()).isEmpty();
        assertThat(note()).isEmpty();
        try (var session = service.session()) {
            assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(() -> session.recordKey(newest()));
        }
        assertThat(erase(ANNA)).isEqualTo(new Outcome.NothingKept());
    }

    @Test
    void aRequestIsGoodForAWeek() {
        service.activate();
        erase(ANNA);
        service.clock.advance(Erasure.VALID);
        assertThat(erase(NIKOS)).isInstanceOf(Outcome.Requested.class);

        service.clock.advance(Erasure.VALID.minus(Duration.ofMillis(1)));
        assertThat(erase(ANNA)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aKeyThatIsLostDoesNotPreventIt() {
        service.activate();
        service.store.tamper(service.customer, StoredSecret.UNREADABLE);

        erase(ANNA);
        assertThat(erase(NIKOS)).isInstanceOf(Outcome.Done.class);
    }

    /** Recovery still needs what it says. */
    @Test
    void anActionThatHasNotEndedPreventsIt() {
        service.activate();
        erase(ANNA);
        new LedgerCommands(service.store, service.clock)
                .<Boolean>perform(
                        service.customer,
                        Samples.AGENT,
                        (_, _) -> Decision.record(
                                new Event.ActionAccepted(
                                        Samples.KEY,
                                        Samples.ACTION_ID,
                                        ActionName.RENEW_SERVICE,
                                        Risk.STANDARD,
                                        Samples.HASHES,
                                        null),
                                true));

        assertThat(erase(NIKOS)).isEqualTo(new Outcome.ActionOpen());
        assertThat(newest().state().isActive()).isTrue();
    }

    @Test
    void ofSomebodyWhoWasNeverThereItIsNothing() {
        assertThat(erase(ANNA)).isEqualTo(new Outcome.NothingKept());
        assertThat(newest().last()).isNull();
    }

    @Test
    void theCustomerBeginsAnewWithKeysOfOtherVersions() {
        service.activate();
        erase(ANNA);
        erase(NIKOS);

        assertThat(service.activate()).isNotNull();
        var secret = Objects.requireNonNull(newest().secret());
        assertThat(secret.version(Purpose.PIN)).isEqualTo(2);
        assertThat(secret.version(Purpose.RECORD)).isEqualTo(2);
        assertThat(note()).isEmpty();
    }
}
