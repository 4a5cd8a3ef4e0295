package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.customer.AddressRegistration.View;
import org.supportpin.domain.customer.AddressRules.Confirmation;
import org.supportpin.domain.customer.AddressRules.Declaration;
import org.supportpin.domain.customer.AddressRules.Removal;
import org.supportpin.domain.customer.Event.AddressConfirmed;
import org.supportpin.domain.customer.Event.AddressDeclared;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.FakeMails;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.Together;

class AddressRegistrationTest {

    private static final EmailAddress OLD =
            EmailAddress.parse("nefeli@example.gr").orThrow();
    private static final EmailAddress NEW =
            EmailAddress.parse("maria@example.com").orThrow();
    private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");
    private static final Duration DAYS = Duration.ofDays(3);

    private final InMemoryService service = new InMemoryService();

    @BeforeEach
    void activate() {
        service.activate();
    }

    private static Declaration declare(InMemoryService service, InMemoryService.UseCases useCases, EmailAddress to) {
        return useCases.addressRegistration()
                .declare(service.customer, to, true)
                .outcome();
    }

    private Declaration declare(EmailAddress to) {
        return declare(service, service.useCases(), to);
    }

    private Declaration declareUnfresh(EmailAddress to) {
        return service.useCases()
                .addressRegistration()
                .declare(service.customer, to, false)
                .outcome();
    }

    private Confirmation confirm(Passcode code) {
        return service.useCases()
                .addressRegistration()
                .confirm(service.customer, code, true)
                .confirmation();
    }

    /** The code in the newest mail that has one. */
    private static Passcode code(InMemoryService service) {
        return service.mails.sent.reversed().stream()
                .map(Mail::text)
                .map(DIGITS::matcher)
                .flatMap(found -> found.find() ? Stream.of(found.group()) : Stream.of())
                .findFirst()
                .map(digits -> Passcode.parse(digits).orThrow())
                .orElseThrow();
    }

    private static Passcode wrong(Passcode right) {
        return Passcode.parse(right.digits().equals("000000") ? "000001" : "000000")
                .orThrow();
    }

    private void register(EmailAddress address) {
        declare(address);
        assertThat(confirm(code(service))).isInstanceOf(Confirmation.Confirmed.class);
    }

    private AddressState state() {
        return service.store.read(service.customer).state().noticeAddress();
    }

    private View view() {
        return service.useCases().addressRegistration().view(service.customer);
    }

    private Stream<String> mailedTo(EmailAddress to) {
        return service.mails.sent.stream().filter(mail -> mail.to().equals(to)).map(Mail::purpose);
    }

    @Nested
    class TheFirst {

        @Test
        void needsNoFreshSignInAndCountsOnceItsCodeIsTyped() {
            assertThat(declareUnfresh(OLD)).isInstanceOf(Declaration.CodeDue.class);
            assertThat(state().isConfirmed()).isFalse();
            assertThat(view().pending()).isEqualTo(OLD);

            var confirmed = service.useCases().addressRegistration().confirm(service.customer, code(service), false);

            assertThat(confirmed.find()).contains(OLD);
            assertThat(state().isConfirmed()).isTrue();
            assertThat(view().confirmed()).isEqualTo(OLD);
            assertThat(view().pending()).isNull();
        }

        @Test
        void changesNothing() {
            register(OLD);

            assertThat(state().changedAt()).isNull();
            assertThat(state().isChangedWithin(DAYS, service.now())).isFalse();
        }

        @Test
        void isToldToTheMobileAndToItself() {
            register(OLD);

            assertThat(service.messenger.sent()).singleElement().satisfies(sms -> {
                assertThat(sms.to()).isEqualTo(InMemoryService.MOBILE.e164());
                assertThat(sms.text()).startsWith("Άλλαξε το email");
            });
            assertThat(mailedTo(OLD)).containsExactly("notice-address-code", "address-confirmed");
        }

        @Test
        void needsAMobileBesideWhichItIsTheSecond() {
            var other = new InMemoryService();

            assertThat(declare(other, other.useCases(), OLD)).isEqualTo(new Declaration.MobileRequired());
            assertThat(other.recorded(AddressDeclared.class)).isZero();
        }
    }

    @Nested
    class Another {

        @BeforeEach
        void onFile() {
            register(OLD);
            service.clock.advance(Duration.ofMinutes(5));
        }

