package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer is no answer: neither an open route nor a closed one, and what follows from it is not said again. */
class NoAnswerTest {

    private static final String OPENS = "opens a route of the others";

    @TempDir
    Path folder;

    private final Stage stage = new Stage();
    private String token = "";

    @BeforeEach
    void signIn() throws IOException {
        token = Files.writeString(folder.resolve("token"), stage.token(Realm.PANEL, UnaryOperator.identity()))
                .toString();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private String run(List<String> options) {
        var bytes = new ByteArrayOutputStream();
        try (var account = new Account()) {
            new DeploymentCheck(
                            account,
                            Clock.systemUTC(),
                            new PrintStream(bytes, true, StandardCharsets.UTF_8),
                            Duration.ofSeconds(1))
                    .run(options);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String run() {
        return run(Stream.concat(stage.options().stream(), Stream.of("--panelToken=" + token))
                .toList());
    }

    @Test
    void anApiThatCannotBeReachedIsOneProblem() {
        stage.close();

        assertThat(run())
                .contains("The API cannot be reached: GET /v1/keys gives no answer (no connection).")
                .contains("Routes, tokens and origins were not tried.")
                .contains("The issuer of a customer was not looked at.")
                .contains("Not complete yet: 1 problem.");
    }

    @Test
    void anIssuerElsewhereIsLookedAtAllTheSame() throws IOException {
        int nobody;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        assertThat(run(List.of(
                        "--api=http://127.0.0.1:" + nobody,
                        "--panelIssuer=" + stage.issuer(Realm.PANEL),
                        "--panelToken=" + token)))
                .contains("The API cannot be reached", "The issuer of a customer can be read")
                .contains("Not complete yet: 1 problem.");
    }

    @Test
    void aRouteThatHangsIsNotOpen() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run(List.of("--api=http://127.0.0.1:" + deaf.getLocalPort())))
                    .contains("GET /v1/keys gives no answer (none within 1 s).")
                    .contains("Not complete yet: 1 problem.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | gives no answer (the connection broke off)",
                "302 | answers 302, a redirect",
                "404 | answers 404, as if it were not there",
                "500 | answers 500"
            })
    void whatIsNotAnsweredOpensNothingAndClosesNothing(int status, String says) {
        stage.instead.put("GET /v1/agent/actions with a token", status);

        assertThat(run())
                .contains(
                        "Whether the token of a customer opens a route of the others was not seen: GET /v1/agent/actions "
                                + says + ".")
                .contains("Not complete yet: 1 problem.")
                .doesNotContain(OPENS + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | gives no answer (the connection broke off)",
                "302 | answers 302, a redirect",
                "404 | answers 404, as if it were not there",
                "503 | answers 503"
            })
    void whatIsNotAnsweredAcceptsNoToken(int status, String says) {
        stage.instead.put("GET /v1/panel/support-pin with a token", status);

        assertThat(run())
                .contains("With the token of a customer GET /v1/panel/support-pin " + says + ".")
                .doesNotContain("The API accepts the token");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 302, 404})
    void whatIsNotAnsweredIsNotClosed(int status) {
        stage.instead.put("GET /v1/agent/actions", status);

        assertThat(run())
                .containsPattern(
                        "GET /v1/agent/actions without a token (gives no answer|answers 302, a redirect|answers 404, as).* and not 401")
                .contains("Not complete yet: 1 problem.");
    }

    @Test
    void aPreflightWithoutAnAnswerSaysNothingOfThePages() {
        stage.instead.put("OPTIONS /v1/panel/support-pin", Stage.NO_ANSWER);

        assertThat(run())
                .contains(
                        "Whether pages of " + Stage.ORIGIN + " may call the API was not seen: OPTIONS gives no answer")
                .doesNotContain("may not call");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openid-configuration | 0 | has no discovery document",
                "openid-configuration | 404 | has no discovery document",
                "jwks | 0 | cannot be read",
                "jwks | 302 | cannot be read"
            })
    void anIssuerThatGivesNoAnswerIsNotSaidToLackKeys(String document, int status, String expected) {
        var path = document.equals("jwks") ? "/jwks" : "/.well-known/openid-configuration";
        stage.instead.put("GET /v1/issuers/panel" + path, status);

        assertThat(run())
                .containsPattern(expected + ": GET \\S+" + document + " (gives no answer|answers)")
                .doesNotContain("no RSA key")
                .contains("Not complete yet: 1 problem.");
    }
}
