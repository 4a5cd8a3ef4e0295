package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.JsonText;

/** The bodies that several routes read, and the problems that several routes answer. */
class BodiesTest {

    private static Request request(String body) {
        return Requests.of(Map.of(), body);
    }

    private static String note(String note) {
        return Bodies.note(request("{\"note\":\"" + note + "\"}"));
    }

    @Test
    void aNoteHasUpToFiveHundredCharacters() {
        assertThat(note(" n ")).isEqualTo("n");
        assertThat(note("n".repeat(500))).hasSize(500);
        assertThatThrownBy(() -> note("n".repeat(501))).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\\nb"})
    void aNoteIsOneLineWithWords(String note) {
        assertThatThrownBy(() -> note(note)).isInstanceOf(Rejected.class);
    }

    @Test
    void oneFieldIsReadAndNoOtherTaken() {
        assertThat(Bodies.code(request("{\"code\":\"012 345\"}")).digits()).isEqualTo("012345");
        assertThat(Bodies.call(request("{\"callReference\":\"call-9\"}")).value())
                .isEqualTo("call-9");
        assertThatThrownBy(() -> Bodies.code(request("{\"code\":\"012345\",\"note\":\"n\"}")))
                .isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> Bodies.call(request("{\"code\":\"012345\"}"))).isInstanceOf(Rejected.class);
    }

    private static String written(Problem problem) {
        return JsonText.write(Objects.requireNonNull(problem.response().body()));
    }

    @Test
    void theProblemsOfACodeAreAsTheContractHasThem() {
        assertThat(written(Parameters.codeRejected("Again.", 2)))
                .isEqualTo("{\"type\":\"urn:support-pin:problem:code-rejected\",\"title\":\"The code is wrong\","
                        + "\"status\":422,\"detail\":\"Again.\",\"attemptsLeft\":2}");
        assertThat(written(Parameters.noPendingConfirmation("Again.")))
                .isEqualTo("{\"type\":\"urn:support-pin:problem:no-pending-confirmation\","
                        + "\"title\":\"No confirmation is pending\",\"status\":409,\"detail\":\"Again.\"}");
    }
}
