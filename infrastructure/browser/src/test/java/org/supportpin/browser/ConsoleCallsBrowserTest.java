package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Calls without a spoken PIN, taken over, announced, or stopped. */
class ConsoleCallsBrowserTest extends PageTest {

    private ConsoleDesk others(ConsoleCustomer customer, String call) {
        var desk = ConsoleDesk.open(this);
        desk.at("customerId").fill(customer.id());
        desk.at("callReference").fill(call);
        desk.page().locator(".console-more summary").first().click();
        return desk;
    }

    @Test
    void theCustomerTypesTheDigitsThatTheAgentReadsOut() {
        var customer = ConsoleCustomer.fresh(stack);
        var desk = others(customer, "call-1");

        desk.page().locator("[data-do=typed]").click();
        var code =
                desk.page().locator(".console-others .console-code").innerText().replace(" ", "");
        stack.call("POST", "/v1/panel/verification", "{\"code\":\"%s\"}".formatted(code), customer.token());

        assertThat(desk.at("search")).isFocused();
        assertThat(desk.page().locator(".console-bar")).containsText(customer.id());
    }

    @Test
    void aColleagueTakesTheCallOver() {
        var customer = ConsoleCustomer.fresh(stack);
        var first = ConsoleDesk.open(this).verified(customer);
        first.page().locator("[data-do=handover]").click();
        var code = first.page().locator(".console-bar-frame .console-code").innerText();
        var second = others(customer, "call-2");

        second.at("handover").fill(code);
        second.page().locator("[data-do=take]").click();

        assertThat(second.at("search")).isFocused();
        assertThat(first.stage()).containsText("Η κλήση παραδόθηκε");
        assertThat(first.page().locator(".console-summary")).containsText("call-1");
    }

    /** Between two questions the service's refusal tells it first. */
    @Test
    void whoActsInACallThatWasTakenOverHearsThat() {
        var customer = ConsoleCustomer.fresh(stack);
        var first = ConsoleDesk.open(this).verified(customer);
        first.choose("send-order-details").fill("/orderId=ord-1");
        first.page().clock().install();
        first.page().locator("[data-do=handover]").click();
        var code = first.page().locator(".console-bar-frame .console-code").innerText();
        var body = "{\"code\":\"%s\",\"callReference\":\"call-2\"}".formatted(code);
        stack.call("POST", "/v1/agent/handovers", body, stack.token("agent", "agent-takes-" + customer.id(), "{}"));

        first.review();

        assertThat(first.stage()).containsText("Η κλήση παραδόθηκε");
    }

    @Test
    void aWrongHandoverCodeIsSaid() {
        var desk = others(ConsoleCustomer.fresh(stack), "call-3");
        desk.at("handover").fill("0000");
        desk.page().locator("[data-do=take]").click();

        assertThat(desk.page().locator(".console-others .console-notice")).containsText("Ο κωδικός δεν ισχύει");
    }

    @Test
    void aCallIsAnnouncedBeforeItIsMade() {
        var customer = ConsoleCustomer.fresh(stack);
        var desk = others(customer, "call-4");
        desk.at("reason").selectOption("fault");

        desk.page().locator("[data-do=announce]").click();

        assertThat(desk.page().locator(".console-others .console-notice")).containsText("Μπορείτε να καλέσετε.");
        assertThat(desk.page().locator(".console-others .console-notice"))
                .containsText("Ο πελάτης ειδοποιήθηκε στον πίνακα ελέγχου και με SMS.");
        var told =
                stack.call("GET", "/v1/panel/support-pin", "", customer.token()).path("announcement");
        Assertions.assertThat(told.path("reason").asText()).isEqualTo("fault");
        desk.page().locator("[data-do=announce-end]").click();
        assertThat(desk.page().locator(".console-others .console-notice"))
                .containsText("Η αναγγελία στον πελάτη %s έληξε.".formatted(customer.id()));
    }

    @Test
    void whateverWaitsIsStoppedWithoutAPin() {
        var desk = others(ConsoleCustomer.fresh(stack), "call-5");

        desk.page().locator("[data-do=stop-all]").click();

        assertThat(desk.page().locator(".console-others .console-notice"))
                .containsText("Δεν υπήρχε τίποτα σε αναμονή.");
    }
}
