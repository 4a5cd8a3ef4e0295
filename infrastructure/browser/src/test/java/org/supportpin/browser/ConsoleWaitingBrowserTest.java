package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An action that waits, in the console: the code that the customer says, and stopping it. The service's answers are the test's. */
class ConsoleWaitingBrowserTest extends PageTest {

    private static final String CONSENT = "**/actions/a/consent";
    /** So long a request that should not be sent is waited for. */
    private static final int SETTLED = 300;

    private static void answer(Route route, int status, String body) {
        route.fulfill(new FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(body));
    }

    private static String problem(String slug, String more) {
        return "{\"type\":\"urn:support-pin:problem:%s\"%s}".formatted(slug, more);
    }

    /** It waits for a code that went out by SMS. */
    private ConsoleDesk waiting(String language) {
        var desk = ConsoleDesk.open(this, language).verified(ConsoleCustomer.maria(stack));
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();
        var waits = """
                {"actionId":"a","action":"send-order-details","status":"waiting","risk":"standard","requestedAt":"%s",
                 "waitingFor":["consent"],"until":"%s","consent":{"by":"sms","sentTo":"+30 ••• 12"}}
                """.formatted(Instant.now(), Instant.now().plusSeconds(600));
        desk.page().route("**/v1/agent/verifications/*/actions", route -> answer(route, 202, waits));
        desk.page().route("**/v1/agent/verifications/*/actions/a", route -> answer(route, 200, waits));
        desk.confirm();
        assertThat(desk.at("consent")).isVisible();
        return desk;
    }

    private List<String> codes(ConsoleDesk desk, int status, String body) {
        var codes = new ArrayList<String>();
        desk.page().route(CONSENT, route -> {
            codes.add(ConsoleDesk.body(route.request()).path("code").asText());
            answer(route, status, body);
        });
        return codes;
    }

    private static Locator submit(ConsoleDesk desk) {
        return desk.page().locator("form:has(.console-six) [type=submit]");
    }

    /** Each try counts, and the answer is there before the finger is off the key. */
    @Test
    void aKeyHeldDownIsOneTry() {
        var desk = waiting("el");
        var codes = codes(desk, 422, problem("code-rejected", ",\"attemptsLeft\":2"));
        desk.at("consent").fill("111111");

        for (int repeat = 0; repeat < 8; repeat++) {
            desk.page().keyboard().down("Enter");
            desk.page().waitForTimeout(60);
        }
        desk.page().keyboard().up("Enter");

        assertThat(desk.at("consent-error")).hasText("Λάθος κωδικός. Απομένουν 2 προσπάθειες.");
        assertThat(codes).containsExactly("111111");
        assertThat(desk.at("consent")).hasValue("");
        assertThat(desk.at("consent")).isFocused();
    }

    @Test
    void aDoubleClickIsOneTry() {
        var desk = waiting("el");
        var codes = codes(desk, 422, problem("code-rejected", ",\"attemptsLeft\":1"));
        desk.at("consent").fill("111111");

        submit(desk).dblclick();

        assertThat(desk.at("consent-error")).hasText("Λάθος κωδικός. Απομένει 1 προσπάθεια.");
        desk.page().waitForTimeout(SETTLED);
        assertThat(codes).containsExactly("111111");
        desk.at("consent").press("Enter");
        assertThat(desk.at("consent-error")).hasText("Λάθος κωδικός. Απομένει 1 προσπάθεια.");
    }

