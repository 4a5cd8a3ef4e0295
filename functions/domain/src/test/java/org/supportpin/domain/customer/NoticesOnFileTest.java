package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.Notices.Outcome;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.SupportPhone;
import org.supportpin.domain.message.Wording;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.InMemoryService.UseCases;
import org.supportpin.domain.testing.OpeningKeys;

/** Who is on file is told of what happened, on both channels, and of the same kind once an hour. */
class NoticesOnFileTest {

    private static final EmailAddress ADDRESS =
            EmailAddress.parse("nefeli@example.gr").orThrow();
    private static final Terms FROZEN = new Terms(Telephone.FROZEN, AfterSms.AS_USUAL, Map.of());
    private static final Actor.Agent AGENT = new Actor.Agent(new AgentId("maria"), null);
    private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");

    private final InMemoryService service = new InMemoryService();

    private static void activate(InMemoryService service, UseCases useCases) {
        useCases.serviceActivation()
                .activate(service.customer, () -> Optional.of(InMemoryService.MOBILE), Language.GREEK);
    }

    /** Registers the notice address, of which nothing waits or is counted afterwards. */
    private void registerAddress() {
        var addresses = service.useCases().addressRegistration();
        addresses.declare(service.customer, ADDRESS, true);
        deliver(service);
        var digits = DIGITS.matcher(service.mails.sent.getLast().text());
        assertThat(digits.find()).isTrue();
        addresses.confirm(service.customer, Passcode.parse(digits.group()).orThrow(), true);
        service.clock.advance(Duration.ofHours(2));
        deliver(service);
        service.mails.sent.clear();
    }

    /** A run of the outbox with as much time as a mail may take. */
    private static OutboxDelivery.Report deliver(InMemoryService service) {
        return service.useCases().outboxDelivery().run(() -> Duration.ofMinutes(15));
    }

    private long sms(String beginning) {
        return service.messenger.sent().stream()
                .filter(each -> each.text().startsWith(beginning))
                .count();
    }

    /** Delivers what waits, and counts what was told since on both channels. */
    private void assertTold(String beginning, NoticeKind kind, int times) {
        deliver(service);
        assertThat(sms(beginning)).isEqualTo(times);
        assertThat(service.mails.purposes().stream().filter(kind.text()::equals))
                .hasSize(times);
    }

    private void lock() {
        for (int wrong = 0; wrong < Limits.DEFAULTS.wrongPins().perHalfHour(); wrong++) {
            service.verify(service.store, AGENT, service.wrongPin());
        }
    }

    private void set(Terms terms) {
        service.useCases().policySetting().change(service.customer, terms, true);
    }

    @Test
    void theFirstActivationIsToldToTheMobileWithAKeyThatIsNew() {
        activate(service, service.useCases());
        assertThat(service.messenger.sent()).isEmpty();

        deliver(service);

        assertThat(service.messenger.sent()).singleElement().satisfies(sms -> {
            assertThat(sms.to()).isEqualTo(InMemoryService.MOBILE.e164());
            assertThat(sms.text())
                    .isEqualTo("Το Support PIN ενεργοποιήθηκε, 22 Νοε 14:00 EET."
                            + " Δεν ήσασταν εσείς; Καλέστε μας, πείτε ΣΤΟΠ.");
        });
        assertThat(service.mails.sent).isEmpty();
        assertThat(service.queued()).isEmpty();
    }

    @Nested
    class OnBothChannels {

        OnBothChannels() {
            service.activate();
            registerAddress();
        }

        @Test
        void deactivationAndActivationAreToldOnceAnHourEach() {
            for (int times = 1; times <= 3; times++) {
                service.useCases().serviceActivation().deactivate(service.customer);
                activate(service, service.useCases());
                service.clock.advance(Duration.ofMinutes(10));
            }
            assertTold("Το Support PIN απενεργοποιήθηκε", NoticeKind.DEACTIVATED, 1);
            assertTold("Το Support PIN ενεργοποιήθηκε", NoticeKind.ACTIVATED, 1);

            service.clock.advance(Duration.ofMinutes(30));
            service.useCases().serviceActivation().deactivate(service.customer);
            assertTold("Το Support PIN απενεργοποιήθηκε", NoticeKind.DEACTIVATED, 2);
        }

        @Test
        void anHourIsOverToTheMillisecond() {
            var start = service.now();
            set(FROZEN);
            service.clock.set(start.plus(Told.PAUSE).minusMillis(1));
            set(Terms.DEFAULT);
            set(FROZEN);
            assertTold("Έγιναν αυστηρότεροι", NoticeKind.POLICY_TIGHTENED, 1);

            set(Terms.DEFAULT);
            service.clock.set(start.plus(Told.PAUSE));
            set(FROZEN);
            assertTold("Έγιναν αυστηρότεροι", NoticeKind.POLICY_TIGHTENED, 2);
        }

