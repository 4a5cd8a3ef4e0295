package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.browser.TokenEndpoint.Answer;

/** integrations/php and integrations/node where the token endpoint, or what stands before it, answers anything but a token. */
class TokenAnswersTest {

    private final Path folder;
    private final Stack stack = Stack.tokenServiceAlone();
    private final TokenEndpoint endpoint = new TokenEndpoint(Answer.token("expected"));
    private final List<WebServer> started = new ArrayList<>();

    TokenAnswersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        started.forEach(WebServer::close);
        endpoint.close();
    }

    private HttpResponse<String> ask(PanelWithASession kind) throws IOException {
        var panel = kind.asks(endpoint.address(), stack.dataFolder().resolve("client-panel.pem"), folder, "{}");
        started.add(panel);
        return new Visitor(panel.origin()).post("/token", "");
    }

    private String logged() {
        return started.getFirst().log();
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsAnswered(PanelWithASession kind) throws IOException {
        assertThat(ask(kind).body()).isEqualTo("{\"token\":\"expected\"}");
    }

    private static Stream<Arguments> forEachKind(Stream<Answer> answers) {
        return answers.flatMap(answer -> Stream.of(PanelWithASession.values()).map(kind -> Arguments.of(kind, answer)));
    }

    static Stream<Arguments> whatIsNoToken() {
        return forEachKind(Stream.concat(
                Stream.of(
                        Answer.of(204, ""),
                        Answer.of(200, ""),
                        Answer.of(429, "{\"message\":\"Too Many Requests\"}"),
                        new Answer(502, Map.of("Content-Type", "text/html"), "<html>Bad Gateway</html>"),
                        Answer.of(400, "{\"access_token\":\"taken\"}"),
                        Answer.of(201, "{\"access_token\":\"taken\"}"),
                        Answer.of(400, "{\"error_description\":[\"taken\"]}"),
                        Answer.of(400, "{\"error_description\":\"taken\\nfor another line of the log\"}"),
                        Answer.of(400, "{\"error_description\":\"\"}")),
                Stream.of(
                                "{\"access_token\":\"ey",
                                "[\"access_token\"]",
                                "[{\"access_token\":\"taken\"}]",
                                "\"access_token\"",
                                "5",
                                "true",
                                "null",
                                "{}",
                                "{\"access_token\":null}",
                                "{\"access_token\":5}",
                                "{\"access_token\":true}",
                                "{\"access_token\":\"\"}",
                                "{\"access_token\":[\"taken\"]}",
                                "{\"access_token\":{\"0\":\"taken\"}}",
                                "{\"access_token\":\"taken\\nfor a token\"}")
                        .map(body -> Answer.of(200, body))));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoToken")
    void nothingElseIsTakenForOneAndTheLogHasItsStatus(PanelWithASession kind, Answer answer) throws IOException {
        endpoint.answers(answer);
        nobodyGetsOne(kind, "HTTP " + answer.status());

        assertThat(logged()).doesNotContain("taken", "access_token", "message", "html", "JSON");
    }

    private void nobodyGetsOne(PanelWithASession kind, String reason) throws IOException {
        var answered = ask(kind);

        assertThat(answered.statusCode()).isEqualTo(503);
        assertThat(answered.body()).isEqualTo("{}");
        assertThat(logged()).contains("Support PIN: " + reason).doesNotContain("eyJ");
    }

    /** As <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749</a> §5.2 has it. */
    @ParameterizedTest
    @EnumSource
    void theLogHasWhatTheServiceSaysOfARefusal(PanelWithASession kind) throws IOException {
        endpoint.answers(Answer.of(
                400, "{\"error\":\"invalid_grant\",\"error_description\":\"Let the clock follow a server.\"}"));
        nobodyGetsOne(kind, "Let the clock follow a server.");
    }

    @ParameterizedTest
    @CsvSource({"PHP,Failed to connect to 127.0.0.1", "NODE,fetch failed: connect ECONNREFUSED 127.0.0.1"})
    void theLogHasWhatTheNetworkSaysIfNobodyAnswers(PanelWithASession kind, String reason) throws IOException {
        endpoint.close();
        nobodyGetsOne(kind, reason);
    }

    /** Nothing of it is worth the panel's memory. */
    @ParameterizedTest
    @CsvSource({"PHP,Maximum file size exceeded", "NODE,HTTP 200"})
    void anAnswerThatIsLongerThanAnyTokenIsNotRead(PanelWithASession kind, String reason) throws IOException {
        endpoint.answers(Answer.token("a".repeat(1_000_000)));
        nobodyGetsOne(kind, reason);
    }

    static Stream<Arguments> redirects() {
        return forEachKind(IntStream.of(301, 302, 303, 307, 308)
                .mapToObj(status -> Answer.of(status, "{\"access_token\":\"of the redirect\"}")));
    }

    /** Whoever gets the assertion can have its token: no other host may see it. */
    @ParameterizedTest
    @MethodSource("redirects")
    void anAssertionGoesToNoOtherAddress(PanelWithASession kind, Answer redirect) throws IOException {
        try (var elsewhere = new TokenEndpoint(Answer.token("of elsewhere"))) {
            endpoint.answers(new Answer(redirect.status(), Map.of("Location", elsewhere.address()), redirect.body()));
            nobodyGetsOne(
                    kind,
                    kind == PanelWithASession.PHP ? "HTTP " + redirect.status() : "fetch failed: unexpected redirect");

            assertThat(elsewhere.asked()).isZero();
            assertThat(endpoint.asked()).isOne();
        }
    }
}
