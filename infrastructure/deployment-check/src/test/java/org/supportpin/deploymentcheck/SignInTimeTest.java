package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;

/** The check takes for fresh what the functions take for fresh, and nothing else. */
class SignInTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

    private static SignInTime of(Json value) {
        return SignInTime.of(
                Json.object().put("auth_time", value).build(), "auth_time", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** What the functions declare stands here too, to the letter. */
    @Test
    void itsBoundsAreThoseOfTheFunctions() throws IOException {
        var functions = Files.readString(
                Path.of("../../functions/handlers/src/main/java/org/supportpin/functions/http/SignIn.java"));
        var check = Files.readString(Path.of("src/main/java/org/supportpin/deploymentcheck/SignInTime.java"));

        for (var bound : List.of("Duration LONGEST = ", "Duration SKEW = ", "Pattern SECONDS = ")) {
            assertThat(declaration(check, bound)).as(bound).isEqualTo(declaration(functions, bound));
        }
    }

    private static String declaration(String source, String start) {
        var found = Pattern.compile(Pattern.quote(start) + "\\s*(.*);").matcher(source);
        assertThat(found.find()).as(start).isTrue();
        return found.group(1);
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

        assertThat(of(new Json.Num(at))).isEqualTo(expected);
        assertThat(of(new Json.Str(at.toPlainString()))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795348800000", "1795348800000000000", "1795348800000.5"})
    void millisecondsAreInTheFuture(String text) {
        assertThat(of(new Json.Str(text))).isEqualTo(SignInTime.IN_THE_FUTURE);
        assertThat(of(new Json.Num(new BigDecimal(text)))).isEqualTo(SignInTime.IN_THE_FUTURE);
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
        assertThat(of(new Json.Str(text))).isEqualTo(SignInTime.NO_TIME);
    }

    @Test
    void whatIsNotThereIsNotSaid() {
        assertThat(of(Json.Null.NULL)).isEqualTo(SignInTime.NOT_SAID);
        assertThat(of(Json.of(true))).isEqualTo(SignInTime.NO_TIME);
    }
}
