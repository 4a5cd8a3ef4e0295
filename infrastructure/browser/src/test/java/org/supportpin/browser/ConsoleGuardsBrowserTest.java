package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the console must never do: each of these fails when one of its controls is taken away. */
class ConsoleGuardsBrowserTest extends PageTest {

    private static final String VERIFICATIONS = "**/v1/agent/verifications";
    /** So long a request that should not be sent is waited for. */
    private static final int SETTLED = 200;

    private static void answer(Route route, int status, String body) {
        route.fulfill(new FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(body));
    }

    private static ConsoleDesk next(ConsoleDesk desk) {
        desk.page().keyboard().press("F8");
        desk.button("Νέα κλήση").click();
        return desk;
    }

    /** Each click of a hasty agent has one key, but no agent should have to know that. */
    @Test
    void twoHastyClicksConfirmOnce() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();
        var sent = new ArrayList<Route>();
        desk.page().route("**/v1/agent/verifications/*/actions", sent::add);

        desk.page().locator("[data-confirm]").click();
        desk.page().locator("[data-confirm]").evaluate("button => button.click()");

        desk.page().waitForCondition(() -> !sent.isEmpty());
        desk.page().waitForTimeout(SETTLED);
        assertThat(sent).hasSize(1);
    }

    /** It was asked for in the call before, and its answer comes in this one. */
    @Test
    void aLateAnswerOfTheCallBeforeIsNotShown() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();
        var sent = new ArrayList<Route>();
        desk.page().route("**/v1/agent/verifications/*/actions", sent::add);
        desk.page().locator("[data-confirm]").click();
        desk.page().waitForCondition(() -> !sent.isEmpty());
        desk.page().keyboard().press("Escape");
        desk.page().keyboard().press("Escape");
        stack.advance(Duration.ofMinutes(16));
        desk.choose("send-order-details").fill("/orderId=ord-2").review();
        var other = ConsoleCustomer.fresh(stack);
        desk.verified(other);

        answer(
                sent.getFirst(),
                201,
                "{\"actionId\":\"a\",\"status\":\"succeeded\",\"requestedAt\":\"%s\",\"result\":{\"orderId\":\"ord-1\",\"sentTo\":\"m•••@papadopoulou.gr\"}}"
                        .formatted(Instant.now()));

        desk.page().waitForTimeout(SETTLED);
        assertThat(desk.page().locator(".console-past")).hasCount(0);
        assertThat(desk.page().locator("support-agent-console")).not().containsText("papadopoulou.gr");
    }

    /** What the call before could not read any more says nothing about this one. */
    @Test
    void aLateRefusalOfTheCallBeforeDoesNotEndThisOne() {
        var desk = ConsoleDesk.open(this);
        var customer = ConsoleCustomer.fresh(stack);
        var asked = new ArrayList<Route>();
        desk.page().route("**/account", route -> {
            asked.add(route);
            if (asked.size() > 1) {
                route.resume();
            }
        });
        desk.type(customer.id(), customer.pin(), "call-1");
        desk.page().waitForCondition(() -> !asked.isEmpty());
        next(desk).verified(ConsoleCustomer.fresh(stack));

        desk.page()
                .waitForResponse(
                        response -> response.status() == 403,
                        () -> answer(
                                asked.getFirst(),
                                403,
                                "{\"type\":\"urn:support-pin:problem:not-verified\",\"title\":\"t\",\"status\":403}"));
        desk.page().waitForTimeout(SETTLED);
        assertThat(desk.page().locator("[role=timer]")).isVisible();
    }

    /** Time ran out while a form was open; somebody else calls. */
    @Test
    void aFormThatWasKeptIsNotForAnotherCustomer() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();
        stack.advance(Duration.ofMinutes(16));
        desk.confirm();
        assertThat(desk.alert()).containsText("έχουν κρατηθεί");

        desk.verified(ConsoleCustomer.fresh(stack));

        desk.choose("send-order-details");
        assertThat(desk.at("field/orderId")).hasValue("");
    }

    /** What the screen of the end still shows is the summary, and nothing that can be opened. */
    @Test
    void theEndOfACallLeavesItsSummaryOnly() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed().confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
        desk.page().keyboard().press("F8");
        assertThat(desk.page().locator(".console-summary")).containsText("ord-1");
        assertThat(desk.page().locator(".console-past")).hasCount(0);
        desk.button("Νέα κλήση").click();
        // The same customer again, in another call.
        desk.verified(ConsoleCustomer.maria(stack));
        assertThat(desk.page().locator(".console-past")).hasCount(0);
    }

    /** The telephone system has another caller; this call goes on. */
    @Test
    void aCallThatRunsIsNotDisturbed() {
        var customer = ConsoleCustomer.fresh(stack);
        var desk = ConsoleDesk.open(this).verified(customer);

        desk.page().locator("support-agent-console").evaluate("""
                desk => { desk.setAttribute('customer', '1002'); desk.setAttribute('call', 'call-99'); }""");

        assertThat(desk.page().locator(".console-bar")).containsText(customer.id());
        desk.page().keyboard().press("F8");
        assertThat(desk.page().locator(".console-summary")).isVisible();
        desk.page().locator("support-agent-console").evaluate("desk => desk.setAttribute('call', 'call-100')");
        assertThat(desk.at("callReference")).hasValue("call-100");
        assertThat(desk.at("customerId")).hasValue("1002");
    }

    /** As React does it: the property is set before the module is there. */
    @Test
    void aTokenThatWasSetBeforeTheModuleCameIsTaken() {
        var customer = ConsoleCustomer.fresh(stack);
        var page = open("/styles.html");
        page.evaluate("""
                async (token) => {
                  const desk = document.createElement('support-agent-console');
                  desk.token = async () => token;
                  desk.setAttribute('lang', 'el');
                  document.body.replaceChildren(desk);
                  await import('/console/console.js');
                }
                """, stack.token("agent", "agent-early", "{}"));

        ConsoleDesk.on(page).verified(customer);
    }

    /** Whoever takes a call over has what is left of its quarter of an hour. */
    @Test
    void aCallThatIsTakenOverHasTheRestOfItsTime() {
        var desk = ConsoleDesk.open(this);
        desk.at("customerId").fill("1001");
        desk.at("callReference").fill("call-2");
        desk.page().locator(".console-more summary").first().click();
        desk.page()
                .route(
                        "**/v1/agent/handovers",
                        route -> answer(route, 201, """
                        {"verificationId":"v","customerId":"1001","verifiedAt":"%s","expiresAt":"%s","actions":[]}
                        """.formatted(
                                Instant.now().minusSeconds(600), Instant.now().plusSeconds(300))));

        desk.page().route(VERIFICATIONS + "/**", route -> answer(route, 404, "{}"));
        desk.at("handover").fill("1234");
        desk.page().locator("[data-do=take]").click();

        assertThat(desk.page().locator("[role=timer]")).hasText(Pattern.compile("\\b(5:00|4:5\\d)"));
    }

    @Test
    void oneOfTwoHastyClicksAsksForDigits() {
        var desk = ConsoleDesk.open(this);
        desk.at("customerId").fill("1001");
        desk.at("callReference").fill("call-2");
        desk.page().locator(".console-more summary").first().click();
        var sent = new ArrayList<Route>();
        desk.page().route("**/v1/agent/verification-requests", sent::add);

        desk.page().locator("[data-do=typed]").click();
        desk.page().locator("[data-do=typed]").evaluate("button => button.click()");

        desk.page().waitForCondition(() -> !sent.isEmpty());
        desk.page().waitForTimeout(SETTLED);
        assertThat(sent).hasSize(1);
    }

    /** A ticket shows Markdown: what a customer wrote is none of it. */
    @Test
    void whatIsCopiedForATicketIsNoMarkupOfIt() {
        context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var desk = ConsoleDesk.open(this);
        var customer = ConsoleCustomer.fresh(stack);
        desk.type(customer.id(), customer.pin(), "[x](http://evil.example) **<b>**");
        assertThat(desk.at("search")).isVisible();
        desk.page().keyboard().press("F8");

        desk.button("Αντιγραφή Markdown").click();

        assertThat(String.valueOf(desk.page().evaluate("() => navigator.clipboard.readText()")))
                .contains("\\[x\\](http://evil.example) \\*\\*\\<b\\>\\*\\*");
    }

    /** The last ten calls of this agent, and no more. */
    @Test
    void tenCallsAreRemembered() {
        var desk = ConsoleDesk.open(this);
        desk.page()
                .route(
                        VERIFICATIONS,
                        route -> answer(route, 201, """
                        {"verificationId":"v","customerId":"1001","verifiedAt":"%s","expiresAt":"%s","actions":[]}
                        """.formatted(
                                        Instant.now(), Instant.now().plusSeconds(900))));
        desk.page().route(VERIFICATIONS + "/**", route -> {
            if (route.request().method().equals("DELETE")) {
                answer(route, 204, "");
            } else {
                answer(route, 404, "{}");
            }
        });
        for (int call = 0; call < 12; call++) {
            desk.type("1001", "123456", "call-" + call);
            assertThat(desk.at("search")).isVisible();
            next(desk);
        }
        var calls = desk.page().locator(".console-more .console-row .console-summary");
        assertThat(calls).hasCount(10);
        assertThat(calls.first()).containsText("call-11");
        assertThat(calls.last()).containsText("call-2");
    }

    /** The catalogue names all ten; the verification says which of them this caller may have. */
    @Test
    void onlyWhatTheVerificationAllowsIsOffered() {
        var desk = ConsoleDesk.open(this);
        desk.page()
                .route(
                        VERIFICATIONS,
                        route -> answer(route, 201, """
                        {"verificationId":"v","customerId":"1001","verifiedAt":"%s","expiresAt":"%s","actions":["renew-service"]}
                        """.formatted(
                                        Instant.now(), Instant.now().plusSeconds(900))));
        desk.page().route(VERIFICATIONS + "/**", route -> answer(route, 404, "{}"));

        desk.type("1001", "123456", "call-1");

        assertThat(desk.page().locator("[data-action]")).hasCount(1);
        assertThat(desk.page().locator("[data-action=renew-service]")).isVisible();
    }

    /** They come while the PIN is typed; on a bad line perhaps later. */
    @Test
    void theScreensAfterThePinMayComeLate() {
        var customer = ConsoleCustomer.fresh(stack);
        context().route("**/console/screens.js", Route::abort);
        var desk = ConsoleDesk.open(this);
        var verified =
                desk.page().waitForResponse(VERIFICATIONS, () -> desk.type(customer.id(), customer.pin(), "call-1"));
        assertThat(verified.status()).isEqualTo(201);
        assertThat(desk.page().locator("support-agent-console")).hasAttribute("data-screen", "verify");

        context().unroute("**/console/screens.js");

        assertThat(desk.at("search")).isFocused();
        assertThat(desk.page().locator(".console-bar")).containsText(customer.id());
    }

    /** It would be asked for again for ever, without a word. */
    @Test
    void aScreenThatCannotBeReadIsReported() {
        try (var unwatched = Chromium.shared().newContext()) {
            var errors = new ArrayList<String>();
            unwatched.route(
                    "**/console/view-outcome.js",
                    route -> route.fulfill(new FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody("const said = 1; function said() {}")));
            var page = unwatched.newPage();
            page.onPageError(errors::add);
            page.navigate(stack.origin() + "/console/?lang=en");
            page.waitForCondition(() -> !errors.isEmpty());

            assertThat(errors.getFirst()).contains("SyntaxError").contains("said");
        }
    }

    /** What a page says about every element reaches into it; what it says about this one may place it. */
    @Test
    void theConsolesInsideIsSealed() {
        var page = open("/console/?lang=en");
        assertThat(page.locator(".console-pin")).isVisible();
        assertThat(
                        page.evaluate(
                                "() => [document.querySelectorAll('.console-pin').length, document.querySelector('support-agent-console').shadowRoot.mode].join()"))
                .isEqualTo("0,open");
    }
}
