package org.supportpin.domain.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first vector of RFC 9180 (A.1.1), and one of another implementation for the suite that the RFC's appendix leaves out. */
class HpkeTest {

    private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] TEXT = hex("4265617574792069732074727574682c20747275746820626561757479");
    private static final byte[] ASSOCIATED = hex("436f756e742d30");
    private static final byte[] MATERIAL = hex("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037");
    private static final byte[] PRIVATE = hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8");
    private static final byte[] PUBLIC = hex("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d");
    private static final byte[] SEALED = hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"
            + "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a");

    /** Sealed for the same key, with nothing associated, by the Python library cryptography 48.0.0. */
    private static final byte[] SEALED_ELSEWHERE =
            hex("d47a1abd86bf952ff23beb69a8500b4aaee1f08ad71b3af1b87a8b37ad1eb362"
                    + "454420bacc821f82d5c063ee516c010f31f0ee493e582841a33a5a7a6a954a2575c9a9764fb8fbcb28375fba4a");

    private static final byte[] NOTHING = {};

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void derivesTheKeyPairOfTheRfc() throws GeneralSecurityException {
        assertThat(Hpke.privateKey(MATERIAL)).isEqualTo(PRIVATE);
        assertThat(Hpke.publicKey(PRIVATE)).isEqualTo(PUBLIC);
    }

    @Test
    void opensWhatTheRfcSealed() throws GeneralSecurityException {
        assertThat(Hpke.AES_128.open(PRIVATE, INFO, ASSOCIATED, SEALED)).isEqualTo(TEXT);
    }

    @Test
    void opensWhatAnotherImplementationSealed() throws GeneralSecurityException {
        assertThat(Hpke.AES_256.open(PRIVATE, INFO, NOTHING, SEALED_ELSEWHERE)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void opensWhatItSealed(Hpke suite) throws GeneralSecurityException {
        var sealed = suite.seal(PUBLIC, INFO, ASSOCIATED, TEXT);

        assertThat(sealed).hasSize(Hpke.KEY_BYTES + TEXT.length + 16);
        assertThat(suite.open(PRIVATE, INFO, ASSOCIATED, sealed)).isEqualTo(TEXT);
        assertThat(suite.seal(PUBLIC, INFO, ASSOCIATED, TEXT)).isNotEqualTo(sealed);
    }

    @Test
    void opensNothingThatWasAlteredInAnyByte() {
        for (int at = 0; at < SEALED.length; at++) {
            var altered = SEALED.clone();
            altered[at] ^= 1;
            assertClosed(PRIVATE, INFO, ASSOCIATED, altered);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 47, 48, 76})
    void opensNothingThatWasCutShort(int length) {
        assertClosed(PRIVATE, INFO, ASSOCIATED, Arrays.copyOf(SEALED, length));
    }

    @Test
    void opensNothingOfAnotherPurposePlaceOrKey() throws GeneralSecurityException {
        var other = "another".getBytes(StandardCharsets.US_ASCII);

        assertClosed(PRIVATE, other, ASSOCIATED, SEALED);
        assertClosed(PRIVATE, INFO, other, SEALED);
        assertClosed(Hpke.privateKey(other), INFO, ASSOCIATED, SEALED);
    }

    private static void assertClosed(byte[] key, byte[] info, byte[] associated, byte[] sealed) {
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> Hpke.AES_128.open(key, info, associated, sealed));
    }
}
