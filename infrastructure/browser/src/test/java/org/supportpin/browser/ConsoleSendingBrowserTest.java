package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An action on its way: it is asked for once, and the ticket names it, whatever the agent does until the answer comes. */
class ConsoleSendingBrowserTest extends PageTest {

    private static final String ACTIONS = "**/v1/agent/verifications/*/actions";
    /** So long a request that should not be sent is waited for. */
    private static final int SETTLED = 300;

    private final List<Route> sent = new ArrayList<>();
    private ConsoleDesk desk;

    @BeforeEach
    void confirmed() {
        desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();
        desk.page().route(ACTIONS, sent::add);
        desk.page().locator("[data-confirm]").click();
        desk.page().waitForCondition(() -> !sent.isEmpty());
    }

    private void answer(int status, String body) {
        sent.getFirst()
                .fulfill(new FulfillOptions()
                        .setStatus(status)
                        .setContentType(status < 400 ? "application/json" : "application/problem+json")
                        .setBody(body));
    }

    private void done() {
        answer(
                201,
                "{\"actionId\":\"a\",\"status\":\"succeeded\",\"requestedAt\":\"%s\",\"result\":{\"orderId\":\"ord-1\",\"sentTo\":\"m•••@a.gr\"}}"
                        .formatted(Instant.now()));
    }

    private void assertOnItsWay(String label) {
        var confirm = desk.page().locator("[data-confirm]");
        assertThat(confirm).hasText(label);
        assertThat(confirm).hasAttribute("aria-disabled", "true");
        // A review would have been awake by now.
        desk.page().waitForTimeout(1_000);
        confirm.evaluate("button => button.click()");
        desk.page().waitForTimeout(SETTLED);
        assertThat(sent).hasSize(1);
    }

    private void again() {
        desk.page().keyboard().press("Escape");
        desk.review();
    }

    @Test
    void anotherLanguageSendsNothingTwice() {
        desk.button("English").click();

        assertOnItsWay("In progress…");
        done();

        assertThat(desk.outcome("succeeded")).containsText("m•••@a.gr");
        assertThat(desk.page().locator(".console-past")).hasCount(1);
    }

    @Test
    void whoeverGoesBackAndConfirmsTheSameConfirmsItOnce() {
        again();

        assertOnItsWay("Εκτελείται…");
        done();

        assertThat(desk.outcome("succeeded")).isVisible();
        assertThat(desk.page().locator(".console-past")).hasCount(1);
    }

    /** What was done does not wait in its form to be sent again. */
    @Test
    void whatIsDoneMeanwhileLeavesItsForm() {
        desk.page().keyboard().press("Escape");
        assertThat(desk.at("field/orderId")).hasValue("ord-1");

        done();

        assertThat(desk.outcome("succeeded")).isVisible();
        desk.page().keyboard().press("Escape");
        desk.choose("send-order-details");
        assertThat(desk.at("field/orderId")).hasValue("");
    }

    /** Something else is another action, and stays in its form. */
    @Test
    void whatIsWrittenMeanwhileStays() {
        desk.page().keyboard().press("Escape");
        desk.fill("/orderId=ord-2");

        done();

        assertThat(desk.page().locator(".console-past")).containsText("Ολοκληρώθηκε");
        assertThat(desk.at("field/orderId")).hasValue("ord-2");
    }

    @Test
    void theHistoryLeadsBackToIt() {
        desk.page().keyboard().press("Escape");
        desk.page().keyboard().press("Escape");
        assertThat(desk.page().locator(".console-past")).containsText("Στάλθηκε, δεν έχει απαντηθεί ακόμη");

        desk.page().locator(".console-past").click();

        assertOnItsWay("Εκτελείται…");
    }

    @Test
    void theTicketNamesItAndIsCorrectedByTheAnswer() {
        desk.page().keyboard().press("F8");

        assertThat(desk.button("Νέα κλήση")).isFocused();
        var ticket = desk.page().locator(".console-summary").first();
        assertThat(ticket).containsText("Αποστολή στοιχείων παραγγελίας: Στάλθηκε, δεν έχει απαντηθεί ακόμη");
        done();

        assertThat(ticket).containsText("Αποστολή στοιχείων παραγγελίας: Ολοκληρώθηκε");
    }

    @Test
    void theTicketSaysThatItWasNotAccepted() {
        desk.page().keyboard().press("F8");
        assertThat(desk.button("Νέα κλήση")).isFocused();

        answer(403, "{\"type\":\"urn:support-pin:problem:not-verified\",\"title\":\"t\",\"status\":403}");

        assertThat(desk.page().locator(".console-summary").first())
                .containsText("Αποστολή στοιχείων παραγγελίας: Δεν εκτελέστηκε");
    }

    /** It may have been done: under another key it could be done twice. */
    @Test
    void whatWasLostIsTriedAgainUnderItsOwnKeyOnly() {
        sent.getFirst().abort();
        assertThat(desk.outcome("lost")).isVisible();
        desk.button("Άλλη ενέργεια").click();
        desk.choose("send-order-details").fill("/orderId=ord-1").review();
        assertThat(desk.outcome("lost")).isVisible();

        desk.button("Δοκιμάστε ξανά").click();

        desk.page().waitForCondition(() -> sent.size() == 2);
        assertThat(sent.stream().map(each -> each.request().headers().get("idempotency-key")))
                .doesNotContainNull()
                .containsOnly(sent.getFirst().request().headers().get("idempotency-key"));
    }

    @Test
    void aPageIsNotLeftUnaskedBeforeTheAnswer() {
        desk.page().keyboard().press("Escape");
        desk.page().keyboard().press("Escape");

        assertThat(desk.page().evaluate("""
                () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))""")).isEqualTo(false);
        done();
        assertThat(desk.page().locator(".console-past")).containsText("Ολοκληρώθηκε");
        assertThat(desk.page().evaluate("""
                () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))""")).isEqualTo(true);
    }
}
