package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ForcedColors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state of the bar while something goes on, and of the pages for rules, second address and calls: axe, both languages and themes, forced colours. */
class LiveStatesBrowserTest extends PageTest {

    private static final String PIN = "**/v1/panel/support-pin";

    /** Everything is said by agents and customers, so that each value may have anything in it. */
    private static final String NAME = "Άννα <img src=x onerror=alert(1)>";

    private static final String AGENT = "\"agent\":{\"id\":\"agent-7\",\"name\":\"%s\"}".formatted(NAME);

    private static final Map<String, String> LIVE = Map.of(
            "call",
            """
            "call":{AGENT,"source":"typed","since":"NOW","expiresAt":"LATER","actions":[{"action":"change-dns-records","status":"succeeded",
             "summary":{"el":"<b>Ολοκληρώθηκε</b>","en":"<b>Done</b>"}}]}""",
            "request",
            "\"request\":{AGENT,\"since\":\"NOW\",\"expiresAt\":\"LATER\",\"attemptsLeft\":3}",
            "announcement",
            """
            "announcement":{AGENT,"reason":"expiry","text":{"el":"Λήξη","en":"Expiry"},"object":"<script>alert(2)</script>","since":"NOW","until":"LATER"}""",
            "announced-request",
            """
            "announcement":{AGENT,"reason":"expiry","text":{"el":"Λήξη","en":"Expiry"},"since":"NOW","until":"LATER"},
            "request":{AGENT,"since":"NOW","expiresAt":"LATER","attemptsLeft":3}""",
            "waiting",
            """
            "waiting":[{"actionId":"a","action":"change-nameservers","risk":"high","requestedAt":"NOW","summary":{"el":"Θα γίνει: αλλαγή nameservers.",
             "en":"To be done: nameserver change."},"changes":[{"what":"a.gr NS","before":"<img src=x onerror=alert(3)>","after":null}],
             "warnings":[{"code":"mail-stops","text":{"el":"Το e-mail σταματά.","en":"Email stops."}}],"waitingFor":["consent"],"until":"LATER","consentBy":"panel"},
             {"actionId":"b","action":"recall-gr-domain","risk":"high","requestedAt":"NOW","summary":{"el":"Θα γίνει: ανάκληση.","en":"To be done: recall."},
             "changes":[{"what":"b.gr","before":"active","after":"recalled"}],"warnings":null,"waitingFor":["hold"],"until":"LATER","consentBy":"sms"}]""",
            "frozen",
            "\"lastUsed\":\"NOW\"");

    @BeforeEach
    void prepare() {
        Looks.prepare(context());
    }

