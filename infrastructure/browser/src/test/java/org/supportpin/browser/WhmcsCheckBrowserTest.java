package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addons → Support PIN: the settings, and the button that says in words what does not fit. */
class WhmcsCheckBrowserTest extends WhmcsPageTest {

    private static final List<String> SETTINGS = List.of(
            "pages",
            "api",
            "endpoint",
            "panelClient",
            "panelKeyId",
            "panelKeyFile",
            "deskClient",
            "deskKeyId",
            "deskKeyFile",
            "agentRoles");

    WhmcsCheckBrowserTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    private String checked() {
        var page = admin(7);
        page.navigate(site.origin() + "/admin/addonmodules.php?module=supportpin");
        button(page, "Check").click();
        var list = page.locator("#support-pin-check");
        assertThat(list.locator("li")).hasCount(11);
        return list.innerText();
    }

    @Test
    void isFineWhereEverythingFits() {
        assertThat(checked().lines())
                .hasSize(11)
                .allSatisfy(line -> assertThat(line).endsWith(": fine"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "endpoint | http://id.invalid/v1/token | Addresses: endpoint must be an https address.",
                "api | http://127.0.0.1/v1 | Addresses: api must be an origin, without a path.",
                "panelKeyFile | /nowhere.pem | Key of the customers' client: The web server cannot read /nowhere.pem.",
                "agentRoles | 2, 77 | Roles that take calls: There is no administrator role 77.",
                "agentRoles | 2x | Roles that take calls: agentRoles must be numbers, separated by commas.",
                "agentRoles | , | Roles that take calls: No role takes calls: nobody sees the console.",
                "endpoint | http://127.0.0.1:9/v1/token | Token service: http://127.0.0.1:9/v1/issuers/panel/.well-known/openid-configuration does not answer",
                "panelKeyId | panel-2 | Tokens for customers: The assertion does not prove that a known client calls",
                "deskClient | panel | Tokens for staff: The assertion does not prove that a known client calls",
                "SystemURL | https://billing.example.gr/whmcs | API: It does not let pages of https://billing.example.gr in: add that origin to AllowedOrigins.",
                "api | http://127.0.0.1:9 | API: http://127.0.0.1:9/v1/panel/support-pin does not answer"
            })
    void saysInWordsWhatDoesNotFit(String setting, String value, String words) throws IOException {
        site.set(setting, value);

        assertThat(checked()).contains(words);
    }

    /** Each look of the check, without a browser. */
    private List<String> looks() {
        var body = site.admin(7)
                .post("/admin/addonmodules.php?module=supportpin", "check=1")
                .body();
        return Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL)
                .matcher(body)
                .results()
                .map(look -> look.group(1).replaceAll("<.*?>", "").replace("&apos;", "'"))
                .toList();
    }

