package org.supportpin.domain.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;

class CustomerSecretTest {

    private static final String KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final SecretContext CONTEXT = new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.PIN);

    private final CustomerSecret secret = secret(CONTEXT);

    private static CustomerSecret secret(SecretContext context) {
        return new CustomerSecret(context, new SecretBytes(HexFormat.of().parseHex(KEY)));
    }

    @Nested
    class Sealing {

        @Test
        void whatWasSealedOpens() {
            assertThat(secret.unseal("mobile", secret.seal("mobile", "+306912345678 ά")))
                    .isEqualTo("+306912345678 ά");
        }

        @Test
        void theSameTextIsNeverSealedTheSame() {
            var seen = new HashSet<Ciphertext>();
            for (int i = 0; i < 50; i++) {
                seen.add(secret.seal("mobile", "+306912345678"));
            }

            assertThat(seen).hasSize(50);
        }

        @Test
        void underAnotherLabelItDoesNotOpen() {
            assertClosed(secret, "mail", secret.seal("mobile", "+306912345678"));
        }

        @Test
        void anotherCustomersSecretDoesNotOpenItEvenWithTheSameKey() {
            var other = new SecretContext("hoster", new CustomerId("4712"), 1, Purpose.PIN);

            assertClosed(secret(other), "mobile", secret.seal("mobile", "+306912345678"));
        }

        @Test
        void anotherVersionDoesNotOpenItEvenWithTheSameKey() {
            var next = new SecretContext("hoster", new CustomerId("4711"), 2, Purpose.PIN);

            assertClosed(secret(next), "mobile", secret.seal("mobile", "+306912345678"));
        }

        @Test
        void withAnyBitAlteredItDoesNotOpen() {
            var sealed = secret.seal("mobile", "+306912345678").bytes();
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                var altered = sealed.clone();
                altered[bit / 8] ^= (byte) (1 << bit % 8);
                assertClosed(secret, "mobile", new Ciphertext(altered));
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 11, 12, 13, 27, 28})
        void cutShortItDoesNotOpen(int length) {
            var sealed = secret.seal("mobile", "+306912345678").bytes();

            assertClosed(secret, "mobile", new Ciphertext(java.util.Arrays.copyOf(sealed, length)));
        }

        private static void assertClosed(CustomerSecret secret, String label, Ciphertext sealed) {
            assertThatExceptionOfType(SecretDoesNotOpen.class)
                    .isThrownBy(() -> secret.unseal(label, sealed))
                    .withMessageNotContaining("+30");
        }
    }

    @Nested
    class Codes {

        /** Computed apart from this code, by HKDF and HMAC of another implementation. */
        @Test
        void aPinIsTheHotpOfAKeyOfItsOwn() {
            assertThat(secret.pin(new PinCounter(996970, 513)).digits()).isEqualTo("727931");
            assertThat(secret.confirmationCode(7).digits()).isEqualTo("119128");
        }

        @Test
        void eachStepAndEachGenerationHasItsOwnPin() {
            var pins = new HashSet<String>();
            for (int step = 0; step < 20; step++) {
                for (int generation = 0; generation < 5; generation++) {
                    pins.add(secret.pin(new PinCounter(step, generation)).digits());
                }
            }

            assertThat(pins).hasSize(100);
            assertThat(secret.pin(new PinCounter(1, 1))).isEqualTo(secret.pin(new PinCounter(1, 1)));
        }

        @Test
        void aConfirmationCodeIsNoPin() {
            for (int counter = 0; counter < 20; counter++) {
                assertThat(secret.confirmationCode(counter)).isNotEqualTo(secret.pin(new PinCounter(0, counter)));
            }
        }

        @Test
        void eachDeclarationHasItsOwnCode() {
            assertThat(secret.confirmationCode(7)).isNotEqualTo(secret.confirmationCode(8));
        }

        @Test
        void noPinComesFromASecretForMobiles() {
            var mobile = secret(new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.MOBILE));

            assertThatIllegalStateException().isThrownBy(() -> mobile.pin(new PinCounter(1, 1)));
            assertThat(mobile.confirmationCode(7).digits()).hasSize(6);
        }
    }

    @Nested
    class KeyMaterial {

        @ParameterizedTest
        @ValueSource(ints = {0, 16, 31, 33})
        void aKeyOfAnotherLengthIsRefused(int length) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CustomerSecret(CONTEXT, new SecretBytes(new byte[length])));
        }

        @Test
        void itIsWipedAtTheEnd() {
            var bytes = HexFormat.of().parseHex(KEY);
            try (var opened = new CustomerSecret(CONTEXT, new SecretBytes(bytes))) {
                assertThat(opened.context()).isEqualTo(CONTEXT);
            }

            assertThat(bytes).containsOnly(0);
        }

        @Test
        void itDoesNotPrintItself() {
            assertThat(secret).hasToString("CustomerSecret[redacted]");
            assertThat(new SecretBytes(new byte[] {49, 50})).hasToString("SecretBytes[redacted]");
            assertThat(new Ciphertext(new byte[] {49, 50})).hasToString("Ciphertext[2 bytes]");
            assertThat(new DataKeys.DataKey(new SecretBytes(new byte[32]), new Ciphertext(new byte[4]), "key-1"))
                    .hasToString("DataKey[plain=SecretBytes[redacted], wrapped=Ciphertext[4 bytes], keyId=key-1]");
        }

        @Test
        void aCiphertextIsNotChangedFromOutside() {
            var bytes = new byte[] {1, 2, 3};
            var ciphertext = new Ciphertext(bytes);

            bytes[0] = 9;
            ciphertext.bytes()[1] = 9;

            assertThat(ciphertext)
                    .isEqualTo(new Ciphertext(new byte[] {1, 2, 3}))
                    .isNotEqualTo(new Ciphertext(bytes));
        }
    }

    @Test
    void theContextNamesTenantCustomerVersionAndPurpose() {
        assertThat(CONTEXT.pairs())
                .containsOnly(
                        java.util.Map.entry("tenant", "hoster"),
                        java.util.Map.entry("customer", "4711"),
                        java.util.Map.entry("version", "1"),
                        java.util.Map.entry("purpose", "pin"));
        assertThat(new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.MOBILE).pairs())
                .containsEntry("purpose", "mobile");
    }
}
