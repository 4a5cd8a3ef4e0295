package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.customer.GateSettings;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.functions.action.ActionCrashTest.Case;

/**
 * Security row 13, of gates: the process dies before and after every call of a port while an action with gates is accepted, opened,
 * stopped or released in time. Afterwards there is one effect, or none, the record says which, and nothing waits for ever.
 */
class GateCrashTest {

    private static final GateSettings ALL = new GateSettings(true, Duration.ofHours(24), Set.of(ActionName.values()));

    /** What happens to a waiting action in the process that dies, and how it ends if it does not. */
    private record Death(String name, ActionStatus unharmed, Before before, Act act) {}

    @FunctionalInterface
    private interface Before {
        void happens(GateHouse at, ActionRecord action);
    }

    @FunctionalInterface
    private interface Act {
        void in(GateHouse at, CrashPoints points, ActionRecord action);
    }

    private static final Before NOTHING = (_, _) -> {};

    private static void approved(GateHouse at, ActionRecord action) {
        at.decided(GateHouse.WHOLE, GateHouse.SUPERVISOR, action, "approve");
    }

    private static void consented(GateHouse at, ActionRecord action) {
        approved(at, action);
        at.said(action, at.code(action, ConsentBy.SMS));
    }

    private static Stream<Death> deaths() {
        return Stream.of(
                new Death(
                        "the panel opens the last gates",
                        ActionStatus.SUCCEEDED,
                        GateCrashTest::approved,
                        (at, points, action) -> points.run(
                                () -> at.typed(points::wrap, ActionHouse.CUSTOMER, action.id(), at.code(action)))),
                new Death(
                        "the code is said, and the hold is left",
                        ActionStatus.SUCCEEDED,
                        GateCrashTest::approved,
                        (at, points, action) ->
                                points.run(() -> at.said(points::wrap, ActionHouse.AGENT, action, at.code(action)))),
                new Death(
                        "a supervisor opens the last gate",
                        ActionStatus.SUCCEEDED,
                        (at, action) -> at.typed(action, at.code(action)),
                        (at, points, action) ->
                                points.run(() -> at.decided(points::wrap, GateHouse.SUPERVISOR, action, "approve"))),
                new Death(
                        "a supervisor refuses",
                        ActionStatus.STOPPED,
                        NOTHING,
                        (at, points, action) ->
                                points.run(() -> at.decided(points::wrap, GateHouse.SUPERVISOR, action, "refuse"))),
                new Death(
                        "the customer stops",
                        ActionStatus.STOPPED,
                        NOTHING,
                        (at, points, action) -> points.run(() -> at.stopped(points::wrap, action))),
                new Death(
                        "a caller stops",
                        ActionStatus.STOPPED,
                        NOTHING,
                        (at, points, action) -> points.run(() -> at.allStopped(points::wrap))),
                new Death(
                        "the hold is over", ActionStatus.SUCCEEDED, GateCrashTest::consented, (at, points, action) -> {
                            at.house().clock.advance(Duration.ofHours(24));
                            points.run(() -> at.house().recover(points));
                        }));
    }

    /** The gates that wait for the customer or a supervisor are shut as long as nobody comes; the code by SMS was lost for good. */
    @TestFactory
    Stream<DynamicContainer> whereverAnAcceptanceDiesNothingIsDoneAndNothingWaitsForEver() {
        return highRisk()
                .map(one -> DynamicContainer.dynamicContainer(one.name().text(), CrashPoints.each(points -> {
                    var at = bySms();
                    points.run(() -> at.house().execute(points, one.name(), one.parameters()));

                    at.threeDays();

                    assertThat(one.effects().applyAsInt(at.house())).isZero();
                    assertThat(at.house().store.find(at.house().id()).stream())
                            .allSatisfy(action -> assertThat(action.status()).isEqualTo(ActionStatus.STOPPED));
                    assertThat(at.house()
                                    .store
                                    .read(ActionHouse.CUSTOMER)
                                    .state()
                                    .openActions())
                            .isEmpty();
                })));
    }

    @TestFactory
    Stream<DynamicContainer> whereverItDiesThereIsOneEffectOrNone() {
        return deaths().map(death -> DynamicContainer.dynamicContainer(
                death.name(),
                highRisk()
                        .map(one -> DynamicContainer.dynamicContainer(
                                one.name().text(), CrashPoints.each(points -> assertOneOrNone(death, one, points))))));
    }

    private static void assertOneOrNone(Death death, Case one, CrashPoints points) {
        var at = bySms();
        var action = at.waiting(one.name(), one.parameters(), "key");
        var gates = Objects.requireNonNull(action.gates());
        assertThat(gates.names()).containsExactlyInAnyOrder(Gate.values());
        death.before().happens(at, action);
        assertThat(one.effects().applyAsInt(at.house())).isZero();
        death.act().in(at, points, action);

        at.threeDays();

        var status = at.now(action).status();
        assertThat(status).isIn(ActionStatus.SUCCEEDED, ActionStatus.STOPPED);
        assertThat(one.effects().applyAsInt(at.house())).isEqualTo(status == ActionStatus.SUCCEEDED ? 1 : 0);
        assertThat(at.house().store.read(ActionHouse.CUSTOMER).state().openActions())
                .isEmpty();
        if (!points.isStopped()) {
            assertThat(status).isEqualTo(death.unharmed());
        }
    }

    /** Verified by SMS: consent, hold and approval stand before it. */
    private static GateHouse bySms() {
        var house = new ActionHouse();
        house.gates = ALL;
        house.verified(PinSource.SMS);
        return new GateHouse(house);
    }

    private static Stream<Case> highRisk() {
        return ActionCrashTest.all().stream()
                .filter(each -> Set.of(ActionName.CHANGE_NAMESERVERS, ActionName.CHANGE_DOMAIN_ADMINISTRATOR)
                        .contains(each.name()));
    }
}
