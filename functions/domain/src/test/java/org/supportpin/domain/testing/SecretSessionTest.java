package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.SecretContext.Purpose;

class SecretSessionTest {

    private static final PhoneNumber OTHER_MOBILE = new PhoneNumber("+306987654321");

    private final InMemoryService front = new InMemoryService();
    private final InMemoryLedger store = front.store;

    /** Lets another request be first, as often as requested. */
    private static final class Overtaken implements Ledger {
        private final Ledger ledger;
        private final AtomicInteger times;
        private final Runnable other;

        Overtaken(Ledger ledger, int times, Runnable other) {
            this.ledger = ledger;
            this.times = new AtomicInteger(times);
            this.other = other;
        }

        @Override
        public Snapshot read(CustomerId customer) {
            return ledger.read(customer);
        }

        @Override
        public Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
            if (times.getAndDecrement() > 0) {
                other.run();
            }
            return ledger.append(entry, alongside);
        }

        @Override
        public List<Recorded> history(CustomerId customer, long below, int limit) {
            return ledger.history(customer, below, limit);
        }
    }

    /** Declares a mobile and returns the code that is sent by SMS. */
    private Passcode declare(Ledger ledger, PhoneNumber number) {
        front.over(ledger).mobileRegistration().declare(front.customer, number, Optional::empty, Language.GREEK);
        return code(front.messenger.sent().getLast().text());
    }

    private static Passcode code(String text) {
        var digits = Pattern.compile("\\b[0-9]{6}\\b").matcher(text);
        assertThat(digits.find()).isTrue();
        return Passcode.parse(digits.group()).orThrow();
    }

    private Confirmation confirm(Passcode code) {
        return front.useCases()
                .mobileRegistration()
                .confirm(front.customer, code, Optional::empty)
                .confirmation();
    }

    private void deactivate() {
        front.useCases().serviceActivation().deactivate(front.customer);
    }

    private PhoneNumber mobile() {
        try (var session = front.session()) {
            return session.mobile(store.read(front.customer));
        }
    }

    private StoredSecret secret(CustomerId of) {
        var secret = store.read(of).secret();
        if (secret == null) {
            throw new AssertionError("there is no secret");
        }
        return secret;
    }

    @Nested
    class Declaring {

        @Test
        void theCodeThatIsSentConfirmsTheNumber() {
            assertThat(confirm(declare(store, InMemoryService.MOBILE))).isInstanceOf(Confirmation.Confirmed.class);
            assertThat(mobile()).isEqualTo(InMemoryService.MOBILE);
        }

        /** Otherwise the code would come from a key that lost the race and was never stored. */
        @Test
        void theCodeConfirmsAlsoIfSomebodyElseDeclaredFirst() {
            var overtaken = new Overtaken(store, 1, () -> declare(store, OTHER_MOBILE));

            assertThat(confirm(declare(overtaken, InMemoryService.MOBILE))).isInstanceOf(Confirmation.Confirmed.class);
            assertThat(mobile()).isEqualTo(InMemoryService.MOBILE);
        }

        @Test
        void theCodeConfirmsAlsoIfTheServiceCameOnFirst() {
            var overtaken = new Overtaken(store, 1, front::activate);

            assertThat(confirm(declare(overtaken, OTHER_MOBILE))).isInstanceOf(Confirmation.Confirmed.class);
            assertThat(mobile()).isEqualTo(OTHER_MOBILE);
        }

        @Test
        void theConfirmedNumberStaysUntilTheOtherIsConfirmed() {
            front.activate();
            var code = declare(store, OTHER_MOBILE);
            assertThat(mobile()).isEqualTo(InMemoryService.MOBILE);

            confirm(code);
            assertThat(mobile()).isEqualTo(OTHER_MOBILE);
        }
    }

    @Nested
    class Renewing {

        @Test
        void aLostRaceMakesNoSecondKeyOfTheSameKind() {
            front.activate();
            deactivate();
            var before = front.keys.generated();
            var overtaken = new Overtaken(store, 3, () -> declare(store, OTHER_MOBILE));
            front.over(overtaken).serviceActivation().activate(front.customer, Optional::empty, Language.GREEK);

            assertThat(front.keys.generated()).isEqualTo(before + 1);
            assertThat(store.read(front.customer).state().isActive()).isTrue();
            assertThat(mobile()).isEqualTo(InMemoryService.MOBILE);
            assertThat(front.pin().digits()).hasSize(6);
        }

        @Test
        void theMobileSurvivesOffAndOnUnderTheSameRecordKey() {
            front.activate();
            var first = secret(front.customer);
            deactivate();
            var second = secret(front.customer);

            assertThat(mobile()).isEqualTo(InMemoryService.MOBILE);
            assertThat(second.recordKey()).isEqualTo(first.recordKey());
            assertThat(second.pinKey()).isNull();
        }

        @Test
        void eachActivationMakesAnotherPinKey() {
            front.activate();
            var first = secret(front.customer);
            deactivate();
            front.activate();

            assertThat(secret(front.customer).pinKey()).isNotEqualTo(first.pinKey());
            assertThat(secret(front.customer).version(Purpose.PIN)).isEqualTo(2);
        }

        @Test
        void afterItWentOffNoPinComesOfWhatIsStored() {
            front.activate();
            deactivate();

            assertThatIllegalStateException().isThrownBy(front::pin);
        }
    }

    @Test
    void aRequestOpensEachKeyOnce() {
        front.activate();
        var before = front.keys.opened();
        try (var session = front.session()) {
            var snapshot = store.read(front.customer);
            session.pinKey(snapshot);
            session.recordKey(snapshot);
            session.mobile(snapshot);
            session.pinKey(store.read(front.customer));
        }

        assertThat(front.keys.opened()).isEqualTo(before + 2);
    }

    @Test
    void whatWasOpenedOrMadeIsWipedAtTheEnd() {
        front.activate();
        declare(new Overtaken(store, 1, this::deactivate), OTHER_MOBILE);
        front.activate();
        deactivate();
        declare(store, OTHER_MOBILE);

        assertThat(front.keys.isAllWiped()).isTrue();
    }

    @Nested
    class Meddling {

        private Snapshot with(StoredSecret secret) {
            return new Snapshot(front.customer, store.read(front.customer).last(), secret);
        }

        private void assertClosed(Snapshot snapshot) {
            try (SecretSession session = front.session()) {
                assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(() -> session.pinKey(snapshot));
                assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(() -> session.mobile(snapshot));
            }
        }

        @Test
        void anotherCustomersSecretDoesNotOpen() {
            var other = new InMemoryService(store, front.keys, front.clock);
            front.activate();
            other.activate();

            assertClosed(with(secret(other.customer)));
        }

        @Test
        void anOlderSecretPutBackDoesNotOpen() {
            front.activate();
            var old = secret(front.customer);
            deactivate();
            front.activate();

            assertClosed(with(old));
        }

        /** The same key, but with the previous number: the revision reveals it. */
        @Test
        void theSecretWithTheNumberOfBeforeDoesNotOpen() {
            front.activate();
            var old = secret(front.customer);
            confirm(declare(store, OTHER_MOBILE));

            assertClosed(with(old));
        }

        @Test
        void aKeyOfOnePurposeDoesNotPassForTheOther() {
            front.activate();
            var own = secret(front.customer);

            assertClosed(with(new StoredSecret(
                    own.revision(),
                    /* pinKey= */ own.recordKey(),
                    /* recordKey= */ own.pinKey(),
                    own.mobile(),
                    null,
                    null)));
        }

        @Test
        void aSecretThatIsGoneIsNoticed() {
            front.activate();

            assertClosed(new Snapshot(front.customer, store.read(front.customer).last(), null));
        }
    }

    @Test
    void whoHasNoKeysHasNoneToOpen() {
        try (var session = front.session()) {
            assertThatIllegalStateException().isThrownBy(() -> session.pinKey(store.read(front.customer)));
            assertThatIllegalStateException().isThrownBy(() -> session.recordKey(store.read(front.customer)));
        }
    }
}
