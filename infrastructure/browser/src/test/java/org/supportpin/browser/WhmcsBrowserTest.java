package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route.FulfillOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.testing.Trees;

/** integrations/whmcs in a stand-in for WHMCS, against the token service alone. It was never run in a real WHMCS. */
class WhmcsBrowserTest extends WhmcsPageTest {

    private static final String CUSTOMERS_TOKEN = "/index.php?m=supportpin&action=token";
    private static final String AGENTS_TOKEN = "/admin/addonmodules.php?module=supportpin&action=token";
    private static final String MODULE = "/index.php?m=supportpin";

    WhmcsBrowserTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    private String codeSentTo(String number) {
        return stack.call("GET", "/local/sms", "", "")
                .path("messages")
                .valueStream()
                .filter(sms -> sms.path("to").asText().equals(number))
                .map(sms -> sms.path("text").asText().replaceAll("\\D", ""))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private String apex() {
        return Trees.read(stack.text("GET", "/local/back-office", ""))
                .path("zones")
                .toString();
    }

    /** Activation, PIN, a call in the admin area, a DNS change. */
    @Test
    void theOwnerActivatesAndReadsThePinToTheAgentWhoChangesDns() {
        var panel = signIn(1, 1001);
        var bar = Bar.on(panel);
        bar.is("inactive");
        bar.action().click();
        var number = panel.getByLabel("Αριθμός κινητού");
        number.fill("6945000001");
        number.press("Enter");
        var code = panel.getByLabel("Κωδικός από το SMS");
        assertThat(code).isFocused();
        code.fill(codeSentTo("+306945000001"));
        code.press("Enter");
        assertThat(bar.action()).hasText("Ενεργοποίηση");
        bar.action().click();
        bar.is("active");
        panel.navigate(site.origin() + "/index.php");
        bar.is("active");
        var pin = bar.element().locator(".pin > [aria-hidden]");
        assertThat(pin).hasText(Pattern.compile("\\d{3}\\s?\\d{3}"));

        var profile = admin(7);
        var desk = ConsoleDesk.on(profile);
        assertThat(desk.at("customerId")).hasValue("1001");
        assertThat(desk.at("callReference")).hasValue(Pattern.compile("whmcs-\\d{8}-\\d{6}-admin-7"));
        desk.at("pin").fill(pin.innerText());
        assertThat(desk.at("search")).isFocused();
        assertThat(bar.element().locator(".call")).containsText("Νίκος <img src=x onerror=alert(1)> Γεωρ");
        profile.locator("[data-thing='records nea.gr']").click();
        profile.locator("[data-record='@ A'] [data-edit]").click();
        desk.at("record-nea.gr-A-values").fill("195.251.255.88");
        desk.at("record-nea.gr-A-values").press("Enter");
        assertThat(profile.locator("[data-confirm]")).isEnabled();
        desk.confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
        assertThat(apex()).contains("195.251.255.88");

        panel.getByText("Support PIN").first().click();
        panel.locator("#panel-activity").click();
        assertThat(panel.locator(".deed").first()).containsText("195.251.255.88");
        panel.locator("#panel-activity").press("ArrowLeft");
        assertThat(panel.locator("#panel-security")).isFocused();
        assertThat(panel.locator("support-pin-policy .rules")).isVisible();
    }

    @Test
    void aGermanOwnerAndAGermanAgentReadGerman() {
        var panel = signIn(3, 1002);
        panel.navigate(site.origin() + "/index.php?language=german");
        assertThat(Bar.on(panel).action()).hasText("Mobilnummer hinterlegen");
        panel.navigate(site.origin() + MODULE);
        assertThat(panel.locator("support-pin-account")).containsText("Mobildienste");

        assertThat(admin(10).locator("support-agent-console")).containsText("Neuer Anruf");
    }

    @Nested
    class TheClientArea {

        /** The third one has no file. */
        @ParameterizedTest
        @CsvSource({"greek,el", "english,en", "french,en", "german,de"})
        void speaksTheLanguageThatIsChosenInWhmcs(String language, String tag) {
            var visitor = site.user(1, 1001);

            assertThat(visitor.get("/index.php?language=" + language).body())
                    .contains(" lang=\"%s\"></support-pin-bar>".formatted(tag));
            assertThat(visitor.get(MODULE).body())
                    .contains("<support-pin-account ", " lang=\"%s\" owner".formatted(tag));
            assertThat(Tokens.claims(visitor.post(CUSTOMERS_TOKEN, ""))
                            .path("locale")
                            .asText())
                    .isEqualTo(tag);
        }

        @Test
        void readsNoFileBesideThoseOfItsLanguages() {
            assertThat(site.user(1, 1001)
                            .get("/index.php?language=../lang/german")
                            .body())
                    .contains(" lang=\"en\"></support-pin-bar>");
        }

        @Test
        void saysInGermanWhoseItIs() {
            var visitor = site.user(2, 1001);
            visitor.get("/index.php?language=german");

            assertThat(visitor.get(MODULE).body()).contains("nur der Inhaber dieses Kundenkontos");
        }

        @ParameterizedTest
        @CsvSource({"2,1001", "1,1002"})
        void showsNothingToAnotherUserOfTheAccount(int user, int client) {
            var visitor = site.user(user, client);

            assertThat(visitor.get("/index.php").body())
                    .contains("Client area")
                    .doesNotContain("support-pin-bar", "m=supportpin");
            assertThat(visitor.get(MODULE).body())
                    .contains("μόνο ο κάτοχος του λογαριασμού")
                    .doesNotContain("support-pin-account");
            assertThat(visitor.post(CUSTOMERS_TOKEN, "").statusCode()).isEqualTo(401);
        }

        /** "Login as Owner": staff must not read the PIN that proves to staff who is calling. */
        @Test
        void showsNothingToAnAdministratorInTheOwnersPlace() {
            var visitor = site.admin(7);
            visitor.get("/admin/asowner.php?userid=1001");

            assertThat(visitor.get("/index.php").body()).contains("Client area").doesNotContain("support-pin-bar");
            assertThat(visitor.get(MODULE).body()).doesNotContain("support-pin-account");
            assertThat(visitor.post(CUSTOMERS_TOKEN, "").statusCode()).isEqualTo(401);
        }

        /** Whether or not WHMCS calls that a login. */
        @ParameterizedTest
        @ValueSource(strings = {"", "&quietly=1"})
        void showsNothingToAnAdministratorInTheOwnersPlaceAfterTheOwner(String quietly) {
            var visitor = site.user(1, 1001);
            assertThat(visitor.post(CUSTOMERS_TOKEN, "").statusCode()).isEqualTo(200);
            visitor.post("/admin/login.php", "admin=7");
            visitor.get("/admin/asowner.php?userid=1001" + quietly);

            assertThat(visitor.post(CUSTOMERS_TOKEN, "").statusCode()).isEqualTo(401);
        }

        /** Whoever's login the session has seen before: that was nobody's who now is in the client area. */
        @ParameterizedTest
        @CsvSource({"0,0,''", "0,0,&quietly=1", "1,1001,''", "3,1002,''", "3,1002,&quietly=1"})
        void showsNothingOnceThatAdministratorHasLeftTheAdminArea(int before, int client, String quietly) {
            var visitor = before == 0 ? site.admin(7) : site.user(before, client);
            visitor.post("/admin/login.php", "admin=7");
            visitor.get("/admin/asowner.php?userid=1001" + quietly);
            visitor.get("/admin/logout.php");

            assertThat(visitor.get("/index.php").body()).contains("Client area").doesNotContain("support-pin-bar");
            assertThat(visitor.post(CUSTOMERS_TOKEN, "").statusCode()).isEqualTo(401);
        }

        /** As friendly addresses have, which end in no file of WHMCS's. */
        @Test
        void hasItsPageInTheMenuOfAPageWithAPath() {
            var page = signIn(1, 1001);
            page.navigate(site.origin() + "/knowledgebase/12/How-to-begin");
            page.locator("nav").getByText("Support PIN").click();

            assertThat(page).hasURL(site.origin() + MODULE);
            assertThat(page.locator("support-pin-account")).isVisible();
        }

        /** On the host that the customer is at, who may have no session at another. */
        @ParameterizedTest
        @CsvSource({
            "https://billing.example.gr/whmcs/,/whmcs/index.php",
            "https://billing.example.gr/whmcs,/whmcs/index.php",
            "https://billing.example.gr,/index.php",
            "'',/index.php"
        })
        void hasItsPageInTheMenuBelowTheFolderOfWhmcs(String systemUrl, String page) throws IOException {
            site.set("SystemURL", systemUrl);

            assertThat(site.user(1, 1001).get("/index.php").body())
                    .contains("<a href=\"%s?m=supportpin\">Support PIN</a>".formatted(page));
        }

        @Test
        void asksVisitorsToSignIn() {
            var visitor = new Visitor(site.origin());

            assertThat(visitor.get("/login.php").body()).doesNotContain("support-pin-bar");
            assertThat(visitor.get(MODULE).headers().firstValue("location")).contains("login.php");
            assertThat(visitor.post(CUSTOMERS_TOKEN, "").statusCode()).isEqualTo(401);
        }

        /** The number that is typed into WHMCS is nobody's proof. */
        @Test
        void saysWhoHasSignedInAndWhenAndNoTelephoneNumber() {
            var token = site.user(1, 1001).post(CUSTOMERS_TOKEN, "");
            var claims = Tokens.claims(token);

            assertThat(claims.path("sub").asText()).isEqualTo("1001");
            assertThat(claims.path("auth_time").asLong())
                    .isCloseTo(Instant.now().getEpochSecond(), within(60L));
            assertThat(claims.path("locale").asText()).isEqualTo("el");
            assertThat(claims.path("scope").asText()).isEqualTo("pin:self");
            assertThat(claims.has("phone_number")).isFalse();
            assertThat(claims.has("phone_number_verified")).isFalse();
        }

        @Test
        void offersToSignInAgainWhereThatIsTooLongAgo() {
            context()
                    .route(
                            "**/v1/panel/mobile",
                            route -> route.fulfill(new FulfillOptions()
                                    .setStatus(403)
                                    .setContentType("application/problem+json")
                                    .setBody("{\"type\":\"urn:support-pin:problem:login-not-fresh\",\"maxAge\":600}")));
            var page = signIn(3, 1002);
            page.navigate(site.origin() + MODULE);
            page.getByLabel("Αριθμός κινητού").fill("6945000002");
            page.getByLabel("Αριθμός κινητού").press("Enter");
            assertThat(page.getByLabel("Αριθμός κινητού")).hasValue("6945000002");
            page.locator("[data-sign-in] a").click();

            assertThat(page).hasTitle("Sign in");
        }
    }

    @Nested
    class TheAdminArea {

        /** 8: another role; 9: disabled. */
        @ParameterizedTest
        @ValueSource(ints = {8, 9})
        void hasTheConsoleForRolesThatTakeCallsAlone(int admin) {
            var visitor = site.admin(admin);

            assertThat(visitor.get("/admin/clientssummary.php?userid=1001").body())
                    .contains("Client profile")
                    .doesNotContain("support-agent-console");
            assertThat(visitor.post(AGENTS_TOKEN, "").statusCode()).isEqualTo(401);
        }

        @Test
        void hasTokensForAnAgentWithWhatTheConsoleNeeds() {
            var claims = Tokens.claims(site.admin(7).post(AGENTS_TOKEN, ""));

            assertThat(claims.path("sub").asText()).isEqualTo("admin-7");
            assertThat(claims.path("scope").asText().split(" ", -1))
                    .containsExactlyInAnyOrder("pin:verify", "action:execute");
            assertThat(claims.path("name").asText()).endsWith("Γεωργίου");
        }

        @Test
        void hasNoTokensForCustomersNorVisitors() {
            assertThat(site.user(1, 1001).post(AGENTS_TOKEN, "").statusCode()).isEqualTo(403);
            assertThat(new Visitor(site.origin()).post(AGENTS_TOKEN, "").statusCode())
                    .isEqualTo(403);
            assertThat(site.admin(7).post(CUSTOMERS_TOKEN, "").statusCode()).isEqualTo(401);
        }

        @Test
        void takesTheCallFromTheTelephoneSystem() {
            var page = admin(7);
            page.navigate(site.origin() + "/admin/clientssummary.php?userid=1002&call=call-2026-0418");

            assertThat(ConsoleDesk.on(page).at("customerId")).hasValue("1002");
            assertThat(ConsoleDesk.on(page).at("callReference")).hasValue("call-2026-0418");
        }

        @ParameterizedTest
        @ValueSource(strings = {"call[]=a", "call=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "call=a%0Ab", "call="})
        void writesNothingIntoThePageThatItDoesNotEscape(String query) {
            var body = site.admin(7)
                    .get("/admin/clientssummary.php?userid=1001&" + query)
                    .body();

            assertThat(body).contains("<support-agent-console ").doesNotContain("<script>alert", "\"\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CUSTOMERS_TOKEN, AGENTS_TOKEN})
    void onlyItsOwnPagesGetATokenAndNothingMayKeepIt(String route) {
        var visitor = route.equals(CUSTOMERS_TOKEN) ? site.user(1, 1001) : site.admin(7);
        var token = visitor.post(route, "");

        assertThat(token.statusCode()).isEqualTo(200);
        assertThat(token.headers().allValues("cache-control")).contains("no-store");
        assertThat(token.body()).startsWith("{\"token\":\"");
        assertThat(List.of(
                        visitor.send("GET", route, "", site.origin()),
                        visitor.send("POST", route, "", "https://evil.example"),
                        visitor.send("POST", route, "", "")))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(403))
                .allSatisfy(answer -> assertThat(answer.body()).isEqualTo("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CUSTOMERS_TOKEN, AGENTS_TOKEN})
    void aKeptTokenThatTheServiceRefusesIsReplaced(String route) {
        var visitor = route.equals(CUSTOMERS_TOKEN) ? site.user(1, 1001) : site.admin(7);
        var first = visitor.post(route, "");
        visitor.get("/kept.php?minutes=1&spoil");
        assertThat(visitor.post(route, "").body()).isNotEqualTo(first.body()).contains("AAAAAAAA\"");

        assertThat(visitor.refused(route).body()).isNotEqualTo(first.body()).doesNotContain("AAAAAAAA\"");
    }

    /** The session is WHMCS's own. */
    @ParameterizedTest
    @CsvSource({
        CUSTOMERS_TOKEN + ",/index.php,Welcome.",
        AGENTS_TOKEN + ",/admin/clientssummary.php?userid=1001,Client profile"
    })
    void theOtherPagesOfWhmcsDoNotWaitForTheTokenService(String route, String page, String text) throws IOException {
        try (var endpoint = new TokenEndpoint(TokenEndpoint.Answer.token("later"))) {
            site.set("endpoint", endpoint.address());
            var visitor = route.equals(CUSTOMERS_TOKEN) ? site.user(1, 1001) : site.admin(7);
            var service = endpoint.hangs();
            var asked = CompletableFuture.supplyAsync(() -> visitor.post(route, ""));
            await().until(() -> endpoint.asked() == 1);
            assertThat(CompletableFuture.supplyAsync(() -> visitor.get(page).body()))
                    .succeedsWithin(Duration.ofSeconds(3), InstanceOfAssertFactories.STRING)
                    .contains(text);
            service.complete(TokenEndpoint.Answer.of(503, "{}"));
            assertThat(asked.join().statusCode()).isEqualTo(503);
            endpoint.answers(TokenEndpoint.Answer.token("later"));
            assertThat(visitor.post(route, "").statusCode()).isEqualTo(503);
            assertThat(endpoint.asked()).isOne();
            visitor.get("/kept.php?minutes=1");

            assertThat(visitor.post(route, "").body()).isEqualTo("{\"token\":\"later\"}");
            assertThat(visitor.get(page).body()).contains(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages", "endpoint", "deskKeyFile"})
    void nothingShowsUntilTheSettingsAreComplete(String setting) throws IOException {
        site.set(setting, " ");

        assertThat(site.user(1, 1001).get("/index.php").body())
                .contains("Client area")
                .doesNotContain("support-pin", "m=supportpin");
        assertThat(site.admin(7).get("/admin/clientssummary.php?userid=1001").body())
                .contains("Client profile")
                .doesNotContain("support-agent-console");
        assertThat(site.user(1, 1001).post(CUSTOMERS_TOKEN, "").statusCode()).isEqualTo(401);
        assertThat(site.admin(7).post(AGENTS_TOKEN, "").statusCode()).isEqualTo(401);
    }

    /** WHMCS goes on without the module's database rows; the fault is in the log. */
    @Test
    void aFaultOfTheModuleTakesNoPageDown() throws IOException {
        var visitor = site.user(1, 1001);
        Files.writeString(
                site.root().resolve("modules/addons/supportpin/lib/Settings.php"),
                "<?php namespace SupportPin\\Whmcs; final class Settings { static function stored() { throw new \\RuntimeException('broken'); } }");

        assertThat(visitor.get("/index.php").body()).contains("Welcome.");
        assertThat(site.log()).contains("Support PIN: broken");
        assertThat(visitor.get(MODULE).body()).contains("<h1>Support PIN</h1>").doesNotContain("undefined");
        assertThat(site.log()).contains("Support PIN: Call to undefined method");
    }
}