        @Test
        void aLockIsToldWithItsEnd() {
            lock();

            assertTold("Λάθος PIN στο τηλέφωνο: κλείδωμα έως ", NoticeKind.LOCKED, 1);
            var snapshot = service.store.read(service.customer);
            var until = snapshot.state()
                    .wrongPins()
                    .lock(Limits.DEFAULTS, snapshot.state().phase(), service.now())
                    .flatMap(each -> Optional.ofNullable(each.until()))
                    .orElseThrow();
            var shown = new Wording(Language.GREEK, until, ZoneId.of("Europe/Athens"), SupportPhone.NONE).locked(until);
            assertThat(service.messenger.sent().getLast().text())
                    .isEqualTo(shown.sms().reveal());
        }

        /** The verification function may not open it, and a hurried KMS does not matter. */
        @Test
        void theRecordKeyIsNotOpenedToTellOfALock() {
            var pinKeyAlone = service.over(new OpeningKeys(service.keys.currentKeyId(), (wrapped, context) -> {
                if (context.purpose() == Purpose.RECORD) {
                    throw new KeysUnavailable("not allowed", new IllegalStateException());
                }
                return service.keys.open(wrapped, context);
            }));
            for (int wrong = 0; wrong < Limits.DEFAULTS.wrongPins().perHalfHour(); wrong++) {
                pinKeyAlone
                        .callerVerification()
                        .verify(service.customer, InMemoryService.onCall(AGENT.id()), service.wrongPin());
            }

            assertTold("Λάθος PIN στο τηλέφωνο", NoticeKind.LOCKED, 1);
        }

        @Test
        void aWrongPinThatDoesNotLockIsNotTold() {
            service.verify(service.store, AGENT, service.wrongPin());
            assertThat(service.queued()).isEmpty();
        }

        @Test
        void whoFreezesTelephoneSupportFromTheCallIsTold() {
            service.useCases().callEnding().end(service.customer, true);
            assertTold("Έγιναν αυστηρότεροι", NoticeKind.POLICY_TIGHTENED, 1);
        }

        @Test
        void looseningIsToldOnceAnHourToo() {
            set(FROZEN);
            set(Terms.DEFAULT);
            set(FROZEN);
            set(Terms.DEFAULT);

            deliver(service);
            assertThat(sms("Χαλάρωσαν")).isEqualTo(1);
            assertThat(service.mails.purposes().stream().filter("rules-loosened"::equals))
                    .hasSize(1);
        }

        @Test
        void anAddressThatWasRemovedInTheMeantimeIsNotTold() {
            service.useCases().serviceActivation().deactivate(service.customer);
            service.useCases().addressRegistration().remove(service.customer, true);

            assertThat(deliver(service).waiting()).isZero();
            assertThat(service.mails.purposes()).containsExactly("address-removed");
            assertThat(service.journal.outcomes()).contains(Outcome.FORGOTTEN);
            assertThat(sms("Το Support PIN απενεργοποιήθηκε")).isEqualTo(1);
        }

        @Test
        void whatTheProviderDoesNotTakeIsToldLater() {
            service.messenger.next(new Handover.NotTaken(null));
            service.useCases().serviceActivation().deactivate(service.customer);
            deliver(service);
            assertThat(sms("Το Support PIN απενεργοποιήθηκε")).isZero();

            service.clock.advance(Duration.ofMinutes(2));
            assertTold("Το Support PIN απενεργοποιήθηκε", NoticeKind.DEACTIVATED, 1);
        }
    }

    @TestFactory
    Stream<DynamicTest> theDeedAndItsNoticeAreBothThereOrNeitherWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            points.run(() -> {
                var useCases = one.over(points);
                useCases.serviceActivation().deactivate(one.customer);
                activate(one, useCases);
                for (int wrong = 0; wrong < Limits.DEFAULTS.wrongPins().perHalfHour(); wrong++) {
                    useCases.callerVerification()
                            .verify(one.customer, InMemoryService.onCall(AGENT.id()), one.wrongPin());
                }
                return true;
            });

            var told = one.store.read(one.customer).state().told().last().keySet();
            assertThat(one.queued().stream().map(each -> each.kind()))
                    .containsExactlyInAnyOrderElementsOf(told.stream()
                            .filter(each -> each != NoticeKind.ACTIVATED)
                            .toList());
            deliver(one);
            assertThat(one.queued()).isEmpty();
        });
    }
}