    @Test
    void aCodeIsReadAsItIsPasted() {
        var desk = waiting("el");
        var codes = codes(desk, 422, problem("code-rejected", ",\"attemptsLeft\":2"));
        context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        desk.page().evaluate("() => navigator.clipboard.writeText(' 640\\u00a0241 ')");
        desk.at("consent").focus();
        desk.page().keyboard().press("Control+V");
        desk.page().keyboard().press("Enter");

        desk.page().waitForCondition(() -> !codes.isEmpty());
        assertThat(codes).containsExactly("640241");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "12a456", ""})
    void anythingButSixDigitsIsNotSent(String digits) {
        var desk = waiting("en");
        var codes = codes(desk, 422, problem("code-rejected", ",\"attemptsLeft\":2"));
        desk.at("consent").fill(digits);
        desk.at("consent").press("Enter");

        assertThat(desk.at("consent-error")).hasText("Type six digits.");
        assertThat(desk.at("consent")).hasValue(digits);
        desk.page().waitForTimeout(SETTLED);
        assertThat(codes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | unavailable | The service has a problem",
                "409 | too-late | It no longer waits",
                "401 | unauthorized | You are signed out",
            })
    void whyItWasNotTakenIsSaidAndTheDigitsStay(int status, String slug, String said) {
        var desk = waiting("en");
        codes(desk, status, problem(slug, ""));
        desk.at("consent").fill("640 241");
        desk.at("consent").press("Enter");

        assertThat(desk.at("consent-error")).containsText(said);
        assertThat(desk.at("consent")).hasValue("640 241");
    }

    @Test
    void aRefusalIsSeenAsOne() {
        var desk = waiting("en");
        desk.at("consent").press("Enter");

        assertThat(desk.at("consent-error").locator(".error")).hasCSS("font-weight", "600");
        assertThat(desk.at("consent")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void withoutAnAnswerThatIsSaid() {
        var desk = waiting("en");
        desk.page().route(CONSENT, Route::abort);
        desk.at("consent").fill("640241");
        desk.at("consent").press("Enter");

        assertThat(desk.at("consent-error")).containsText("No connection");
    }

    /** Its call has ended meanwhile. */
    @Test
    void whereTheVerificationHasEndedItIsAskedForAgain() {
        var desk = waiting("en");
        codes(desk, 403, problem("not-verified", ""));
        desk.at("consent").fill("640241");
        desk.at("consent").press("Enter");

        assertThat(desk.stage()).containsText("The verification has ended");
    }

    /** Else it would wait again, and for ever if the call has ended meanwhile. */
    @Test
    void anAnswerFromBeforeTheStopTakesNothingBack() {
        var desk = waiting("en");
        var late = new ArrayList<Route>();
        desk.page().unroute("**/v1/agent/verifications/*/actions/a");
        desk.page().route("**/v1/agent/verifications/*/actions/a", late::add);
        desk.page().waitForCondition(() -> !late.isEmpty());
        desk.page()
                .route(
                        "**/actions/a/stop",
                        route -> answer(
                                route, 200, "{\"actionId\":\"a\",\"status\":\"stopped\",\"risk\":\"standard\"}"));
        desk.button("Stop it").click();
        assertThat(desk.outcome("stopped")).isVisible();

        answer(late.getFirst(), 200, """
                {"actionId":"a","action":"send-order-details","status":"waiting","risk":"standard","waitingFor":["consent"],"until":"%s"}
                """.formatted(Instant.now().plusSeconds(600)));
        desk.page().waitForTimeout(SETTLED);

        assertThat(desk.outcome("stopped")).isVisible();
        assertThat(late).hasSize(1);
    }

    /** It goes on, and the agent has told the customer that it will not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | | No connection",
                "503 | unavailable | The service has a problem",
                "409 | too-late | It no longer waits",
            })
    void aStopThatFailedIsSaid(int status, String slug, String said) {
        var desk = waiting("en");
        var sent = new ArrayList<Route>();
        desk.page().route("**/actions/a/stop", sent::add);

        desk.button("Stop it").dblclick();
        desk.page().waitForCondition(() -> !sent.isEmpty());
        desk.page().waitForTimeout(SETTLED);
        assertThat(sent).hasSize(1);
        if (status == 0) {
            sent.getFirst().abort();
        } else {
            answer(sent.getFirst(), status, problem(slug, ""));
        }

        assertThat(desk.alert().filter(new FilterOptions().setHasText(said))).isVisible();
        assertThat(desk.button("Stop it")).isVisible();
        assertThat(desk.button("Stop it")).hasAttribute("aria-disabled", "false");
    }

    /** Nothing came of it, and the same again is refused. */
    @Test
    void aRepetitionThatIsRefusedIsSaid() {
        var desk = ConsoleDesk.open(this, "en").verified(ConsoleCustomer.maria(stack));
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();
        desk.page().route("**/v1/agent/verifications/*/actions", Route::abort);
        desk.confirm();
        assertThat(desk.outcome("lost")).isVisible();
        desk.page().unroute("**/v1/agent/verifications/*/actions");
        desk.page()
                .route(
                        "**/v1/agent/verifications/*/actions",
                        route -> answer(route, 403, problem("telephone-frozen", "")));

        desk.button("Try again").click();

        assertThat(desk.alert()).containsText("Telephone support is frozen");
    }
}