    private void answer(String path, String body) {
        context()
                .route(
                        path,
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody(body.replace("AGENT", AGENT)
                                        .replace(
                                                "LATER",
                                                Instant.now().plusSeconds(900).toString())
                                        .replace("NOW", Instant.now().toString()))));
    }

    private void given(String live) {
        answer(PIN, """
                {"status":"active","asOf":"NOW","pin":"048213","validFrom":"NOW","validUntil":"LATER","maskedNumber":"+30 ••• ••• ••78",
                 "phoneVerification":"open","telephone":"%s","sms":{"availableAt":"NOW"},%s}
                """.formatted(live.equals("frozen") ? "frozen" : "open", LIVE.get(live)));
    }

    private static void assertAllGood(Page page, String subject, String name) {
        for (var looks : Looks.all()) {
            page.evaluate(
                    "lang => document.querySelectorAll('support-pin-bar, support-pin-policy, support-pin-notice-address, support-pin-history')"
                            + ".forEach((each) => each.setAttribute('lang', lang))",
                    looks.lang());
            looks.areGood(page, page.locator(subject), name);
        }
        page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Looks.GREEK.areGood(page, page.locator(subject), name + "-forced");
        page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        assertThat(page.locator("img[src=x], [onerror]")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "request", "announcement", "announced-request", "waiting", "frozen"})
    void theBarLooksGood(String live) {
        given(live);
        var page = open(Customer.withMobile(stack).examplePage());
        Bar.on(page).is("active");
        assertThat(page.locator("support-pin-bar .card"))
                .hasCount(live.equals("waiting") ? 2 : live.equals("frozen") ? 0 : 1);
        assertAllGood(page, "support-pin-bar", "bar-" + live);
    }

    @Test
    void whatWaitsIsNotToldAsDone() {
        given("waiting");
        var page = open(Customer.withMobile(stack).examplePage());
        assertThat(page.locator("support-pin-bar .waits").last()).containsText("ενεργή → θα ανακληθεί");
    }

    @Test
    void theBarLooksGoodWhileThePinIsHidden() {
        given("frozen");
        var page = open(Customer.withMobile(stack).examplePage());
        button(page, "Απόκρυψη PIN").click();
        assertAllGood(page, "support-pin-bar", "bar-hidden");
    }

    @Test
    void theRulesLookGood() {
        given("frozen");
        answer("**/v1/panel/notice-address", """
                {"confirmed":{"maskedAddress":"n•••@<b>e•••</b>.gr","confirmedAt":"NOW"},"pending":{"maskedAddress":"x•••@e•••.gr","confirmationExpiresAt":"LATER"}}
                """);
        var page = open(Customer.active(stack).accountPage("el"));
        page.locator("#panel-security").click();
        page.locator("[data-rule=change-nameservers] input[value=never]").check();
        assertAllGood(page, ".panel", "rules");
        assertThat(page.locator("support-pin-notice-address .mono")).hasText("n•••@<b>e•••</b>.gr");
    }

    @Test
    void theStoriesLookGood() {
        given("frozen");
        answer("**/v1/panel/calls", """
                {"calls":[{"type":"call","callId":"c","agent":{"kind":"agent","id":"<b>agent</b>","callReference":"<i>1</i>"},"verifiedAt":"NOW","expiresAt":"LATER",
                  "endedAt":"NOW","pin":"panel","status":"voided","wrongPins":1,"accountRead":true,"receipt":true,
                  "refused":[{"at":"NOW","action":"recall-gr-domain","rule":"x"}],
                  "actions":[{"actionId":"x","action":"change-dns-records","risk":"high","requestedAt":"NOW","status":"succeeded","endedAt":"NOW",
                   "changes":[{"what":"<script>alert(4)</script> A","before":null,"after":"\\"><img src=x onerror=alert(5)>"}]},
                   {"actionId":"y","action":"apply-micro-fix","risk":"standard","requestedAt":"NOW","status":"failed","needsHuman":true,"endedAt":"NOW","changes":null}]},
                 {"type":"unverified","agent":{"kind":"agent","id":"agent-9"},"from":"NOW","to":"LATER","wrongPins":3}],"nextCursor":"9"}
                """);
        var page = open(Customer.active(stack).accountPage("el"));
        page.locator("#panel-activity").click();
        assertThat(page.locator(".story")).hasCount(2);
        page.locator(".story").first().getByText("Δεν ήμουν εγώ").click();
        assertAllGood(page, ".panel", "stories");
        assertThat(page.locator(".change__what")).hasText("<script>alert(4)</script> A");
    }

    @Test
    void inForcedColoursTheChosenTabDiffers() {
        given("frozen");
        var page = open(Customer.active(stack).accountPage("el"));
        assertThat(page.locator("#panel-security")).isVisible();
        page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        var colour = "tab => getComputedStyle(document.querySelector(tab)).borderBottomColor";
        assertThat(page.evaluate(colour, "#panel-mobile")).isNotEqualTo(page.evaluate(colour, "#panel-security"));
    }

    @Test
    void theStylesAreAllAccessible() {
        var page = open("/styles.html");
        assertThat(page.locator(".theme")).hasCount(2);
        var missing = page.evaluate("""
                () => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter(({ selectorText }) => selectorText === ':root')
                  .flatMap(({ style }) => [...style]).filter((name) => name.startsWith('--') && document.querySelectorAll(`[data-token="${name}"]`).length !== 2)
                """);
        assertThat(missing).isEqualTo(List.of());
        for (var icon : List.of("shield", "lock", "receipt", "undo")) {
            assertThat(page.locator(".icons").first()).containsText(icon);
        }
        Looks.ENGLISH.areGood(page, page.locator("body"), "styles");
        Looks.GREEK.areGood(page, page.locator("body"), "styles");
    }

    @Test
    void theAccountPageShowsItsSkeletonBeforeAnyScriptAndNamesItsModules() {
        var page = context().newPage();
        context().route("**/account.js", route -> route.abort());
        page.navigate(Customer.withMobile(stack).accountPage("el"));
        assertThat(page.locator(".skeleton").first()).isVisible();
        context().unroute("**/account.js");
        page.navigate(Customer.active(stack).accountPage("el"));
        Bar.on(page).is("active");
        var late = page.evaluate("""
                () => {
                  const named = [...document.querySelectorAll('link[rel=modulepreload], script')].map((each) => each.href || each.src);
                  return performance.getEntriesByType('resource').map((each) => each.name)
                    .filter((name) => name.endsWith('.js') && !named.includes(name)).length;
                }
                """);
        assertThat(late).isEqualTo(0);
    }
}
