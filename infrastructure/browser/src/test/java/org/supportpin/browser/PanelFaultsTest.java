package org.supportpin.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** integrations/php and integrations/node where something is not as it should be: the panel goes on, and nobody gets a token. */
class PanelFaultsTest {

    private final Path folder;
    private final List<WebServer> started = new ArrayList<>();

    PanelFaultsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private WebServer server() {
        return started.getFirst();
    }

    private Visitor visitor() {
        return new Visitor(server().origin());
    }

    @AfterEach
    void stop() {
        started.forEach(WebServer::close);
    }

    private void startNode() throws IOException {
        PanelWithASession.copy("integrations/node/support-pin.mjs", folder.resolve("support-pin.mjs"));
        Files.writeString(folder.resolve("faults.mjs"), PanelWithASession.resource("faults.mjs"));
        started.add(WebServer.node(folder, "faults.mjs", Map.of()));
    }

    private void startPhp(String call) throws IOException {
        PanelWithASession.copy("integrations/php/support-pin.php", folder.resolve("support-pin.php"));
        Files.writeString(folder.resolve("index.php"), """
                <?php
                declare(strict_types=1);
                require 'support-pin.php';
                ini_set('display_errors', '1');
                %s
                """.formatted(call));
        started.add(WebServer.php(folder, Map.of()));
    }

    /** Whoever has no session at all is nobody; so is 0, as which some systems know a visitor. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "undefined",
                "promise-of-null",
                "no-customer",
                "customer-null",
                "customer-0",
                "customer-empty"
            })
    void nodeTakesNobodyForACustomer(String route) throws IOException {
        startNode();

        assertThat(visitor().post("/" + route, "").statusCode()).isEqualTo(401);
        assertThat(visitor().post("/" + route, "").body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throws | Cannot read properties of undefined",
                "rejects | The store does not answer.",
                "rejects-with-nothing | undefined",
                "no-session | Cannot read properties of undefined",
                "no-key | ENOENT",
                "late | ENOENT"
            })
    void nodeOutlivesAFaultAndLogsIt(String route, String reason) throws IOException {
        startNode();
        var first = visitor().post("/" + route, "").statusCode();

        assertThat(visitor().post("/null", "").statusCode()).isEqualTo(401);
        assertThat(first).isEqualTo(route.equals("late") ? 504 : 503);
        assertThat(server().log()).contains("Support PIN: ").contains(reason);
    }

    /** Whoever is asked for nothing cannot fail. */
    @Test
    void nodeAsksForTheSessionOnlyWhereAPageOfThePanelAsks() throws IOException {
        startNode();

        assertThat(List.of(
                        visitor().get("/throws"),
                        visitor().send("POST", "/rejects", "", "https://evil.example"),
                        visitor().send("POST", "/throws", "", "")))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(403));
        assertThat(visitor().post("/null", "").statusCode()).isEqualTo(401);
        assertThat(server().log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "''"})
    void phpTakesNobodyForACustomer(String customer) throws IOException {
        startPhp("support_pin_answer([], %s);".formatted(customer));

        assertThat(visitor().post("/", "").statusCode()).isEqualTo(401);
        assertThat(visitor().post("/", "").body()).isEqualTo("{}");
    }

    /** A fault of any kind, and not only those that the file throws itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"'/nowhere.pem' | The private key cannot be read.", "[] | must be of type string, array given"})
    void phpShowsNoFaultInTheBrowser(String key, String reason) throws IOException {
        startPhp(
                "support_pin_answer(['endpoint' => 'http://127.0.0.1:9/', 'client' => 'p', 'kid' => 'p', 'key' => %s], 1001);"
                        .formatted(key));
        var answer = visitor().post("/", "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(server().log()).contains("Support PIN: ").contains(reason);
    }

    /** An origin without a host is no page of a panel without one. */
    @ParameterizedTest
    @EnumSource
    void anEmptyHostIsNobodysOrigin(PanelWithASession kind) throws IOException {
        if (kind == PanelWithASession.NODE) {
            startNode();
        } else {
            startPhp("support_pin_answer([], null);");
        }

        assertThat(statusWithoutHost("https://")).contains(" 403 ");
        assertThat(statusWithoutHost("")).contains(" 403 ");
    }

    private String statusWithoutHost(String origin) throws IOException {
        var address = URI.create(server().origin());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = "POST /null HTTP/1.1\r\nHost:\r\nOrigin: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .formatted(origin);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
        }
    }
}
