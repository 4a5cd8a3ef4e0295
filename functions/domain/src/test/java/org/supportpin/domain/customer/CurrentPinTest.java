package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.Activation.Lifting;
import org.supportpin.domain.customer.Event.LockLifted;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Samples;

class CurrentPinTest {

    private final InMemoryService service = new InMemoryService();

    private PinView view() {
        return service.useCases().currentPin().view(service.customer, () -> true, _ -> false);
    }

    private PinView.Active active() {
        if (view() instanceof PinView.Active active) {
            return active;
        }
        throw new AssertionError("the service is not active");
    }

    private static void lock(InMemoryService service) {
        service.activate();
        var wrong = service.wrongPin();
        for (int i = 0; i < 5; i++) {
            service.verify(service.store, Samples.AGENT, wrong);
        }
    }

    @Test
    void thePanelShowsThePinThatVerifies() {
        service.activate();
        var shown = active();

        assertThat(shown.pin()).isEqualTo(service.pin());
        assertThat(shown.mobile()).isEqualTo(InMemoryService.MOBILE.mask());
        assertThat(shown.standingLock()).isEmpty();
    }

    @Test
    void theTokensMobileIsAskedForOnlyWhereNoneIsOnFile() {
        assertThat(view()).isEqualTo(new PinView.Inactive(true, null));
        service.activate();
        service.useCases().serviceActivation().deactivate(service.customer);

        assertThat(service.useCases()
                        .currentPin()
                        .view(
                                service.customer,
                                () -> {
                                    throw new AssertionError("a mobile is on file");
                                },
                                _ -> false))
                .isEqualTo(new PinView.Inactive(true, null));
    }

    @Test
    void whereThePanelShowsItAlreadyNoSecretIsOpened() {
        service.activate();
        var tag = active().tag();
        var before = service.keys.opened();

        assertThat(service.useCases().currentPin().view(service.customer, () -> true, tag::equals))
                .isEqualTo(new PinView.Unchanged(tag, false));
        assertThat(service.keys.opened()).isEqualTo(before);
    }

    @Test
    void theTagChangesWithThePin() {
        service.activate();
        var first = active();
        service.clock.set(first.validUntil().minusMillis(1));
        assertThat(active().tag()).isEqualTo(first.tag());

        service.clock.advance(Duration.ofMillis(1));
        assertThat(active().tag()).isNotEqualTo(first.tag());
    }

    @Test
    void lookingWritesNothing() {
        service.activate();
        var before = service.store.read(service.customer);
        active();

        assertThat(service.store.read(service.customer)).isEqualTo(before);
    }

    @Test
    void liftingALockChangesThePin() {
        lock(service);
        var locked = active();
        assertThat(locked.standingLock()).isPresent();

        assertThat(service.useCases().currentPin().unlock(service.customer).outcome())
                .isEqualTo(new Lifting.Lifted());
        assertThat(active().standingLock()).isEmpty();
        assertThat(active().tag()).isNotEqualTo(locked.tag());
        assertThat(service.useCases().currentPin().unlock(service.customer).outcome())
                .isEqualTo(new Lifting.NotLocked());
    }

    @TestFactory
    Stream<DynamicTest> aLockIsLiftedOnceWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            lock(one);
            points.run(() -> one.over(points).currentPin().unlock(one.customer));

            one.useCases().currentPin().unlock(one.customer);
            assertThat(one.recorded(LockLifted.class)).isEqualTo(1);
        });
    }
}
