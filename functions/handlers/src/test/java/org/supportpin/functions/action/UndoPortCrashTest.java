package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.customer.UndoRules;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.testing.CrashPoints;

/**
 * Security row 13 for undos: the process dies before and after every call of a port, each point in turn. Afterwards everything is as
 * it was before the action, or as the action left it, and the record says which.
 */
class UndoPortCrashTest {

    @TestFactory
    Stream<DynamicContainer> whereverATapDiesThereIsOneEffectOrNone() {
        return each(
                (house, action, points) -> points.run(() -> house.undo(ActionHouse.CUSTOMER, action, points::wrap)));
    }

    @TestFactory
    Stream<DynamicContainer> whereverARecoveryOfAnUndoDiesThereIsOneEffectOrNone() {
        return each((house, action, points) -> {
            house.losesAnswer = true;
            house.undo(action);
            house.clock.advance(Duration.ofSeconds(61));
            points.run(() -> house.recover(points));
        });
    }

    @FunctionalInterface
    private interface Death {
        void in(ActionHouse house, ActionId action, CrashPoints points);
    }

    private static Stream<DynamicContainer> each(Death death) {
        return ActionCrashTest.all().stream()
                .filter(one -> UndoRules.isUndoable(one.name()))
                .map(one -> DynamicContainer.dynamicContainer(
                        one.name().text(), CrashPoints.each(points -> assertOneOrNone(death, points, one))));
    }

    /** What the three systems have. */
    private static String facts(ActionHouse house) {
        return house.zones.there().fingerprint()
                + house.hosting.there().php()
                + house.registrar
                        .domain(new DomainName("papadopoulou.gr"))
                        .orElseThrow()
                        .nameservers();
    }

    private static void assertOneOrNone(Death death, CrashPoints points, ActionCrashTest.Case one) {
        var house = new ActionHouse();
        var before = facts(house);
        house.execute(one.name(), one.parameters());
        var left = facts(house);
        assertThat(left).isNotEqualTo(before);
        var undo = ActionId.ofUndo(house.id(), 1);

        death.in(house, house.id(), points);
        for (int minute = 0; minute < 6 && status(house, undo) == ActionStatus.PENDING; minute++) {
            house.clock.advance(Duration.ofSeconds(61));
            house.recover();
        }

        assertThat(status(house, undo)).isIn(ActionStatus.SUCCEEDED, ActionStatus.FAILED);
        assertThat(facts(house)).isEqualTo(status(house, undo) == ActionStatus.SUCCEEDED ? before : left);
        if (!points.isStopped()) {
            assertThat(status(house, undo)).isEqualTo(ActionStatus.SUCCEEDED);
        }

        // Whoever taps again has the same undo, or, if nothing was done, the first.
        house.undo(house.id());
        house.clock.advance(QueuedNotice.LEASE);
        house.deliver();
        assertThat(facts(house)).isEqualTo(before);
        assertThat(house.store.waiting(10)).isEmpty();
    }

    private static ActionStatus status(ActionHouse house, ActionId undo) {
        return house.store.find(undo).map(each -> each.status()).orElse(ActionStatus.FAILED);
    }
}
