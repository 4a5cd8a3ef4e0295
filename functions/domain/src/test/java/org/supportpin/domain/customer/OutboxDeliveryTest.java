package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.Event.MobileConfirmed;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.customer.Notices.Outcome;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.InMemoryService.UseCases;
import org.supportpin.domain.testing.Together;

/** Security row 32: a notice is told although the provider failed, and by one process at a time. */
class OutboxDeliveryTest {

    private static final PhoneNumber OLD = InMemoryService.MOBILE;
    private static final PhoneNumber NEW = new PhoneNumber("+306987654321");
    private static final Handover DOWN = new Handover.NotTaken(null);
    private static final Handover SILENT = new Handover.Unanswered(null);

    private final InMemoryService service = new InMemoryService();

    /** The code that will replace the mobile on file. */
    private static Passcode replacing(InMemoryService service) {
        return replacing(service, NEW);
    }

    private static Passcode replacing(InMemoryService service, PhoneNumber next) {
        service.activate();
        service.useCases().mobileRegistration().declare(service.customer, next, Optional::empty, Language.ENGLISH);
        var digits = Pattern.compile("\\b[0-9]{6}\\b")
                .matcher(service.messenger.sent().getLast().text());
        assertThat(digits.find()).isTrue();
        return Passcode.parse(digits.group()).orThrow();
    }

    private static Confirmation confirm(InMemoryService service, UseCases useCases, Passcode code) {
        return useCases.mobileRegistration()
                .confirm(service.customer, code, Optional::empty)
                .confirmation();
    }

    private static long toldTo(InMemoryService service, PhoneNumber number) {
        return service.messenger.sent().stream()
                .filter(sms -> sms.to().equals(number.e164()))
                .count();
    }

    private void replaceWhile(Handover handover) {
        var code = replacing(service);
        service.messenger.always(handover);
        assertThat(confirm(service, service.useCases(), code)).isInstanceOf(Confirmation.Confirmed.class);
    }

