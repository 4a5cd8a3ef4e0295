package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Str;

/** {@code auth_time}: seconds since 1970. */
class SignInTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private SignIn signIn(Json authTime) {
        return SignIn.of(Json.object().put("auth_time", authTime).build(), "auth_time", CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "-601, STALE",
        "-600.1, STALE",
        "-599, FRESH",
        "-1, FRESH",
        "0, FRESH",
        "60, FRESH",
        "61, STALE",
        "3600, STALE",
    })
    void isFreshForTenMinutesAndNeverInTheFuture(double secondsFromNow, SignIn expected) {
        var at = BigDecimal.valueOf(NOW.toEpochMilli(), 3).add(BigDecimal.valueOf(secondsFromNow));

        assertThat(signIn(new Str(at.toPlainString()))).isEqualTo(expected);
        assertThat(signIn(new Json.Num(at))).isEqualTo(expected);
    }

    @Test
    void maySayItsTimeWithAnExponent() {
        var seconds = NOW.getEpochSecond();
        var digits = Long.toString(seconds);

        assertThat(signIn(new Str(digits.charAt(0) + "." + digits.substring(1) + "e+09")))
                .isEqualTo(SignIn.FRESH);
        assertThat(signIn(new Str(digits.charAt(0) + "." + digits.substring(1) + "E9")))
                .isEqualTo(SignIn.FRESH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-1795348800",
                "now",
                "2026-11-22T12:00:00Z",
                "1795348800 ",
                "+1795348800",
                "1795348800000",
                "1e99",
                "1e999999999",
                "1795348800e-0",
                "NaN",
                "Infinity",
                "0x6b01f2c0",
                "[1795348800]",
                "١٧٩٥٣٤٨٨٠٠",
            })
    void thatTheTokenDoesNotSayPlainlyIsStale(String authTime) {
        assertThat(signIn(new Str(authTime))).isEqualTo(SignIn.STALE);
    }

    @Test
    void ofAnotherTypeIsStale() {
        for (var other : List.of(
                Json.Null.NULL,
                Json.of(true),
                Json.object().build(),
                Json.array(List.of(NOW.getEpochSecond()), Json::of))) {
            assertThat(signIn(other)).isEqualTo(SignIn.STALE);
        }
        assertThat(SignIn.of(Json.object().build(), "auth_time", CLOCK)).isEqualTo(SignIn.STALE);
    }
}