        @Test
        void needsAFreshSignInAtTheDeclarationAndAtTheCode() {
            assertThat(declareUnfresh(NEW)).isEqualTo(new Declaration.SignInTooOld());
            declare(NEW);
            var unfresh = service.useCases().addressRegistration().confirm(service.customer, code(service), false);

            assertThat(unfresh.confirmation()).isEqualTo(new Confirmation.SignInTooOld());
            assertThat(view().confirmed()).isEqualTo(OLD);
            assertThat(confirm(code(service))).isInstanceOf(Confirmation.Confirmed.class);
        }

        @Test
        void isAChangeForThreeDays() {
            register(NEW);
            var at = service.now();

            assertThat(state().changedAt()).isEqualTo(at);
            assertThat(state().isChangedWithin(DAYS, at.plus(DAYS).minusMillis(1)))
                    .isTrue();
            assertThat(state().isChangedWithin(DAYS, at.plus(DAYS))).isFalse();
        }

        @Test
        void isToldToTheMobileAndToBoth() {
            register(NEW);

            assertThat(service.messenger.sent()).hasSize(2);
            assertThat(mailedTo(OLD)).endsWith("address-replaced");
            assertThat(mailedTo(NEW)).containsExactly("notice-address-code", "address-confirmed");
        }

        @Test
        void thatIsTheSameReplacesNothing() {
            register(OLD);

            assertThat(state().changedAt()).isNull();
            assertThat(mailedTo(OLD)).doesNotContain("address-replaced");
        }
    }

    @Nested
    class Removing {

        private Removal remove(boolean isFresh) {
            return service.useCases().addressRegistration().remove(service.customer, isFresh);
        }

        @Test
        void needsAFreshSignInAndIsAChange() {
            register(OLD);
            assertThat(remove(false)).isEqualTo(new Removal.SignInTooOld());

            assertThat(remove(true)).isEqualTo(new Removal.Removed(true));
            assertThat(state().isConfirmed()).isFalse();
            assertThat(state().changedAt()).isEqualTo(service.now());
            assertThat(view().confirmed()).isNull();
            assertThat(mailedTo(OLD)).endsWith("address-removed");
            assertThat(service.messenger.sent()).hasSize(2);
        }

        @Test
        void isRememberedWhateverIsRegisteredNext() {
            register(OLD);
            remove(true);
            var at = service.now();
            service.clock.advance(Duration.ofHours(1));
            register(NEW);

            assertThat(state().changedAt()).isEqualTo(at);
        }

        @Test
        void whatAwaitsConfirmationNeedsNone() {
            declare(OLD);
            var code = code(service);

            assertThat(remove(false)).isEqualTo(new Removal.Removed(false));
            assertThat(confirm(code)).isEqualTo(new Confirmation.NothingPending());
            assertThat(service.messenger.sent()).isEmpty();
            assertThat(remove(false)).isEqualTo(new Removal.NothingToRemove());
        }
    }

    @Nested
    class ACode {

        @Test
        void isAcceptedForAnHour() {
            declare(OLD);
            var code = code(service);
            service.clock.advance(Duration.ofHours(1).minusMillis(1));
            assertThat(confirm(wrong(code))).isEqualTo(new Confirmation.Rejected(4));
            service.clock.advance(Duration.ofMillis(1));
            assertThat(confirm(code)).isEqualTo(new Confirmation.NothingPending());
        }

        @Test
        void mayBeWrongFiveTimes() {
            declare(OLD);
            var code = code(service);
            for (int left = 4; left >= 0; left--) {
                assertThat(confirm(wrong(code))).isEqualTo(new Confirmation.Rejected(left));
            }
            assertThat(confirm(code)).isEqualTo(new Confirmation.NothingPending());
        }

        @Test
        void ofTheMobileConfirmsNoAddressAndTheOtherWayRound() {
            service.clock.advance(Duration.ofMinutes(5));
            service.useCases()
                    .mobileRegistration()
                    .declare(service.customer, new PhoneNumber("+306987654321"), Optional::empty, Language.ENGLISH);
            var sent = service.messenger.sent().getLast().text();
            var digits =
                    DIGITS.matcher(sent).results().findFirst().orElseThrow().group();
            declare(OLD);

            assertThat(Passcode.parse(digits).orThrow()).isNotEqualTo(code(service));
            assertThat(confirm(Passcode.parse(digits).orThrow())).isInstanceOf(Confirmation.Rejected.class);
        }

