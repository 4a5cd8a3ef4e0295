package org.supportpin.domain.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;

class OpenedKeyTest {

    private static final String KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final SecretContext PIN = new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.PIN);
    private static final SecretContext RECORD = new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.RECORD);

    private final PinKey pinKey = new PinKey(PIN, bytes());
    private final RecordKey recordKey = recordKey(RECORD);

    private static SecretBytes bytes() {
        return new SecretBytes(HexFormat.of().parseHex(KEY));
    }

    private static RecordKey recordKey(SecretContext context) {
        return new RecordKey(context, bytes());
    }

    @Nested
    class Sealing {

        @Test
        void whatWasSealedOpens() {
            assertThat(recordKey.unseal("mobile", recordKey.seal("mobile", "+306912345678 ά")))
                    .isEqualTo("+306912345678 ά");
        }

        @Test
        void theSameTextIsNeverSealedTheSame() {
            var seen = new HashSet<Ciphertext>();
            for (int i = 0; i < 50; i++) {
                seen.add(recordKey.seal("mobile", "+306912345678"));
            }

            assertThat(seen).hasSize(50);
        }

        @Test
        void underAnotherLabelItDoesNotOpen() {
            assertClosed(recordKey, "mail", recordKey.seal("mobile", "+306912345678"));
        }

        @Test
        void anotherCustomersSecretDoesNotOpenItEvenWithTheSameKey() {
            var other = new SecretContext("hoster", new CustomerId("4712"), 1, Purpose.RECORD);

            assertClosed(recordKey(other), "mobile", recordKey.seal("mobile", "+306912345678"));
        }

        @Test
        void anotherVersionDoesNotOpenItEvenWithTheSameKey() {
            var next = new SecretContext("hoster", new CustomerId("4711"), 2, Purpose.RECORD);

            assertClosed(recordKey(next), "mobile", recordKey.seal("mobile", "+306912345678"));
        }

        @Test
        void withAnyBitAlteredItDoesNotOpen() {
            var sealed = recordKey.seal("mobile", "+306912345678").bytes();
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                var altered = sealed.clone();
                altered[bit / 8] ^= (byte) (1 << bit % 8);
                assertClosed(recordKey, "mobile", new Ciphertext(altered));
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 11, 12, 13, 27, 28})
        void cutShortItDoesNotOpen(int length) {
            var sealed = recordKey.seal("mobile", "+306912345678").bytes();

            assertClosed(recordKey, "mobile", new Ciphertext(java.util.Arrays.copyOf(sealed, length)));
        }

        private static void assertClosed(RecordKey key, String label, Ciphertext sealed) {
            assertThatExceptionOfType(SecretDoesNotOpen.class)
                    .isThrownBy(() -> key.unseal(label, sealed))
                    .withMessageNotContaining("+30");
        }
    }

    /** By the public key, which opens nothing. */
    @Nested
    class SealingForTheKey {

        private static final String TEXT = "call-2026-11-22-0417 ά";

        private static RecordSeal seal(RecordKey key, String customer, int version) {
            return new RecordSeal(new CustomerId(customer), version, key.publicKey());
        }

        private SealedText stored(RecordSeal seal, String label) {
            var sealed = seal.seal(label, TEXT);
            assertThat(sealed.known()).isEqualTo(TEXT);
            return SealedText.stored(sealed.keyVersion(), sealed.bytes());
        }

        @Test
        void onlyTheKeyOpensIt() {
            var sealed = stored(seal(recordKey, "4711", 1), "call");

            assertThat(sealed.known()).isNull();
            assertThat(recordKey.open("call", sealed)).isEqualTo(TEXT);
            assertClosed(recordKey, "plan", sealed);
            assertClosed(new RecordKey(RECORD, new SecretBytes(new byte[32])), "call", sealed);
        }

        @Test
        void neitherAnotherCustomersKeyNorAnotherVersionOpensItEvenWithTheSameBytes() {
            assertClosed(recordKey, "call", stored(seal(recordKey, "4712", 1), "call"));
            assertClosed(recordKey, "call", stored(seal(recordKey, "4711", 2), "call"));
        }

        @Test
        void itDoesNotPrintItself() {
            assertThat(seal(recordKey, "4711", 1).seal("call", TEXT).toString()).doesNotContain("call-2026");
        }

        private static void assertClosed(RecordKey key, String label, SealedText sealed) {
            assertThatExceptionOfType(SecretDoesNotOpen.class)
                    .isThrownBy(() -> key.open(label, sealed))
                    .withMessageNotContaining(TEXT);
        }
    }

    @Nested
    class Codes {

        /** Computed apart from this code, by HKDF and HMAC of another implementation. */
        @Test
        void aPinIsTheHotpOfAKeyOfItsOwn() {
            assertThat(pinKey.pin(new PinCounter(996970, 513)).digits()).isEqualTo("727931");
            assertThat(recordKey.confirmationCode(7).digits()).isEqualTo("119128");
        }

        @Test
        void eachStepAndEachGenerationHasItsOwnPin() {
            var pins = new HashSet<String>();
            for (int step = 0; step < 20; step++) {
                for (int generation = 0; generation < 5; generation++) {
                    pins.add(pinKey.pin(new PinCounter(step, generation)).digits());
                }
            }

            assertThat(pins).hasSize(100);
            assertThat(pinKey.pin(new PinCounter(1, 1))).isEqualTo(pinKey.pin(new PinCounter(1, 1)));
        }

        @Test
        void aConfirmationCodeIsNoPin() {
            for (int counter = 0; counter < 20; counter++) {
                assertThat(recordKey.confirmationCode(counter)).isNotEqualTo(pinKey.pin(new PinCounter(0, counter)));
            }
        }

        @Test
        void eachDeclarationHasItsOwnCode() {
            assertThat(recordKey.confirmationCode(7)).isNotEqualTo(recordKey.confirmationCode(8));
        }

        /** Whoever reads one of a customer's messages can confirm nothing else with its code. */
        @Test
        void theCodeOfAnAddressIsNotThatOfAMobile() {
            for (int declaration = 0; declaration < 20; declaration++) {
                assertThat(recordKey.addressCode(declaration)).isNotEqualTo(recordKey.confirmationCode(declaration));
            }
        }

        /** By type there is no PIN of a record key, and nothing that a PIN key seals. */
        @Test
        void aKeyOfOnePurposeIsNoKeyOfTheOther() {
            assertThatIllegalArgumentException().isThrownBy(() -> new PinKey(RECORD, bytes()));
            assertThatIllegalArgumentException().isThrownBy(() -> new RecordKey(PIN, bytes()));
        }
    }

    @Nested
    class KeyMaterial {

        @ParameterizedTest
        @ValueSource(ints = {0, 16, 31, 33})
        void aKeyOfAnotherLengthIsRefused(int length) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PinKey(PIN, new SecretBytes(new byte[length])));
        }

        @Test
        void itIsWipedAtTheEnd() {
            var bytes = HexFormat.of().parseHex(KEY);
            try (var opened = new RecordKey(RECORD, new SecretBytes(bytes))) {
                assertThat(opened.context()).isEqualTo(RECORD);
            }

            assertThat(bytes).containsOnly(0);
        }

        @Test
        void itDoesNotPrintItself() {
            assertThat(pinKey).hasToString("PinKey[redacted]");
            assertThat(recordKey).hasToString("RecordKey[redacted]");
            assertThat(new SecretBytes(new byte[] {49, 50})).hasToString("SecretBytes[redacted]");
            assertThat(new Ciphertext(new byte[] {49, 50})).hasToString("Ciphertext[2 bytes]");
            assertThat(new DataKeys.DataKey(
                            new SecretBytes(new byte[32]), new WrappedKey(new Ciphertext(new byte[4]), "key-1")))
                    .hasToString("DataKey[plain=SecretBytes[redacted],"
                            + " wrapped=WrappedKey[bytes=Ciphertext[4 bytes], keyId=key-1]]");
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
        assertThat(PIN.pairs())
                .containsOnly(
                        java.util.Map.entry("tenant", "hoster"),
                        java.util.Map.entry("customer", "4711"),
                        java.util.Map.entry("version", "1"),
                        java.util.Map.entry("purpose", "pin"));
        assertThat(RECORD.pairs()).containsEntry("purpose", "record");
    }
}
