package org.supportpin.domain.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;

class PasscodeTest {

    @ParameterizedTest
    @CsvSource({"0, 000000", "7, 000007", "48213, 048213", "999999, 999999"})
    void leadingZerosStay(int value, String digits) {
        assertThat(Passcode.of(value).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_000, Integer.MIN_VALUE})
    void sixDigitsHoldNoMore(int value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Passcode.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "048213",
                "048 213",
                " 048213 ",
                "0 4 8 2 1 3",
                "  04 82 13  ",
                "048\u00a0213",
                "\u202a048213\u202c",
                "\ufeff048\u200b213\u200e",
                "\u2068048\u202f213\u2069"
            })
    void spacesAndInvisibleMarksAreIgnored(String text) {
        assertThat(Passcode.parse(text)).isEqualTo(Checked.valid(Passcode.of(48213)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "04821",
                "0482134",
                "04821a",
                "-48213",
                "048\t213",
                "048-213",
                "048\ufe0f213",
                "048\u0000213",
                "٠٤٨٢١٣",
                "０４８２１３",
                "048213\n",
                "048213                         "
            })
    void whatIsNotSixDigitsIsRefusedAndNotRepeated(String text) {
        assertThat(Passcode.parse(text))
                .isEqualTo(Checked.faulty("Enter six digits, for example 123 456."))
                .isInstanceOf(Faulty.class);
    }

    @Test
    void equalIsWhoHasTheSameDigits() {
        var passcode = Passcode.of(48213);

        assertThat(passcode).isEqualTo(Passcode.parse("048213").orThrow()).isNotEqualTo("048213");
        for (int place = 1; place <= 100_000; place *= 10) {
            assertThat(passcode).isNotEqualTo(Passcode.of((48213 + place) % 1_000_000));
        }
    }

    @Test
    void onlyTheDigitsDistinguishPasscodes() {
        assertThat(Passcode.of(48213)).hasToString("Passcode[redacted]").hasSameHashCodeAs(Passcode.of(7));
        assertThat("%s %s".formatted(Passcode.of(48213), new HashMap<>(java.util.Map.of(Passcode.of(48213), 1))))
                .doesNotContain("48213");
    }

    /** {@code MessageDigest.isEqual} looks at every byte; {@code String.equals} stops at the first that differs. */
    @Test
    void digitsAreKeptInNoStringThatComparesFaster() {
        assertThat(Arrays.stream(Passcode.class.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(field -> field.getType().getSimpleName()))
                .containsExactly("byte[]");
    }
}