        @Test
        void isNotSentOnceItIsNotAcceptedAnyMore() {
            service.mails.trouble.put("notice-address-code", new FakeMails.Trouble(CallOutcome.notDone(), false));
            declare(OLD);
            service.clock.advance(Duration.ofHours(1));

            var report = service.useCases().outboxDelivery().run(() -> Duration.ofMinutes(15));
            assertThat(report.waiting()).isZero();
            assertThat(service.mails.sent).isEmpty();
        }

        @Test
        void waitsForTheCooldownUnlessTheAddressIsAnother() {
            declare(OLD);

            assertThat(declare(OLD)).isInstanceOf(Declaration.TooSoon.class);
            assertThat(declare(NEW)).isInstanceOf(Declaration.CodeDue.class);
        }

        @Test
        void isCountedForItsAddressWhoeverAsks() {
            var codes = 0;
            for (int i = 0; i < 7; i++) {
                var other = new InMemoryService(service.store, service.keys, service.clock);
                other.activate();
                if (declare(other, other.useCases(), OLD) instanceof Declaration.CodeDue) {
                    codes++;
                }
            }
            assertThat(codes).isEqualTo(5);
        }
    }

    @Test
    void aChangeOfMobileAndALooseningAreToldToIt() {
        register(OLD);
        service.clock.advance(Duration.ofMinutes(5));
        service.useCases()
                .mobileRegistration()
                .declare(service.customer, new PhoneNumber("+306987654321"), Optional::empty, null);
        var digits = DIGITS.matcher(service.messenger.sent().getLast().text())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        service.useCases()
                .mobileRegistration()
                .confirm(service.customer, Passcode.parse(digits).orThrow(), Optional::empty);
        var policy = service.useCases().policySetting();
        policy.change(service.customer, new Terms(Telephone.FROZEN, AfterSms.AS_USUAL, Map.of()), false);
        policy.change(service.customer, Terms.DEFAULT, true);

        assertThat(mailedTo(OLD)).endsWith("mobile-changed", "rules-loosened");
        assertThat(service.mails.sent.getLast().text())
                .contains("Χαλάρωσαν οι κανόνες", "22/11/2026", "Χειμερινή ώρα Ανατολικής Ευρώπης")
                .doesNotContain("http", "@");
    }

    /** What a deactivation, an activation or a new mobile writes leaves the address where it is. */
    @Test
    void everythingElseLeavesTheAddressAsItIs() {
        register(OLD);
        declare(NEW);
        service.useCases().serviceActivation().deactivate(service.customer);
        service.activate();
        service.clock.advance(Duration.ofMinutes(2));
        service.useCases()
                .mobileRegistration()
                .declare(service.customer, new PhoneNumber("+306987654321"), Optional::empty, null);

        assertThat(view().confirmed()).isEqualTo(OLD);
        assertThat(view().pending()).isEqualTo(NEW);
        assertThat(confirm(code(service))).isInstanceOf(Confirmation.Confirmed.class);
        assertThat(view().confirmed()).isEqualTo(NEW);
    }

    @Test
    void anotherKmsKeyLeavesTheAddressAsItIs() {
        register(OLD);
        declare(NEW);
        service.keys.renew();
        new Rewrapping(service.store, new Secrets(service.keys, "hoster")).goOn(Rewrapping.Progress.START, () -> true);
        service.keys.retire();

        assertThat(view().confirmed()).isEqualTo(OLD);
        assertThat(view().pending()).isEqualTo(NEW);
    }

    @Test
    void ofAHundredRightCodesOneConfirms() {
        declare(OLD);
        var code = code(service);
        Together.run(100, _ -> {
            try {
                return confirm(code);
            } catch (Contended answeredWith503) {
                return new Confirmation.NothingPending();
            }
        });

        assertThat(service.recorded(AddressConfirmed.class)).isEqualTo(1);
        assertThat(view().confirmed()).isEqualTo(OLD);
    }

    @TestFactory
    Stream<DynamicTest> theChangeAndItsNoticesAreThereOrNeitherWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            one.activate();
            declare(one, one.useCases(), OLD);
            var code = code(one);
            points.run(() -> one.over(points).addressRegistration().confirm(one.customer, code, true));

            one.clock.advance(Duration.ofMinutes(20));
            one.deliver();
            one.clock.advance(Duration.ofMinutes(20));
            one.useCases().outboxDelivery().run(() -> Duration.ofMinutes(15));
            var isOnRecord = one.recorded(AddressConfirmed.class) == 1;
            assertThat(one.messenger.sent().isEmpty()).isEqualTo(!isOnRecord);
            assertThat(one.mails.purposes().contains("address-confirmed")).isEqualTo(isOnRecord);
        });
    }
}
