package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.Event.PinSent;
import org.supportpin.domain.customer.PinBySms.Sending;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;

class PinBySmsTest {

    private final InMemoryService service = new InMemoryService();

    private static PinBySms.Sending send(InMemoryService service, InMemoryService.UseCases useCases) {
        return useCases.pinBySms().send(service.customer, new Actor.Panel(), null);
    }

    @Test
    void thePinOfNowGoesToTheMobileOnFile() {
        service.activate();
        var digits = service.pin().digits();
        var sending = send(service, service.useCases());

        assertThat(sending)
                .isInstanceOfSatisfying(
                        Sending.Sent.class, sent -> assertThat(sent.mobile()).isEqualTo(InMemoryService.MOBILE));
        assertThat(service.messenger.sent()).singleElement().satisfies(sms -> {
            assertThat(sms.to()).isEqualTo(InMemoryService.MOBILE.e164());
            assertThat(sms.text().replace(" ", "")).contains(digits);
        });
    }

    @Test
    void itSpeaksTheCustomersLanguageUnlessAnotherIsAskedFor() {
        service.activate();
        send(service, service.useCases());
        service.clock.advance(Duration.ofMinutes(1));
        service.useCases().pinBySms().send(service.customer, new Actor.Panel(), Language.ENGLISH);

        assertThat(service.messenger.sent().getFirst().text()).containsPattern("[α-ωΑ-Ω]");
        assertThat(service.messenger.sent().getLast().text()).doesNotContainPattern("[α-ωΑ-Ω]");
    }

    @Test
    void whereNoneIsDueNoSecretIsOpened() {
        assertThat(send(service, service.useCases())).isEqualTo(new Sending.NotActive());
        service.activate();
        send(service, service.useCases());
        var before = service.keys.opened();
        var sending = send(service, service.useCases());

        assertThat(sending).isInstanceOf(Sending.TooSoon.class);
        assertThat(service.keys.opened()).isEqualTo(before);
    }

    /** The wait that is told is the one after which the next SMS really goes out. */
    @Test
    void afterASendThatFailedTheWaitIsTheOneThatApplies() {
        service.activate();
        service.messenger.next(new Handover.NotTaken(null));
        var failed = (Sending.Sent) send(service, service.useCases());

        service.clock.set(failed.nextAt().minusMillis(1));
        assertThat(send(service, service.useCases())).isInstanceOf(Sending.TooSoon.class);
        service.clock.set(failed.nextAt());
        assertThat(send(service, service.useCases())).isInstanceOf(Sending.Sent.class);
        assertThat(service.messenger.sent()).hasSize(1);
    }

    /** Else the caller would be asked to come again at once, and then told to wait. */
    @TestFactory
    Stream<DynamicTest> whatCannotBeOpenedIsNotCounted() {
        return CrashPoints.eachFailure(
                DataKeys.class, () -> new KeysUnavailable("down", new IllegalStateException()), points -> {
                    var one = new InMemoryService();
                    one.activate();
                    points.run(() -> send(one, one.over(points)));

                    assertThat(one.recorded(PinSent.class)).isEqualTo(points.isStopped() ? 0 : 1);
                    assertThat(send(one, one.useCases()))
                            .isInstanceOf(points.isStopped() ? Sending.Sent.class : Sending.TooSoon.class);
                });
    }

    /** Row 12 of the threats: an SMS that was not counted would be an SMS without a limit. */
    @TestFactory
    Stream<DynamicTest> noSmsGoesOutUncountedWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            var answer = points.run(() -> send(one, one.over(points)));

            var counted = one.recorded(PinSent.class);
            assertThat(one.messenger.sent()).hasSizeLessThanOrEqualTo((int) counted);
            assertThat(answer.isPresent()).isEqualTo(!points.isStopped());
            if (counted == 1) {
                assertThat(send(one, one.useCases())).isInstanceOf(Sending.TooSoon.class);
            }
        });
    }
}
