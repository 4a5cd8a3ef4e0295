package org.supportpin.local.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.LocalStack;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.sample.SampleProject;

@TestInstance(Lifecycle.PER_CLASS)
class LocalRoutesTest {

    private LocalStack stack;
    private Caller caller;

    @BeforeAll
    void start(@TempDir Path folder) {
        stack = SampleProject.in(folder).start();
        caller = new Caller(stack.uri());
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    private Instant now() {
        return Instant.parse(caller.json(caller.get("/local/clock")).path("now").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT30M", "PT0.001S", "P1DT2H", "P400D"})
    void theClockMovesForward(String by) {
        var before = now();
        var answer = caller.post("/local/clock", "{\"advance\":\"" + by + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Instant.parse(caller.json(answer).path("now").asText()))
                .isBetween(
                        before.plus(Duration.parse(by)),
                        before.plus(Duration.parse(by)).plusSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"advance\":\"\"}",
                "{\"advance\":null}",
                "{\"advance\":30}",
                "{\"advance\":\"PT0S\"}",
                "{\"advance\":\"-PT1M\"}",
                "{\"advance\":\"PT-1M\"}",
                "{\"advance\":\"P400DT1S\"}",
                "{\"advance\":\"P1M\"}",
                "{\"advance\":\"30 minutes\"}",
                "{\"advance\":\"P999999999999999999D\"}",
                "{\"advance\":\"PT9223372036854775807S\"}",
                "{\"advance\":\"PT1M\",\"by\":1}"
            })
    void timeDoesNotMoveBack(String body) {
        var before = now();
        var answer = caller.post("/local/clock", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        var problem = caller.json(answer);
        assertThat(problem.path("type").asText()).isEqualTo("urn:support-pin:problem:invalid-parameters");
        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("errors").path(0).path("pointer").asText()).isIn("/advance", "/by");
        assertThat(now()).isBefore(before.plusSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "\"text\"", "{\"advance\":\"PT1M\"}{}", "{\"advance\":\"PT1M\",\"advance\":\"PT2M\"}"
            })
    void aBodyThatIsNotAnObjectIsMalformed(String body) {
        var answer = caller.post("/local/clock", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(caller.json(answer).path("type").asText()).isEqualTo("urn:support-pin:problem:malformed-request");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/local/nothing",
        "DELETE,/local/clock",
        "GET,/local/",
        "GET,/local/clock/",
        "GET,/local/issuers/root/.well-known/jwks.json"
    })
    void otherRoutesAreNotFound(String method, String path) {
        var answer = caller.call(method, path, "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(caller.json(answer).path("type").asText()).isEqualTo("urn:support-pin:problem:not-found");
    }

    @Test
    void aStackThatServesIsHealthy() {
        assertThat(caller.get("/local/health").statusCode()).isEqualTo(200);
    }
}
