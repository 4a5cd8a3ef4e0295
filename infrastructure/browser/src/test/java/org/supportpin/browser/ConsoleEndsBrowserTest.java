package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Calls and codes that end without the agent: by the customer, by a colleague, by time. */
class ConsoleEndsBrowserTest extends PageTest {

    private static final String ASKED = "**/v1/agent/verification-requests/*";

    private final ConsoleCustomer customer = ConsoleCustomer.fresh(stack);

    private ConsoleDesk desk() {
        var desk = ConsoleDesk.open(this);
        desk.page().clock().install();
        return desk;
    }

    private ConsoleDesk others(String call) {
        var desk = desk();
        desk.at("customerId").fill(customer.id());
        desk.at("callReference").fill(call);
        desk.page().locator(".console-more summary").first().click();
        return desk;
    }

    private void customerEndsTheCall() {
        stack.call("DELETE", "/v1/panel/call", "", customer.token());
    }

    @Test
    void theAgentLearnsThatTheCustomerEndedTheCall() {
        var desk = desk().verified(customer);
        customerEndsTheCall();

        desk.page().clock().fastForward("00:13");

        assertThat(desk.alert()).containsText("Ο πελάτης τερμάτισε την κλήση");
        assertThat(desk.page().locator(".console-bar")).hasCount(0);
        desk.page().locator("[data-wrap-up]").click();
        assertThat(desk.page().locator(".console-summary")).containsText("Δεν έγινε καμία ενέργεια.");
    }

    @Test
    void aPageThatGetsTheFocusAsksAtOnce() {
        var desk = desk().verified(customer);
        customerEndsTheCall();
        desk.page().clock().fastForward("00:04");

        desk.page().evaluate("() => window.dispatchEvent(new Event('focus'))");

        assertThat(desk.alert()).containsText("Ο πελάτης τερμάτισε την κλήση");
    }

    @Test
    void whatIsRefusedMeanwhileIsExplainedTruly() {
        var desk = desk().verified(customer);
        customerEndsTheCall();

        desk.choose("send-order-details").fill("/orderId=ord-1").review();

        assertThat(desk.alert()).containsText("Ο πελάτης τερμάτισε την κλήση");
        assertThat(desk.alert()).containsText("έχουν κρατηθεί");
    }

    /** Five requests a minute at most, and none where nobody looks. */
    @Test
    void askingCostsLittleAndAHiddenTabAsksNothing() {
        var desk = desk().verified(customer);
        var asked = new AtomicInteger();
        desk.page().onRequest(request -> asked.addAndGet(request.url().contains("/verification-requests/") ? 1 : 0));

        Polling.asks(desk.page(), asked::get, 60, 2, 2, 5);

        desk.page().evaluate("() => Object.defineProperty(document, 'hidden', { get: () => true })");
        var before = asked.get();
        for (int seconds = 0; seconds < 30; seconds += 2) {
            desk.page().clock().fastForward("00:02");
        }
        desk.page().waitForTimeout(100);
        assertThat(asked.get()).isEqualTo(before);
    }

    @Test
    void aTypedCodeLeavesTheScreenInTimeWithoutAnAnswer() {
        var desk = others("call-typed");
        desk.page().locator("[data-do=typed]").click();
        assertThat(desk.page().locator(".console-code")).isVisible();

        desk.page().route(ASKED, route -> route.abort());
        desk.page().clock().fastForward("10:01");

        assertThat(desk.page().locator(".console-code")).hasCount(0);
        assertThat(desk.page().locator(".console-others")).containsText("Ο κωδικός έληξε");
    }

    @Test
    void digitsForAColleagueLeaveTheScreenInTimeWithoutAnAnswer() {
        var desk = desk().verified(customer);
        desk.page().locator("[data-do=handover]").click();
        assertThat(desk.page().locator(".console-code")).isVisible();

        desk.page().route(ASKED, route -> route.abort());
        desk.page().clock().fastForward("02:01");

        assertThat(desk.page().locator(".console-code")).hasCount(0);
        assertThat(desk.page().locator(".console-bar-frame")).containsText("Τα ψηφία έληξαν");
    }

    @Test
    void anotherLanguageKeepsTheTypedCodeAndTheAnnouncement() {
        var desk = others("call-out");
        desk.page().locator("[data-do=typed]").click();
        var code = desk.page().locator(".console-code").innerText();
        desk.page().locator("[data-do=announce]").click();
        assertThat(desk.page().locator("[data-do=announce-end]")).isVisible();

        desk.button("English").click();

        assertThat(desk.page().locator(".console-code")).hasText(code);
        assertThat(desk.page().locator(".console-others")).containsText("You can ring now.");
        stack.call(
                "POST",
                "/v1/panel/verification",
                "{\"code\":\"%s\"}".formatted(code.replace(" ", "")),
                customer.token());
        desk.page().clock().fastForward("00:03");
        assertThat(desk.page().locator(".console-bar")).containsText(customer.id());
        desk.button("End the announced call").click();
        assertThat(desk.page().locator("[data-do=announce-end]")).hasCount(0);
        assertThat(stack.call("GET", "/v1/panel/support-pin", "", customer.token())
                        .has("announcement"))
                .isFalse();
    }

    @Test
    void aFieldThatIsMissingKeepsTheTypedCode() {
        var desk = others("call-typed");
        desk.page().locator("[data-do=typed]").click();
        var code = desk.page().locator(".console-code").innerText();

        desk.at("customerId").fill("");
        desk.page().locator("[data-do=stop-all]").click();

        assertThat(desk.at("customerId")).isFocused();
        desk.at("customerId").fill(customer.id());
        assertThat(desk.page().locator(".console-code")).hasText(code);
    }

    @Test
    void anIdleCallsSummaryTellsWhoVerifiedHowAndWhen() {
        var desk = ConsoleDesk.open(this).verified(customer);

        desk.page().keyboard().press("F8");

        assertThat(desk.page().locator(".console-summary"))
                .containsText(
                        Pattern.compile(
                                "Κλήση call-1 · .*\\d\\d:\\d\\d – \\d\\d:\\d\\d\\s+Εκπρόσωπος: .*agent-console-\\d+\\s+Επαλήθευση: με το PIN του πίνακα ελέγχου\\s+Δεν έγινε καμία ενέργεια\\."));
    }
}
