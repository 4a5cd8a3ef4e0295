package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.Event.MobileConfirmed;
import org.supportpin.domain.customer.Event.MobileDeclared;
import org.supportpin.domain.customer.MobileRegistration.Declared;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryService;

class MobileRegistrationTest {

    private static final PhoneNumber OLD = InMemoryService.MOBILE;
    private static final PhoneNumber NEW = new PhoneNumber("+306987654321");
    private static final PhoneNumber THIRD = new PhoneNumber("+306955555555");
    private static final Passcode WRONG = Passcode.parse("000000").orThrow();

    private final InMemoryService service = new InMemoryService();

    private static Declared declare(InMemoryService service, InMemoryService.UseCases useCases, PhoneNumber number) {
        return declare(service, useCases, number, Optional::empty);
    }

    private static Declared declare(
            InMemoryService service,
            InMemoryService.UseCases useCases,
            PhoneNumber number,
            Supplier<Optional<PhoneNumber>> claim) {
        return useCases.mobileRegistration().declare(service.customer, number, claim, Language.ENGLISH);
    }

    private Declared declare(PhoneNumber number) {
        return declare(service, service.useCases(), number);
    }

    private Confirmation confirm(Passcode code) {
        return confirm(code, Optional::empty);
    }

    private Confirmation confirm(Passcode code, Supplier<Optional<PhoneNumber>> claim) {
        return service.useCases()
                .mobileRegistration()
                .confirm(service.customer, code, claim)
                .confirmation();
    }

    /** The code of the newest SMS. */
    private static Passcode code(InMemoryService service) {
        var digits = Pattern.compile("\\b[0-9]{6}\\b")
                .matcher(service.messenger.sent().getLast().text());
        assertThat(digits.find()).isTrue();
        return Passcode.parse(digits.group()).orThrow();
    }

    @Test
    void theCodeOfTheSmsConfirmsTheMobile() {
        declare(OLD);
        var confirmed =
                service.useCases().mobileRegistration().confirm(service.customer, code(service), Optional::empty);

        assertThat(confirmed.number()).contains(OLD);
        assertThat(service.messenger.sent()).hasSize(1).allMatch(sms -> sms.to().equals(OLD.e164()));
    }

    @Test
    void aWrongCodeUsesAnAttempt() {
        declare(OLD);

        assertThat(confirm(WRONG)).isEqualTo(new Confirmation.Rejected(4));
        assertThat(confirm(code(service))).isInstanceOf(Confirmation.Confirmed.class);
        assertThat(confirm(code(service))).isEqualTo(new Confirmation.NothingPending());
    }

    @Test
    void theReplacedNumberIsNotified() {
        declare(OLD);
        confirm(code(service));
        service.clock.advance(Duration.ofMinutes(1));
        declare(NEW);
        confirm(code(service));

        assertThat(service.messenger.sent())
                .extracting(sms -> sms.to())
                .containsExactly(OLD.e164(), NEW.e164(), OLD.e164());
    }

    /** A token says which mobile the panel has verified. The tokens of declaration and confirmation may say different things. */
    @Nested
    class AClaim {

        private static final Supplier<Optional<PhoneNumber>> NONE = Optional::empty;

        private static Optional<PhoneNumber> old() {
            return Optional.of(OLD);
        }

        private void declareAndConfirm(
                Supplier<Optional<PhoneNumber>> declaring, Supplier<Optional<PhoneNumber>> confirming) {
            assertThat(declare(service, service.useCases(), NEW, declaring)).isInstanceOf(Declared.CodeSent.class);
            assertThat(confirm(code(service), confirming)).isInstanceOf(Confirmation.Confirmed.class);
        }

        private void assertHeldAndTold(PhoneNumber... told) {
            assertThat(Objects.requireNonNull(service.store
                                    .read(service.customer)
                                    .state()
                                    .mobile()
                                    .confirmed())
                            .heldUntil())
                    .isNotNull();
            assertThat(service.messenger.sent())
                    .filteredOn(sms -> !sms.text().matches("(?s).*[0-9]{6}.*"))
                    .extracting(sms -> sms.to())
                    .containsExactlyInAnyOrder(
                            Stream.of(told).map(PhoneNumber::e164).toArray(String[]::new));
        }

        @Test
        void ofBothTokensIsTold() {
            declareAndConfirm(AClaim::old, AClaim::old);

            assertHeldAndTold(OLD);
        }

        @Test
        void thatIsGoneAtTheConfirmationIsStillTold() {
            declareAndConfirm(AClaim::old, NONE);

            assertHeldAndTold(OLD);
        }

        @Test
        void thatWasNotThereAtTheDeclarationIsTold() {
            declareAndConfirm(NONE, AClaim::old);

            assertHeldAndTold(OLD);
        }

