package org.supportpin.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token says of the time of its owner's sign-in; SignInTest and TokenTest read it from claims. */
class SignInTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

    private static SignInTime of(String said) {
        return SignInTime.of(said, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "-601, LONG_AGO",
        "-600.1, LONG_AGO",
        "-599, FRESH",
        "0, FRESH",
        "60, FRESH",
        "61, IN_THE_FUTURE",
        "3600, IN_THE_FUTURE"
    })
    void isFreshForTenMinutesAndNeverInTheFuture(double secondsFromNow, SignInTime expected) {
        var at = BigDecimal.valueOf(NOW.toEpochMilli(), 3).add(BigDecimal.valueOf(secondsFromNow));

        assertThat(of(at.toPlainString())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795348800000", "1795348800000000000", "1795348800000.5"})
    void millisecondsAreInTheFuture(String text) {
        assertThat(of(text)).isEqualTo(SignInTime.IN_THE_FUTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1795348800",
                "now",
                "2026-11-22T12:00:00Z",
                "+1795348800",
                "1e999999999",
                "[1795348800]"
            })
    void anotherTextIsNoTime(String text) {
        assertThat(of(text)).isEqualTo(SignInTime.NO_TIME);
    }
}
