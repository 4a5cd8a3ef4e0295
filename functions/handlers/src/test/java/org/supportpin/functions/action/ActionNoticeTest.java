package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.FakeMails.Trouble;
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

    private static final String ORDER = """
            {"orderId":"ord-1"}""";

    private static ActionHouse queueing() {
        var house = new ActionHouse();
        house.isMailForTheOutbox = true;
        return house;
    }

    /** A queued mail is the whole action, so without the key that seals it nothing was done yet. */
    @TestFactory
    Stream<DynamicTest> withoutTheKeyAMailIsQueuedLaterAndOnce() {
        return CrashPoints.eachFailure(
                DataKeys.class, () -> new KeysUnavailable("down", new IllegalStateException()), points -> {
                    var house = queueing();
                    points.run(() -> house.execute(points, ActionName.SEND_ORDER_DETAILS, ORDER));
                    assertThat(status(house))
                            .isEqualTo(points.isStopped() ? ActionStatus.PENDING : ActionStatus.SUCCEEDED);
                    house.clock.advance(Duration.ofSeconds(61));
                    house.recover(PLAIN);
                    house.deliver();

                    assertThat(status(house)).isEqualTo(ActionStatus.SUCCEEDED);
                    assertThat(house.mails.sent).hasSize(1);
                });
    }

    @TestFactory
    Stream<DynamicTest> aMailThatCannotBeSealedIsNeverSaidToBeSent() {
        return CrashPoints.eachFailure(
                DataKeys.class, () -> new SecretDoesNotOpen(Purpose.RECORD, "lost", null), points -> {
                    var house = queueing();
                    points.run(() -> house.execute(points, ActionName.SEND_ORDER_DETAILS, ORDER));
                    house.deliver();

                    assertThat(status(house))
                            .isEqualTo(points.isStopped() ? ActionStatus.FAILED : ActionStatus.SUCCEEDED);
                    assertThat(house.mails.sent).hasSize(points.isStopped() ? 0 : 1);
                });
    }

    /** The registrar has done its part, and that is on record; only the notices are missing. */
    @TestFactory
    Stream<DynamicTest> anAdministratorsChangeEndsEvenIfItsMailsCannotBeSealed() {
        return CrashPoints.eachFailure(
                DataKeys.class, () -> new SecretDoesNotOpen(Purpose.RECORD, "lost", null), points -> {
                    var house = queueing();
                    points.run(() -> house.execute(points, ActionName.CHANGE_DOMAIN_ADMINISTRATOR, """
                            {"domain":"papadopoulou.gr","administrator":{"contactId":"con-2"}}"""));

                    assertThat(status(house)).isEqualTo(ActionStatus.SUCCEEDED);
                    assertThat(house.registrar.calls).hasSize(1);
                });
    }

    /** Where the mail system answers within a request, its failure holds up neither the action nor its end. */
    @Test
    void aMailThatWasNotTakenLeavesNoChangeOfAdministratorHalfDone() {
        var house = new ActionHouse();
        house.mails.trouble.put("administrator-old", new Trouble(CallOutcome.notDone(), false));
        house.mails.trouble.put("administrator-new", new Trouble(CallOutcome.unknown(), true));

        house.execute(PLAIN, ActionName.CHANGE_DOMAIN_ADMINISTRATOR, """
                {"domain":"papadopoulou.gr","administrator":{"contactId":"con-2"}}""");
        assertThat(status(house)).isEqualTo(ActionStatus.SUCCEEDED);
        house.clock.advance(Duration.ofMinutes(1));

        assertThat(house.deliver().waiting()).isZero();
        assertThat(house.mails.purposes()).containsExactlyInAnyOrder("administrator-old", "administrator-new");
    }

    /** Nobody knows the new administrator's. */
    @Test
    void theOldAdministratorReadsTheLanguageInWhichTheCustomerActivated() {
        var house = new ActionHouse(Language.of("de").orElseThrow());

        house.execute(PLAIN, ActionName.CHANGE_DOMAIN_ADMINISTRATOR, """
                {"domain":"papadopoulou.gr","administrator":{"contactId":"con-2"}}""");
        house.deliver();

        assertThat(house.mails.sent)
                .extracting(
                        Mail::purpose, mail -> mail.text().lines().findFirst().orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple("administrator-old", "Guten Tag,"), tuple("administrator-new", "Γεια σας,"));
    }
}
