package org.supportpin.functions.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.functions.http.Edge.ROUTE;
import static org.supportpin.functions.http.Edge.assertProblem;
import static org.supportpin.functions.http.Edge.body;
import static org.supportpin.functions.http.Edge.event;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.EventOf;

/** A request's body: how large, of which type, and every fault of it. */
class BodyTest {

    private final Edge edge = new Edge();
    private static final int MOST_BYTES = 32 * 1024;

    /** The pointers of a 422. */
    private static List<String> pointers(Answer answer) {
        assertProblem(answer, 422, "invalid-parameters");
        return ((Json.Arr) answer.member("errors"))
                .items().stream()
                        .map(each -> ((Obj) each).text("pointer").orElseThrow())
                        .toList();
    }

    @Test
    void thirtyTwoKibibytesAreTheMost() {
        var room = MOST_BYTES - body("").length();

        assertThat(edge.answer(event().body(body("a".repeat(room)))).status()).isEqualTo(200);
        assertProblem(edge.answer(event().body(body("a".repeat(room + 1)))), 413, "payload-too-large");
    }

    @Test
    void bytesAreCountedAndNotCharacters() {
        var room = (MOST_BYTES - body("").length()) / 2;

        assertThat(edge.answer(event().body(body("ά".repeat(room)))).status()).isEqualTo(200);
        assertProblem(edge.answer(event().body(body("ά".repeat(room + 1)))), 413, "payload-too-large");
    }

    @Test
    void anEncodedBodyIsDecodedAndThenCounted() {
        var room = MOST_BYTES - body("").length();

        assertThat(edge.answer(event().base64(base64(body("a".repeat(room))))).status())
                .isEqualTo(200);
        assertProblem(edge.answer(event().base64(base64(body("a".repeat(room + 1))))), 413, "payload-too-large");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "a", "{\"text\":\"482913\"}", "YQ=", "YQ==YQ==", "ά"})
    void invalidBase64IsMalformed(String text) {
        assertProblem(edge.answer(event().base64(text)), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "482913x",
                "{\"text\":\"482913\"",
                "{\"482913\":1,\"482913\":2}",
                "{} {}",
                "{\"text\":\"\\ud800\"}",
                "{\"number\":1e99999999999}"
            })
    void brokenJsonIsMalformed(String text) {
        assertProblem(edge.answer(event().body(text)), 400, "malformed-request");
    }

    @Test
    void invalidUtf8IsMalformed() {
        assertProblem(
                edge.answer(event().base64(Base64.getEncoder().encodeToString(new byte[] {'"', (byte) 0xff, '"'}))),
                400,
                "malformed-request");
    }

    @Test
    void noBodyIsNotAnEmptyObject() {
        assertProblem(edge.answer(event()), 400, "malformed-request");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 200",
        "application/json; charset=utf-8, 200",
        "APPLICATION/JSON, 200",
        "application/vnd.host+json, 200",
        "text/plain, 415",
        "text/plain; application/json, 415",
        "application/x-www-form-urlencoded, 415",
        "application/jsonx, 415",
        "application/json ;charset=utf-8, 200",
        "'application/json,application/json', 415",
        "'text/plain,application/vnd.host+json', 415",
        "'application/json; charset=utf-8, text/plain', 415",
        "text/plain+json/x+json, 415",
        "'', 415"
    })
    void theBodyIsJsonByItsType(String type, int status) {
        assertThat(edge.answer(event().header("content-type", type).body(body("a")))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void anotherTypeIsNamed() {
        assertProblem(
                edge.answer(event().header("content-type", "text/plain").body(body("a"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void faultsOfBodyAndHeaderAreReportedTogether() {
        var event = EventOf.route(ROUTE)
                .claims(EventOf.customer("4711").build())
                .body("{\"text\":482913,\"number\":10,\"numbr\":1}");

        assertThat(pointers(edge.answer(event))).containsExactly("/Idempotency-Key", "/text", "/number", "/numbr");
        assertThat(pointers(edge.answer(event().body("[482913]")))).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({"'', 204", "{}, 204", "'{\"a\":1}', 422", "[], 422", "{, 400"})
    void anEmptyObjectCountsAsNoBody(String text, int status) {
        var event = EventOf.route("DELETE /v1/panel/thing")
                .claims(EventOf.customer("4711").build());

        assertThat(edge.answer(event.body(text)).status()).isEqualTo(status);
    }
}
