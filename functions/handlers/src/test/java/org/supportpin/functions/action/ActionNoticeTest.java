package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.functions.action.ActionHouse.Ports;
import org.supportpin.functions.action.ActionService.Outcome;

/** A high-risk action is told by SMS: once, and even if the provider fails at first. */
class ActionNoticeTest {

    private static final String NAMESERVERS = """
            {"domain":"papadopoulou.gr","nameservers":[{"host":"ns1.other.gr"},{"host":"ns2.other.gr"}]}""";

    private static final Ports PLAIN = new Ports() {
        @Override
        public <T> T wrap(Class<T> port, T real) {
            return real;
        }
    };

    private static ActionStatus status(ActionHouse house) {
        return house.store.find(house.id()).orElseThrow().status();
    }

    private static void change(ActionHouse house, Ports ports) {
        house.execute(ports, ActionName.CHANGE_NAMESERVERS, NAMESERVERS);
    }

    /** The second run finds the action while the first still waits for the registrar: both have read it pending, one ends it. */
    @Test
    void ifTheScheduleFiresTwiceTheCustomerIsToldOnce() {
        var house = new ActionHouse();
        house.losesAnswer = true;
        change(house, PLAIN);
        house.clock.advance(Duration.ofSeconds(61));
        var second = new ArrayList<Recovery.Report>();

        var first = house.recover(new Ports() {
            @Override
            public <T> T wrap(Class<T> port, T real) {
                return port == Registrar.class
                        ? port.cast(meanwhile(port, real, () -> {
                            if (second.isEmpty()) {
                                house.clock.advance(Duration.ofSeconds(61));
                                second.add(house.recover(PLAIN));
                            }
                        }))
                        : real;
            }
        });

        assertThat(first.examined()).isEqualTo(1);
        assertThat(second)
                .singleElement()
                .satisfies(each -> assertThat(each.ended()).isEqualTo(1));
        assertThat(status(house)).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(house.sms.sent()).hasSize(1);
    }

    private static Object meanwhile(Class<?> port, Object real, Runnable other) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
            other.run();
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        });
    }

    @Test
    void anSmsThatWasNotTakenIsSentByTheOutbox() {
        var house = new ActionHouse();
        house.sms.next(new Handover.NotTaken(null));

        change(house, PLAIN);
        assertThat(status(house)).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(house.sms.sent()).isEmpty();
        house.clock.advance(QueuedNotice.LEASE);

        assertThat(house.deliver().waiting()).isZero();
        assertThat(house.sms.sent()).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> whereverTheRequestDiesTheCustomerIsToldOfWhatWasDone() {
        return CrashPoints.each(points -> {
            var house = new ActionHouse();
            points.run(() -> house.execute(points, ActionName.CHANGE_NAMESERVERS, NAMESERVERS));
            for (int minute = 0; minute < 6; minute++) {
                house.clock.advance(Duration.ofSeconds(61));
                house.recover(PLAIN);
                house.deliver();
            }
            var done = house.registrar.calls.size();

            assertThat(house.sms.sent().size()).isBetween(done, points.isStopped() ? 2 * done : done);
            assertThat(house.store.waiting(10)).isEmpty();
        });
    }

    /** The end is recorded with its notice, or later: never without. */
    @TestFactory
    Stream<DynamicTest> withoutTheKeyTheEndWaitsForItsNotice() {
        return CrashPoints.eachFailure(
                DataKeys.class, () -> new KeysUnavailable("down", new IllegalStateException()), points -> {
                    var house = new ActionHouse();
                    assertThat(points.run(() -> house.execute(points, ActionName.CHANGE_NAMESERVERS, NAMESERVERS)))
                            .containsInstanceOf(Outcome.OnRecord.class);
                    assertThat(status(house))
                            .isEqualTo(points.isStopped() ? ActionStatus.PENDING : ActionStatus.SUCCEEDED);
                    house.clock.advance(Duration.ofSeconds(61));
                    house.recover(PLAIN);

                    assertThat(status(house)).isEqualTo(ActionStatus.SUCCEEDED);
                    assertThat(house.registrar.calls).hasSize(1);
                    assertThat(house.sms.sent()).hasSize(1);
                });
    }
}
