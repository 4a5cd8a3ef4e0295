package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.check.Fault;

/** Problems as RFC 9457 has them. */
class ProblemTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0.001S, 1", "PT1S, 1", "PT1.001S, 2", "PT59.999S, 60", "PT0S, 1", "PT-5S, 1", "PT24H, 86400"})
    void whenToComeBackIsRoundedUp(Duration wait, String seconds) {
        var response = Problem.of(429, "too-many-requests", "Too many")
                .detail("Wait.")
                .retryAt(NOW.plus(wait), NOW)
                .response();

        assertThat(response.headers()).containsEntry("Retry-After", seconds);
        assertThat(((Obj) Objects.requireNonNull(response.body())).text("retryAt"))
                .contains(NOW.plus(wait).toString());
    }

    @Test
    void everyFaultStandsInIt() {
        var response = Problem.invalid(List.of(new Fault("/a", "Enter a."), new Fault("", "Enter more.")))
                .response();

        assertThat(JsonText.write(Objects.requireNonNull(response.body())))
                .isEqualTo("{\"type\":\"urn:support-pin:problem:invalid-parameters\",\"title\":\"Some parameters are"
                        + " invalid\",\"status\":422,\"detail\":\"Correct the fields listed in errors[] and send the"
                        + " request again.\",\"errors\":[{\"pointer\":\"/a\",\"message\":\"Enter a.\"},{\"pointer\":\"\","
                        + "\"message\":\"Enter more.\"}]}");
    }
}