        @Test
        void thatBecameTheNewNumberInBetweenIsTold() {
            declareAndConfirm(AClaim::old, () -> Optional.of(NEW));

            assertHeldAndTold(OLD);
        }

        @Test
        void thatChangedInBetweenIsToldAtBothNumbers() {
            declareAndConfirm(AClaim::old, () -> Optional.of(THIRD));

            assertHeldAndTold(OLD, THIRD);
        }

        @Test
        void isRememberedIfTheNumberIsDeclaredAgainWithoutIt() {
            declare(service, service.useCases(), THIRD, AClaim::old);
            declareAndConfirm(NONE, NONE);

            assertHeldAndTold(OLD);
        }

        @Test
        void thatIsTheNumberItselfHoldsNothing() {
            declareAndConfirm(() -> Optional.of(NEW), () -> Optional.of(NEW));

            assertThat(Objects.requireNonNull(service.store
                                    .read(service.customer)
                                    .state()
                                    .mobile()
                                    .confirmed())
                            .heldUntil())
                    .isNull();
            assertThat(service.messenger.sent()).hasSize(1);
        }

        @Test
        void thatChangedWhileAMobileIsOnFileDoesNotReplaceIt() {
            service.activate();
            service.useCases().serviceActivation().activate(service.customer, () -> Optional.of(THIRD), null);
            service.useCases().serviceActivation().deactivate(service.customer);
            service.useCases().serviceActivation().activate(service.customer, () -> Optional.of(THIRD), null);

            try (var session = service.session()) {
                assertThat(session.mobile(service.store.read(service.customer))).isEqualTo(OLD);
            }
            declareAndConfirm(() -> Optional.of(THIRD), () -> Optional.of(THIRD));
            assertHeldAndTold(OLD, THIRD);
        }

        @Test
        void isNotReadWhereNoCodeIsRight() {
            declare(OLD);

            confirm(WRONG, () -> {
                throw new AssertionError("the claim is read, which loads the library of numbers");
            });
        }
    }

    @Test
    void aMistypedNumberIsCorrectedAtOnceAndTheSameOneWaits() {
        declare(NEW);

        assertThat(declare(NEW)).isInstanceOf(Declared.TooSoon.class);
        assertThat(declare(OLD)).isInstanceOf(Declared.CodeSent.class);
        assertThat(service.messenger.sent()).hasSize(2);
    }

    @Test
    void afterACodeThatWasNotTakenTheWaitIsTheOneThatApplies() {
        service.messenger.next(new Handover.NotTaken(null));
        var failed = (Declared.CodeSent) declare(NEW);

        service.clock.set(failed.nextAt().minusMillis(1));
        assertThat(declare(NEW)).isInstanceOf(Declared.TooSoon.class);
        service.clock.set(failed.nextAt());
        assertThat(declare(NEW)).isInstanceOf(Declared.CodeSent.class);
    }

    @Test
    void whereNoCodeIsPendingNoSecretIsOpened() {
        declare(OLD);
        service.clock.advance(Duration.ofMinutes(10));
        var before = service.keys.opened();

        assertThat(confirm(code(service))).isEqualTo(new Confirmation.NothingPending());
        assertThat(service.keys.opened()).isEqualTo(before);
    }

    /** A crash may lose a message, and never a limit; the next declaration works. */
    @TestFactory
    Stream<DynamicTest> noCodeGoesOutUncountedWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            points.run(() -> declare(one, one.over(points), OLD));

            assertThat(one.messenger.sent()).hasSizeLessThanOrEqualTo((int) one.recorded(MobileDeclared.class));
            one.clock.advance(Duration.ofMinutes(1));
            assertThat(declare(one, one.useCases(), OLD)).isInstanceOf(Declared.CodeSent.class);
            var confirmed = one.useCases().mobileRegistration().confirm(one.customer, code(one), Optional::empty);
            assertThat(confirmed.number()).contains(OLD);
        });
    }

    @TestFactory
    Stream<DynamicTest> aCodeConfirmsOnceWhereverTheProcessStops() {
        return CrashPoints.each(points -> {
            var one = new InMemoryService();
            declare(one, one.useCases(), OLD);
            var code = code(one);
            points.run(() -> one.over(points).mobileRegistration().confirm(one.customer, code, Optional::empty));

            one.useCases().mobileRegistration().confirm(one.customer, code, Optional::empty);
            assertThat(one.recorded(MobileConfirmed.class)).isEqualTo(1);
            try (var session = one.session()) {
                assertThat(session.mobile(one.store.read(one.customer))).isEqualTo(OLD);
            }
        });
    }
}
