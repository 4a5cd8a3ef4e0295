package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.Activation;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;

/** Finding S6: what does not open is replaced, and nothing that replaces it opens it first. */
class ReplacedKeysTest {

    private static final PhoneNumber OTHER_MOBILE = new PhoneNumber("+306987654321");

    private final InMemoryService front = new InMemoryService();
    private final InMemoryLedger store = front.store;

    private final InMemoryService.UseCases useCases = front.useCases();

    /** Declares a mobile and confirms it with the code that is sent by SMS. */
    private Confirmation register(PhoneNumber number) {
        useCases.mobileRegistration().declare(front.customer, number, Optional::empty, Language.GREEK);
        var code = code(front.messenger.sent().getLast().text());
        return useCases.mobileRegistration()
                .confirm(front.customer, code, Optional::empty)
                .confirmation();
    }

    private static Passcode code(String text) {
        var digits = Pattern.compile("\\b[0-9]{6}\\b").matcher(text);
        assertThat(digits.find()).isTrue();
        return Passcode.parse(digits.group()).orThrow();
    }

    private void deactivate() {
        useCases.serviceActivation().deactivate(front.customer);
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

    private Activation.Outcome activateWithoutClaim() {
        return useCases.serviceActivation()
                .activate(front.customer, Optional::empty, Language.GREEK)
                .outcome();
    }

    private void tamper(UnaryOperator<StoredSecret> change) {
        store.tamper(front.customer, change.apply(secret(front.customer)));
    }

    private static StoredKey damaged(@Nullable StoredKey key) {
        if (key == null) {
            throw new AssertionError("there is no key");
        }
        var bytes = key.wrapped().bytes().bytes();
        bytes[bytes.length - 1] ^= 1;
        return new StoredKey(
                key.version(),
                new WrappedKey(new Ciphertext(bytes), key.wrapped().keyId()),
                key.createdAt());
    }

    private void damagePinKey() {
        tamper(own -> new StoredSecret(
                own.revision(),
                damaged(own.pinKey()),
                own.recordKey(),
                own.mobile(),
                own.pendingMobile(),
                own.pendingClaim()));
    }

    private void damageRecordKey() {
        tamper(own -> new StoredSecret(
                own.revision(),
                own.pinKey(),
                damaged(own.recordKey()),
                own.mobile(),
                own.pendingMobile(),
                own.pendingClaim()));
    }

    @Test
    void aDamagedPinKeyIsReplacedByActivatingAgain() {
        front.activate();
        damagePinKey();
        assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(front::pin);

        assertThat(activateWithoutClaim()).isEqualTo(new Activation.Outcome.Activated());
        assertThat(front.pin().digits()).hasSize(6);
        assertThat(mobile()).isEqualTo(InMemoryService.MOBILE);
    }

    @Test
    void aDamagedRecordKeyIsReplacedByRegisteringTheMobileAgain() {
        front.activate();
        var pin = front.pin();
        damageRecordKey();
        assertThat(front.pin()).isEqualTo(pin);

        assertThat(register(OTHER_MOBILE)).isInstanceOf(Confirmation.Confirmed.class);
        assertThat(mobile()).isEqualTo(OTHER_MOBILE);
        assertThat(secret(front.customer).version(Purpose.RECORD)).isEqualTo(2);
        assertThat(front.pin().digits()).hasSize(6);
    }

    /** Nobody can tell the old number, which is lost; a third one gets no message instead. */
    @Test
    void whatCannotBeReadGetsNoNotice() {
        front.activate();
        damageRecordKey();
        register(OTHER_MOBILE);

        assertThat(front.messenger.sent())
                .allMatch(sms -> sms.to().equals(OTHER_MOBILE.e164()))
                .hasSize(1);
    }

    @Test
    void deactivationOpensNothing() {
        front.activate();
        damagePinKey();
        damageRecordKey();
        var opened = front.keys.opened();
        deactivate();

        assertThat(front.keys.opened()).isEqualTo(opened);
        assertThat(store.read(front.customer).state().isActive()).isFalse();
        assertThat(activateWithoutClaim()).isEqualTo(new Activation.Outcome.Activated());
        assertThat(front.keys.opened()).isEqualTo(opened);
    }

    @Test
    void anItemThatIsMissingOrUnreadableIsReplaced() {
        for (var item : new @Nullable StoredSecret[] {null, StoredSecret.UNREADABLE}) {
            var one = new InMemoryService();
            one.activate();
            one.store.tamper(one.customer, item);

            assertThat(one.activate()).isEqualTo(new Activation.Outcome.MobileRequired());
            one.useCases().mobileRegistration().declare(one.customer, OTHER_MOBILE, Optional::empty, Language.GREEK);
            var text = one.messenger.sent().getLast().text();
            one.useCases().mobileRegistration().confirm(one.customer, code(text), Optional::empty);
            assertThat(one.activate()).isEqualTo(new Activation.Outcome.Activated());
            assertThat(one.pin().digits()).hasSize(6);
        }
    }

    @Test
    void aMissingItemIsDeactivatedToo() {
        front.activate();
        store.tamper(front.customer, null);
        deactivate();

        assertThat(store.read(front.customer).state().isActive()).isFalse();
        assertThat(activateWithoutClaim()).isEqualTo(new Activation.Outcome.MobileRequired());
    }

    /** The other customer's number must not be shown. */
    @Test
    void ofAnotherCustomersItemNothingIsKept() {
        var other = new InMemoryService(store, front.keys, front.clock);
        front.activate();
        other.activate();
        store.tamper(front.customer, secret(other.customer));

        assertThat(activateWithoutClaim()).isEqualTo(new Activation.Outcome.MobileRequired());
        register(OTHER_MOBILE);
        assertThat(activateWithoutClaim()).isEqualTo(new Activation.Outcome.Activated());
        assertThat(mobile()).isEqualTo(OTHER_MOBILE);
    }

    /** An outage is no damage: a key that would open later is not replaced. */
    @Test
    void whileTheKeyServiceIsAwayNothingIsReplaced() {
        front.activate();
        var before = secret(front.customer);
        var away = front.over(new DataKeys() {
            @Override
            public String currentKeyId() {
                return "away";
            }

            @Override
            public DataKey generate(SecretContext context) {
                throw new KeysUnavailable("away", new IllegalStateException());
            }

            @Override
            public SecretBytes open(WrappedKey wrapped, SecretContext context) {
                throw new KeysUnavailable("away", new IllegalStateException());
            }

            @Override
            public WrappedKey rewrap(WrappedKey wrapped, SecretContext context) {
                throw new KeysUnavailable("away", new IllegalStateException());
            }
        });

        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> away.serviceActivation().activate(front.customer, Optional::empty, Language.GREEK));
        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> away.mobileRegistration()
                        .declare(front.customer, OTHER_MOBILE, Optional::empty, Language.GREEK));
        assertThat(secret(front.customer)).isEqualTo(before);
    }
}
