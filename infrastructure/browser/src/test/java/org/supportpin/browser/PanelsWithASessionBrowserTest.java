package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.contract.ProjectFiles;

/** integrations/php and integrations/node in panels that have nothing but a session, against the token service alone. */
class PanelsWithASessionBrowserTest extends PageTest {

    private static final String ROUTE = "/session/support-pin-token";

    private final Path folder;
    private String panel = "";
    private AutoCloseable server = () -> {};

    PanelsWithASessionBrowserTest(@TempDir Path folder) {
        super(Stack.tokenServiceAlone());
        this.folder = folder;
    }

    private WebServer start(PanelWithASession kind) throws IOException {
        var started = kind.start(stack, folder);
        server = started;
        panel = started.origin();
        return started;
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Override
    protected boolean isOwn(String url) {
        return super.isOwn(url) || url.startsWith(panel + "/") || url.startsWith("data:");
    }

    @ParameterizedTest
    @EnumSource
    void aPageWithNothingButASessionShowsTheBar(PanelWithASession kind) throws IOException {
        start(kind);
        var page = open(panel + "/?customer=shows-" + kind);
        var bar = Bar.on(page);

        bar.is("inactive");
        assertThat(bar.action()).hasText("Δήλωση κινητού");
        assertThat(stack.text("POST", "/local/tokens", "")).contains("The local stack has no such route.");
    }

    /** The panel knows the mobile for certain. */
    @ParameterizedTest
    @CsvSource({"PHP,6941000001", "NODE,6941000002"})
    void aPageActivatesWithOneClickAndShowsThePin(PanelWithASession kind, String mobile) throws IOException {
        start(kind);
        var page = open(panel + "/?customer=activates-%s&mobile=%%2B30%s".formatted(kind, mobile));
        var bar = Bar.on(page);
        bar.is("inactive");
        bar.action().click();

        bar.is("active");
        assertThat(bar.element().locator(".pin .heard")).hasText(Pattern.compile("(\\d, ){5}\\d"));
        var pin = bar.element().locator(".pin > [aria-hidden]").innerText();
        page.navigate(panel + "/");
        bar.is("active");
        bar.shows(pin);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsKeptInTheSessionForItsCustomerAlone(PanelWithASession kind) throws IOException {
        start(kind);
        var visitor = new Visitor(panel);
        visitor.get("/?customer=first");
        var first = visitor.post(ROUTE, "");
        visitor.get("/?minutes=3");
        assertThat(visitor.post(ROUTE, "").body()).isEqualTo(first.body());
        visitor.get("/?minutes=1");
        assertThat(visitor.post(ROUTE, "").body()).isNotEqualTo(first.body());
        assertThat(Tokens.claims(first).path("sub").asText()).isEqualTo("first");
        assertThat(Tokens.claims(first).path("auth_time").asLong()).isPositive();
        assertThat(Tokens.claims(first).has("phone_number")).isFalse();
        visitor.get("/?customer=second");
        assertThat(Tokens.claims(visitor.post(ROUTE, "")).path("sub").asText()).isEqualTo("second");
    }

    /** Such as a number from a database. */
    @ParameterizedTest
    @EnumSource
    void anIdMayBeANumber(PanelWithASession kind) throws IOException {
        start(kind);
        var route = folder.resolve("session/support-pin-token/index.php");
        if (kind == PanelWithASession.PHP) {
            Files.writeString(route, Files.readString(route).replace("<?php", "<?php declare(strict_types=1);"));
        }
        var visitor = new Visitor(panel);
        visitor.get("/?customer=1001");
        var first = visitor.post(ROUTE, "");

        assertThat(Tokens.claims(first).path("sub").asText()).isEqualTo("1001");
        assertThat(visitor.post(ROUTE, "").body()).isEqualTo(first.body());
    }

    /** As after an urgent exchange of the service's keys. A token of this moment is no better for being made anew. */
    @ParameterizedTest
    @EnumSource
    void aKeptTokenThatTheServiceRefusesIsReplacedOnceItIsTenSecondsOld(PanelWithASession kind) throws IOException {
        start(kind);
        var visitor = new Visitor(panel);
        visitor.get("/?customer=refused");
        var first = visitor.post(ROUTE, "");
        assertThat(visitor.refused(ROUTE).body()).isEqualTo(first.body());
        visitor.get("/?minutes=1");
        assertThat(visitor.post(ROUTE, "").body()).isEqualTo(first.body());
        var second = visitor.refused(ROUTE);

        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(Tokens.claims(second).path("sub").asText()).isEqualTo("refused");
        assertThat(visitor.post(ROUTE, "").body()).isEqualTo(second.body());
    }

    @ParameterizedTest
    @EnumSource
    void theBarGoesOnWhereAKeptTokenIsRefused(PanelWithASession kind) throws IOException {
        start(kind);
        var page = open(panel + "/?customer=spoilt-" + kind);
        Bar.on(page).is("inactive");
        page.navigate(panel + "/?minutes=1&spoil");

        Bar.on(page).is("inactive");
    }

    @ParameterizedTest
    @EnumSource
    void onlyAPageOfThePanelGetsATokenAndNothingMayKeepIt(PanelWithASession kind) throws IOException {
        start(kind);
        var visitor = new Visitor(panel);
        var nobody = visitor.post(ROUTE, "");
        visitor.get("/?customer=kept");
        var known = visitor.post(ROUTE, "");
        var reads = visitor.send("GET", ROUTE, "", panel);
        var foreign = visitor.send("POST", ROUTE, "", "https://evil.example");
        var neighbour = visitor.send("POST", ROUTE, "", panel + "0");
        var nowhere = visitor.send("POST", ROUTE, "", "");

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(List.of(reads, foreign, neighbour, nowhere))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(403))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("{}"));
        assertThat(List.of(nobody, known, reads, foreign)).allSatisfy(answer -> {
            assertThat(answer.headers().allValues("cache-control")).contains("no-store");
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .isEmpty();
        });
    }