    private void pass(Duration time, Duration step) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            service.clock.advance(step);
            service.deliver();
        }
    }

    private void pass(Duration time) {
        pass(time, Duration.ofMinutes(1));
    }

    @Test
    void whatTheProviderTakesAtOnceNoLongerWaits() {
        replaceWhile(new Handover.Taken());

        assertThat(toldTo(service, OLD)).isEqualTo(1);
        assertThat(service.store.waiting(10)).isEmpty();
        pass(Duration.ofHours(1));
        assertThat(toldTo(service, OLD)).isEqualTo(1);
    }

    @Test
    void theOldMobileIsToldEvenIfTheProviderFailedAtFirst() {
        replaceWhile(DOWN);
        assertThat(toldTo(service, OLD)).isZero();
        service.messenger.always(new Handover.Taken());

        pass(Duration.ofMinutes(1));

        assertThat(toldTo(service, OLD)).isEqualTo(1);
        assertThat(service.messenger.sent().getLast().text()).contains("changed");
        pass(Duration.ofHours(1));
        assertThat(toldTo(service, OLD)).isEqualTo(1);
    }

    @Test
    void aProviderThatIsDownForAnHourIsAskedEverMoreSeldomAndTellsOnceAfterwards() {
        replaceWhile(DOWN);
        pass(Duration.ofHours(1));
        assertThat(service.journal.outcomes()).hasSize(6).containsOnly(Outcome.WAITING);
        service.messenger.always(new Handover.Taken());

        pass(Duration.ofMinutes(30));

        assertThat(toldTo(service, OLD)).isEqualTo(1);
        assertThat(service.journal.outcomes().getLast()).isEqualTo(Outcome.TAKEN);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    @Test
    void aDefiniteRefusalIsNotTriedAgain() {
        replaceWhile(new Handover.Refused());

        assertThat(service.journal.outcomes()).containsExactly(Outcome.REFUSED);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    @Test
    void afterThreeDaysANoticeIsGivenUp() {
        replaceWhile(DOWN);
        pass(Duration.ofDays(3).minusMinutes(31), Duration.ofMinutes(31));
        assertThat(service.journal.outcomes()).containsOnly(Outcome.WAITING);

        pass(Duration.ofHours(2), Duration.ofMinutes(31));

        assertThat(service.journal.outcomes()).containsOnlyOnce(Outcome.TOO_OLD);
        assertThat(service.journal.outcomes().getLast()).isEqualTo(Outcome.TOO_OLD);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    /** Each attempt without an answer may have told the customer, so there are eight at most. */
    @Test
    void withoutAnyAnswerACustomerIsToldEightTimesAtMost() {
        replaceWhile(SILENT);
        pass(Duration.ofHours(12), Duration.ofMinutes(5));

        assertThat(toldTo(service, OLD)).isEqualTo(QueuedNotice.MOST_UNANSWERED);
        assertThat(service.journal.outcomes()).containsOnlyOnce(Outcome.UNCERTAIN);
        assertThat(service.store.waiting(10)).isEmpty();
    }

    /** All have read the notice before any of them claims it. */
    @Test
    void ofManyRunsAtOnceOneSends() {
        replaceWhile(DOWN);
        service.messenger.always(new Handover.Taken());
        service.clock.advance(Duration.ofMinutes(1));
        var allHaveRead = new CyclicBarrier(8);

        Together.run(8, _ -> service.with(meeting(allHaveRead)).outboxDelivery().run(() -> Duration.ofMinutes(1)));

        assertThat(toldTo(service, OLD)).isEqualTo(1);
    }

    private Outbox meeting(CyclicBarrier barrier) {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (_, method, arguments) -> {
                    var answer = method.invoke(service.store, arguments);
                    if (method.getName().equals("find")) {
                        barrier.await();
                    }
                    return answer;
                });
    }

    @Test
    void aRunLeavesTheNoticeToTheRequestThatHoldsIt() {
        var code = replacing(service);
        service.messenger.next(DOWN);
        confirm(service, service.useCases(), code);
        var held = waitingFor(service);
        service.clock.advance(Duration.ofMinutes(1));
        assertThat(service.store.write(held.claimed(service.clock.instant()))).isTrue();

        service.clock.advance(QueuedNotice.LEASE.minusMillis(1));
        service.deliver();
        assertThat(toldTo(service, OLD)).isZero();

        service.clock.advance(Duration.ofMillis(1));
        service.deliver();
        assertThat(toldTo(service, OLD)).isEqualTo(1);
    }

    @Test
    void aRunThatHasNoTimeLeftBeginsNoAttempt() {
        replaceWhile(DOWN);
        service.clock.advance(Duration.ofMinutes(5));
        service.messenger.always(new Handover.Taken());

        var report = service.useCases().outboxDelivery().run(() -> Duration.ofSeconds(20));

        assertThat(toldTo(service, OLD)).isZero();
        assertThat(report).isEqualTo(new OutboxDelivery.Report(1, Duration.ofMinutes(5)));
    }

    @Test
    void theReportTellsHowLongTheOldestHasWaitedWhetherItIsDueOrNot() {
        assertThat(service.deliver()).isEqualTo(new OutboxDelivery.Report(0, Duration.ZERO));
        replaceWhile(DOWN);
        pass(Duration.ofMinutes(45));

        assertThat(service.deliver()).isEqualTo(new OutboxDelivery.Report(1, Duration.ofMinutes(45)));
    }

    @Test
    void aNoticeThatDoesNotOpenHoldsUpNobody() {
        var others = new InMemoryService(service.store, service.keys, service.clock);
        replaceWhile(DOWN);
        var code = replacing(others);
        others.messenger.always(DOWN);
        confirm(others, others.useCases(), code);
        service.clock.advance(Duration.ofMinutes(1));
        var mine = waitingFor(service);
        assertThat(service.store.write(withSealed(mine, waitingFor(others).sealed())))
                .isTrue();
        others.messenger.always(new Handover.Taken());

        var report = others.deliver();

        assertThat(toldTo(others, OLD)).isEqualTo(1);
        assertThat(report.waiting()).isEqualTo(1);
    }

    private QueuedNotice waitingFor(InMemoryService one) {
        return service.store.waiting(10).stream()
                .map(each -> service.store.find(each.id()).orElseThrow())
                .filter(each -> each.customer().equals(one.customer))
                .findFirst()
                .orElseThrow();
    }

    private static QueuedNotice withSealed(QueuedNotice of, Ciphertext sealed) {
        return new QueuedNotice(
                of.id(),
                of.customer(),
                of.kind(),
                of.channel(),
                of.since(),
                of.due(),
                of.attempts(),
                of.unanswered(),
                sealed,
                of.version() + 1);
    }

    @Test
    void whileTheProviderIsDownARunTriesThreeAndLeavesTheOthersTheirAttempts() {
        var all = Stream.generate(() -> new InMemoryService(service.store, service.keys, service.clock))
                .limit(8)
                .toList();
        for (var each : all) {
            var code = replacing(each, new PhoneNumber("+3069876543" + (10 + all.indexOf(each))));
            each.messenger.always(DOWN);
            confirm(each, each.useCases(), code);
        }
        service.clock.advance(Duration.ofMinutes(1));
        service.messenger.always(DOWN);

        service.deliver();
        assertThat(service.journal.outcomes()).hasSize(3);
        service.messenger.always(new Handover.Taken());
        service.deliver();

        assertThat(service.messenger.sent()).hasSize(5);
    }

    /** The request dies, or a run does: the mobile is replaced and the old one is told, or neither. */
    @TestFactory
    Stream<DynamicTest> whereverTheRequestDiesTheOldMobileIsTold() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            var code = replacing(one);
            points.run(() -> confirm(one, one.over(points), code));

            one.clock.advance(QueuedNotice.LEASE);
            one.deliver();
            assertToldAsOften(one, points);
        });
    }

    @TestFactory
    Stream<DynamicTest> whereverARunDiesTheOldMobileIsTold() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            var code = replacing(one);
            one.messenger.next(DOWN);
            confirm(one, one.useCases(), code);
            one.clock.advance(Duration.ofMinutes(1));
            points.run(() -> one.over(points).outboxDelivery().run(() -> Duration.ofMinutes(1)));

            one.clock.advance(QueuedNotice.LEASE);
            one.deliver();
            assertToldAsOften(one, points);
        });
    }

    /** Once for each replacement; twice only if the process died between the provider's taking and the removal. */
    private static void assertToldAsOften(InMemoryService one, CrashPoints points) {
        var replaced = one.recorded(MobileConfirmed.class);
        assertThat(toldTo(one, OLD)).isBetween(replaced, points.isStopped() ? 2 * replaced : replaced);
        assertThat(one.store.waiting(10)).isEmpty();
    }

    /** The mobile is replaced, so the answer says so, whatever becomes of the notice. */
    @TestFactory
    Stream<DynamicTest> theAnswerIsTrueWhateverBecomesOfTheNotice() {
        return CrashPoints.eachFailure(
                Outbox.class, () -> new StoreUnavailable("down", new IllegalStateException()), points -> {
                    var one = new InMemoryService();
                    var code = replacing(one);

                    assertThat(points.run(() -> confirm(one, one.over(points), code)))
                            .containsInstanceOf(Confirmation.Confirmed.class);
                });
    }

    @TestFactory
    Stream<DynamicTest> aRunSurvivesWhateverFails() {
        return Stream.of(Outbox.class, DataKeys.class, Ledger.class)
                .flatMap(port -> CrashPoints.eachFailure(
                        port,
                        () -> port == DataKeys.class
                                ? new KeysUnavailable("down", new IllegalStateException())
                                : new StoreUnavailable("down", new IllegalStateException()),
                        points -> {
                            var one = new InMemoryService();
                            var code = replacing(one);
                            one.messenger.next(DOWN);
                            confirm(one, one.useCases(), code);
                            one.clock.advance(Duration.ofMinutes(1));
                            points.run(() -> one.over(points).outboxDelivery().run(() -> Duration.ofMinutes(1)));
                            one.clock.advance(Duration.ofMinutes(30));
                            one.deliver();

                            assertToldAsOften(one, points);
                        }));
    }

    @Test
    void sealedItShowsNeitherNumberNorText() {
        replaceWhile(DOWN);
        var stored = waitingFor(service);

        assertThat(List.of(stored.toString(), new String(stored.sealed().bytes(), StandardCharsets.ISO_8859_1)))
                .noneMatch(text -> text.contains("6912345678") || text.contains("mobile for"));
    }

    /** Threat 31: a key that does not open is no failure of the provider's. */
    @Test
    void keysThatDoNotOpenHoldUpNobodyElsesNotice() {
        for (int other = 0; other < 4; other++) {
            var broken = new InMemoryService(service.store, service.keys, service.clock);
            var code = replacing(broken, new PhoneNumber("+30698765430" + other));
            broken.messenger.always(DOWN);
            confirm(broken, broken.useCases(), code);
            service.store.tamper(broken.customer, StoredSecret.UNREADABLE);
        }
        service.clock.advance(Duration.ofSeconds(1));
        replaceWhile(DOWN);
        service.messenger.always(new Handover.Taken());
        service.clock.advance(Duration.ofMinutes(2));

        service.deliver();

        assertThat(toldTo(service, OLD)).isEqualTo(1);
    }

    @Test
    void nobodyIsLeftToTellOnceTheCustomerIsForgotten() {
        replaceWhile(DOWN);
        var erasure = new Erasure(new LedgerCommands(service.store, service.clock));
        for (var auditor : List.of("anna", "nikos")) {
            var _ = erasure.erase(service.customer, new AgentId(auditor), "a letter");
        }
        service.messenger.always(new Handover.Taken());

        pass(Duration.ofMinutes(1));

        assertThat(service.store.waiting(10)).isEmpty();
        assertThat(service.journal.outcomes().getLast()).isEqualTo(Outcome.FORGOTTEN);
        assertThat(toldTo(service, OLD)).isZero();
    }
}