    private static List<String> notFine(List<String> looks) {
        assertThat(looks).hasSize(11);
        return looks.stream().filter(look -> !look.endsWith(": fine")).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pages | Addresses, Pages",
                "api | Addresses, API",
                "endpoint | Addresses, Token service, Tokens for customers, Tokens for staff, Clock of this server",
                "panelClient | Tokens for customers, Clock of this server",
                "panelKeyId | Tokens for customers, Clock of this server",
                "panelKeyFile | Key of the customers' client, Tokens for customers, Clock of this server",
                "deskClient | Tokens for staff",
                "deskKeyId | Tokens for staff",
                "deskKeyFile | Key of the staff's client, Tokens for staff",
                "agentRoles | Roles that take calls"
            })
    void namesAnEmptySettingAndDoesNotLookAtWhatNeedsIt(String setting, String looks) throws IOException {
        site.set(setting, " ");

        assertThat(notFine(looks()))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("Settings: Still empty: %s."),
                                Stream.of(looks.split(", ", -1)).map(look -> look + ": Not looked at: it needs %s."))
                        .map(line -> line.formatted(setting))
                        .toList());
    }

    /** As WHMCS has them when the module has just been activated. */
    @Test
    void namesEachSettingWhereAllAreEmpty() throws IOException {
        for (var setting : SETTINGS) {
            site.set(setting, "");
        }

        assertThat(notFine(looks()))
                .hasSize(11)
                .startsWith("Settings: Still empty: " + String.join(", ", SETTINGS) + ".")
                .contains("Tokens for staff: Not looked at: it needs endpoint, deskClient, deskKeyId, deskKeyFile.");
    }

    static List<String> settings() {
        return SETTINGS;
    }

    /** The settings, the button and each look are there, and one of them says what is wrong. */
    @ParameterizedTest
    @MethodSource("settings")
    void survivesGarbage(String setting) throws IOException {
        for (var value : List.of("a\0b", "://", "%00", "\"><b>", "/", "..", "9".repeat(5000))) {
            site.set(setting, value);

            assertThat(notFine(looks()))
                    .as(value)
                    .isNotEmpty()
                    .allSatisfy(look -> assertThat(look).matches("[^:]+: .+"));
        }
    }

    @ParameterizedTest
    @CsvSource({"panelKeyFile,customers'", "deskKeyFile,staff's"})
    void saysThatAKeyIsAFolder(String setting, String whose) throws IOException {
        var keys = Files.createDirectory(site.root().resolveSibling("keys"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
        site.set(setting, keys.toString());

        assertThat(looks()).contains("Key of the %s client: %s is a folder. Name the file.".formatted(whose, keys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "5", "{\"access_token\":\"a.b.c\",\"token_endpoint\":[\"a\"]}", "<html>"})
    void survivesAServiceThatAnswersSomethingElse(String body) throws IOException {
        try (var service = new TokenEndpoint(TokenEndpoint.Answer.of(200, body))) {
            site.set("endpoint", service.address());

            assertThat(looks())
                    .contains("Token service: It answers, but its own endpoint is another one: none.")
                    .filteredOn(look -> look.startsWith("Clock of this server: "))
                    .singleElement()
                    .isIn(
                            "Clock of this server: HTTP 200",
                            "Clock of this server: Its tokens do not say when they were issued.");
        }
    }

    /** Such as a table of WHMCS's that is not as it was. */
    @Test
    void aFaultOfTheModuleTakesNoPageOfTheAdminAreaDown() throws IOException {
        Files.writeString(
                site.root().resolve("modules/addons/supportpin/lib/Check.php"),
                "<?php namespace SupportPin\\Whmcs; final class Check { function __construct() { throw new \\Error('broken <b>'); } }");

        assertThat(site.admin(7)
                        .post("/admin/addonmodules.php?module=supportpin", "check=1")
                        .body())
                .contains("<h1>Support PIN</h1>", "broken &lt;b&gt;");
        assertThat(site.log()).contains("Support PIN: broken");
    }

    @ParameterizedTest
    @CsvSource({"90,(89|9\\d) seconds ahead of", "-90,(8\\d|9[01]) seconds behind"})
    void saysHowFarTheClockIsOff(int seconds, String words) throws IOException {
        var service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/v1/token", exchange -> {
            var claims = "{\"iat\":%d}".formatted(Instant.now().getEpochSecond() - seconds);
            var token =
                    "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)) + ".e30";
            var body = "{\"access_token\":\"%s\"}".formatted(token).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        try {
            site.set("endpoint", "http://127.0.0.1:" + service.getAddress().getPort() + "/v1/token");

            assertThat(checked())
                    .containsPattern("Clock of this server: It is " + words + " the service.")
                    .contains("Token service: It answers, but its own endpoint is another one: none.");
        } finally {
            service.stop(0);
        }
    }

    @Test
    void saysThatAKeyLiesWhereAnybodyFindsIt() throws IOException {
        var exposed = Files.copy(
                stack.dataFolder().resolve("client-desk.pem"), site.root().resolve("desk.pem"));
        site.set("deskKeyFile", exposed.toString());
        assertThat(checked()).contains("Key of the staff's client: The file is in the web root");

        var open = Files.copy(exposed, site.root().resolveSibling("desk.pem"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        site.set("deskKeyFile", open.toString());
        assertThat(checked()).contains("Key of the staff's client: Everybody on this server can read the file");

        var other = Files.writeString(site.root().resolveSibling("other.pem"), "no key");
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        site.set("deskKeyFile", other.toString());
        assertThat(checked()).contains("Key of the staff's client: The file must have a private key for P-256");
        Files.writeString(other, onP384());
        assertThat(checked()).contains("Key of the staff's client: The file must have a private key for P-256");
    }

    /** WHMCS in a folder of the web root, or linked into it. */
    @ParameterizedTest
    @CsvSource({"dirname(__DIR__),desk.pem", "__DIR__ . '/admin',whmcs/desk.pem"})
    void saysThatAKeyLiesInTheWebRootOrInWhmcs(String webRoot, String key) throws IOException {
        var init = site.root().resolve("init.php");
        Files.writeString(
                init,
                Files.readString(init)
                        .replace(
                                "const ROOTDIR = __DIR__;",
                                "const ROOTDIR = __DIR__; $_SERVER['DOCUMENT_ROOT'] = " + webRoot + ";"));
        var exposed = site.root().resolveSibling(key);
        Files.copy(stack.dataFolder().resolve("client-desk.pem"), exposed);
        site.set("deskKeyFile", exposed.toString());

        assertThat(checked()).contains("Key of the staff's client: The file is in the web root");
    }

    private static String onP384() {
        try {
            var pair = KeyPairGenerator.getInstance("EC");
            pair.initialize(new ECGenParameterSpec("secp384r1"));
            var key = Base64.getMimeEncoder()
                    .encodeToString(pair.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isNotRunForAnotherPage() {
        var visitor = site.admin(7);
        var path = "/admin/addonmodules.php?module=supportpin";

        assertThat(visitor.post(path, "check=1").body()).contains("support-pin-check");
        assertThat(visitor.send("POST", path, "check=1", "https://evil.example").body())
                .doesNotContain("support-pin-check");
    }

    @Test
    void showsSettingsAsTheyAre() throws IOException {
        site.set("panelClient", "\"><script>alert(1)</script>");
        var page = admin(7);
        page.navigate(site.origin() + "/admin/addonmodules.php?module=supportpin");

        assertThat(page.locator("table")).containsText("\"><script>alert(1)</script>");
    }
}
