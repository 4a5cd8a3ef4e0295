package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerSignatureTest {

    private static final String LONG = "f".repeat(64);

    @ParameterizedTest
    @CsvSource({
        // Short ones get zeros before them; DER has a zero before a first bit that is set.
        "3006020101020102, 01, 02",
        "300802020080020200ff, 80, ff",
        "3006020100020100, 00, 00",
        "3007020101020200ff, 01, ff"
    })
    void shortNumbersAreFilledWithZeros(String der, String r, String s) {
        assertThat(HexFormat.of().formatHex(DerSignature.read(bytes(der)).bytes()))
                .isEqualTo("0".repeat(64 - r.length()) + r + "0".repeat(64 - s.length()) + s);
    }

    @Test
    void longNumbersLoseTheSign() {
        var der = "3046" + "022100" + LONG + "022100" + LONG;

        assertThat(HexFormat.of().formatHex(DerSignature.read(bytes(der)).bytes()))
                .isEqualTo(LONG + LONG);
    }

    @Test
    void eachLengthComesBackAsItWas() {
        var random = new Random(7);
        for (int bits = 1; bits <= 256; bits++) {
            var r = new BigInteger(bits, random);
            var s = new BigInteger(257 - bits, random)
                    .min(BigInteger.TWO.pow(256).subtract(BigInteger.ONE));
            var raw = DerSignature.read(der(r.toByteArray(), s.toByteArray())).bytes();

            assertThat(new BigInteger(1, Arrays.copyOf(raw, 32))).isEqualTo(r);
            assertThat(new BigInteger(1, Arrays.copyOfRange(raw, 32, 64))).isEqualTo(s);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3000",
                "3003020101",
                "3005020101020102",
                "300602010102010200",
                "3106020101020102",
                "3006030101020102",
                "3006020101020181",
                "30060201ff020102",
                "300702020001020102",
                "3006020101020002",
                "3006020101027f02",
                "308106020101020102",
                "30050200020102"
            })
    void whatIsNoSignatureIsRefused(String der) {
        assertThatIllegalArgumentException().isThrownBy(() -> DerSignature.read(bytes(der)));
    }

    @Test
    void aNumberThatIsTooLongIsRefused() {
        var tooLong = new byte[33];
        tooLong[0] = 1;

        assertThatIllegalArgumentException().isThrownBy(() -> DerSignature.read(der(tooLong, new byte[] {1})));
        assertThatIllegalArgumentException().isThrownBy(() -> DerSignature.read(der(new byte[] {1}, tooLong)));
    }

    private static byte[] der(byte[] r, byte[] s) {
        return bytes("30%02x".formatted(r.length + s.length + 4)
                + "02%02x".formatted(r.length)
                + HexFormat.of().formatHex(r)
                + "02%02x".formatted(s.length)
                + HexFormat.of().formatHex(s));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
