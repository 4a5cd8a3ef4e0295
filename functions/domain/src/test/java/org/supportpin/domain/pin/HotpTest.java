package org.supportpin.domain.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standards' own vectors. */
class HotpTest {

    /** The seed of RFC 4226 appendix D, and of RFC 6238 appendix B as its errata 2866 have it for SHA-256. */
    private static final String SEED_20 = "12345678901234567890";

    private static final String SEED_32 = "12345678901234567890123456789012";

    /** RFC 4226 appendix D: count, truncated value, HOTP. */
    @ParameterizedTest
    @CsvSource({
        "0, 1284755224, 755224",
        "1, 1094287082, 287082",
        "2, 137359152, 359152",
        "3, 1726969429, 969429",
        "4, 1640338314, 338314",
        "5, 868254676, 254676",
        "6, 1918287922, 287922",
        "7, 82162583, 162583",
        "8, 673399871, 399871",
        "9, 645520489, 520489"
    })
    void truncationIsThatOfRfc4226(long count, int truncated, String hotp) {
        var hmac = Hotp.mac(ascii(SEED_20), "HmacSHA1").doFinal(bytes(count));

        assertThat(Hotp.truncate(hmac)).isEqualTo(truncated);
        assertThat(Passcode.of(Hotp.truncate(hmac) % 1_000_000).digits()).isEqualTo(hotp);
    }

    /** RFC 6238 appendix B, the rows of SHA-256: time, T, and a TOTP of eight digits, of which a PIN has the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 0000000000000001, 46119246",
        "1111111109, 00000000023523EC, 68084774",
        "1111111111, 00000000023523ED, 67062674",
        "1234567890, 000000000273EF07, 91819424",
        "2000000000, 0000000003F940AA, 90698825",
        "20000000000, 0000000027BC86AA, 77737706"
    })
    void aPinIsThatOfRfc6238WithSha256(long time, String t, String totp) {
        var counter = bytes(Long.parseLong(t, 16));
        var hmac = Hotp.mac(ascii(SEED_32), "HmacSHA256").doFinal(counter);

        assertThat(Math.floorDiv(time, 30)).isEqualTo(Long.parseLong(t, 16));
        assertThat("%08d".formatted(Hotp.truncate(hmac) % 100_000_000)).isEqualTo(totp);
        assertThat(new Hotp(ascii(SEED_32)).at(counter).digits()).isEqualTo(totp.substring(2));
    }

    private static byte[] bytes(long counter) {
        return ByteBuffer.allocate(Long.BYTES).putLong(counter).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