    /** The reason is for the panel's log, and not for the browser. */
    @ParameterizedTest
    @EnumSource
    void aRefusalIsInTheLogInWords(PanelWithASession kind) throws IOException {
        var running = start(kind);
        var visitor = new Visitor(panel);
        visitor.get("/?customer=..%2F1001");
        var answer = visitor.post(ROUTE, "");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(running.log()).contains("Set sub to the id of the customer").doesNotContain("PRIVATE KEY", "eyJ");
    }

    @Test
    void withoutItsKeyThePanelSaysSo() throws IOException {
        var running = start(PanelWithASession.PHP);
        var route = folder.resolve("session/support-pin-token/index.php");
        Files.writeString(route, Files.readString(route).replace("client-panel.pem", "nowhere.pem"));
        var visitor = new Visitor(panel);
        visitor.get("/?customer=1001");

        assertThat(visitor.post(ROUTE, "").statusCode()).isEqualTo(503);
        assertThat(running.log()).contains("The private key cannot be read.");
    }

    /** The commands of integrations/README.md, with the key of this stack. */
    @ParameterizedTest
    @ValueSource(strings = {"php -r", "node -p"})
    void aPublicKeyIsWrittenAsTokenClientsWantsIt(String beginning) throws IOException, ParseException {
        var data = stack.dataFolder();
        var command = Files.readAllLines(ProjectFiles.root().resolve("integrations/README.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .replace(
                        "/etc/support-pin/panel.pem",
                        data.resolve("client-panel.pem").toString());
        var run = new ProcessBuilder("bash", "-c", command)
                .redirectError(Redirect.INHERIT)
                .start();
        var written = new String(run.getInputStream().readAllBytes(), UTF_8);

        assertThat(ECKey.parse(written))
                .isEqualTo(ECKey.parse(Files.readString(data.resolve("client-panel.json")))
                        .toPublicJWK());
    }

    /** The commands of integrations/README.md that docs/deployment.md sends to, with the keys of this stack. */
    @ParameterizedTest
    @ValueSource(strings = {"php -r 'require", "node --input-type"})
    void aTokenIsGotByHand(String beginning) throws IOException, InterruptedException {
        var readme = Files.readString(ProjectFiles.root().resolve("integrations/README.md"));
        var command = readme.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
        var forAgents = Pattern.compile("`(desk .*agent\\.token)`")
                .matcher(readme)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        written(command);
        written(command.replaceFirst(" panel panel-1 .*", " " + Matcher.quoteReplacement(forAgents)));

        assertThat(status("/v1/panel/support-pin", "panel.token")).isEqualTo(200);
        assertThat(status("/v1/agent/actions", "agent.token")).isEqualTo(200);
    }

    private void written(String command) throws IOException, InterruptedException {
        var own = command.replace("https://…", stack.origin())
                .replace("/etc/support-pin/", stack.dataFolder() + "/client-")
                .replaceFirst("> (\\w+\\.token)$", "> " + folder + "/$1");
        var run = new ProcessBuilder("bash", "-c", own)
                .directory(ProjectFiles.root().toFile())
                .inheritIO()
                .start();
        assertThat(run.waitFor()).isZero();
    }

    private int status(String route, String file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stack.origin() + route))
                .header("Authorization", "Bearer " + Files.readString(folder.resolve(file)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"php/support-pin.php", "node/support-pin.mjs"})
    void eachIsAFileThatOneReadsInAMinute(String file) throws IOException {
        assertThat(Files.readAllLines(
                        ProjectFiles.root().resolve("integrations").resolve(file)))
                .hasSizeLessThan(60);
    }
}
