package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.Activation.Outcome;
import org.supportpin.domain.customer.Event.Activated;
import org.supportpin.domain.customer.Event.Deactivated;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;

class ServiceActivationTest {

    private final InMemoryService service = new InMemoryService();

    private static Outcome activate(InMemoryService service, InMemoryService.UseCases useCases) {
        return useCases.serviceActivation()
                .activate(service.customer, () -> Optional.of(InMemoryService.MOBILE), Language.GREEK)
                .outcome();
    }

    private static boolean deactivate(InMemoryService service, InMemoryService.UseCases useCases) {
        useCases.serviceActivation().deactivate(service.customer);
        return true;
    }

    @Test
    void withoutAMobileNoKeyIsMade() {
        var outcome =
                service.useCases().serviceActivation().activate(service.customer, Optional::empty, Language.GREEK);

        assertThat(outcome.outcome()).isEqualTo(new Outcome.MobileRequired());
        assertThat(service.keys.generated()).isZero();
    }

    @Test
    void onceItIsActiveNothingIsAskedForOrMade() {
        service.activate();
        var outcome = service.useCases()
                .serviceActivation()
                .activate(
                        service.customer,
                        () -> {
                            throw new AssertionError("nobody needs the token's mobile");
                        },
                        Language.GREEK);

        assertThat(outcome.outcome()).isEqualTo(new Outcome.AlreadyActive());
        assertThat(service.keys.generated()).isEqualTo(2);
    }

    @Test
    void offAndOnAgainOpensNothing() {
        service.activate();
        var opened = service.keys.opened();
        deactivate(service, service.useCases());
        activate(service, service.useCases());

        assertThat(service.keys.opened()).isEqualTo(opened);
        assertThat(service.keys.generated()).isEqualTo(3);
    }

    @Test
    void whereThereIsNothingToSwitchOffNothingIsOpened() {
        deactivate(service, service.useCases());

        assertThat(service.keys.generated() + service.keys.opened()).isZero();
        assertThat(service.recorded(Deactivated.class)).isZero();
    }

    @Test
    void thePinsOfBeforeAreGoneForGood() {
        service.activate();
        var before = service.pin();
        deactivate(service, service.useCases());
        activate(service, service.useCases());

        assertThat(service.store.read(service.customer).state().pinKey()).isEqualTo(2);
        assertThat(service.pin()).isNotEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> itIsActivatedOnceWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            points.run(() -> activate(one, one.over(points)));

            assertThat(activate(one, one.useCases())).isIn(new Outcome.Activated(), new Outcome.AlreadyActive());
            assertThat(one.recorded(Activated.class)).isEqualTo(1);
            assertThat(one.pin().digits()).hasSize(6);
        });
    }

    @TestFactory
    Stream<DynamicTest> theMobileSurvivesADeactivationWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            points.run(() -> deactivate(one, one.over(points)));

            deactivate(one, one.useCases());
            assertThat(one.recorded(Deactivated.class)).isEqualTo(1);
            try (var session = one.session()) {
                assertThat(session.mobile(one.store.read(one.customer))).isEqualTo(InMemoryService.MOBILE);
            }
        });
    }
}
