package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for the customer: the agent reads six digits out, the customer types them beside the values, or stops it. */
class WaitingBrowserTest extends PageTest {

    private final ConsoleCustomer maria = ConsoleCustomer.maria(stack);

    @BeforeEach
    void wantsToBeAsked() {
        rules("\"apply-micro-fix\":\"ask\"");
    }

    @AfterEach
    void asBefore() {
        rules("");
    }

    private void rules(String actions) {
        stack.call(
                "PUT",
                "/v1/panel/policy",
                "{\"telephone\":\"open\",\"afterSms\":\"as-usual\",\"actions\":{%s}}".formatted(actions),
                maria.token());
    }

    /** What can be asked for however often other tests have done it. */
    private ConsoleDesk asked() {
        var desk = ConsoleDesk.open(this).verified(maria);
        desk.choose("apply-micro-fix").fill("""
                /packageId=pkg-1
                /fix=restart-php
                /note=Σφάλμα 503
                """).reviewed();
        desk.confirm();
        assertThat(desk.outcome("waiting")).isVisible();
        return desk;
    }

    private Page bar() {
        var page = open("/examples/panel.html?customer=1001");
        assertThat(page.locator("support-pin-bar .waits .deed"))
                .hasText("Θα γίνει: μικρή διόρθωση στο πακέτο papadopoulou.gr.");
        assertThat(page.locator("support-pin-bar .waits li")).containsText("Επανεκκίνηση της PHP (papadopoulou.gr)");
        return page;
    }

    @Test
    void theCustomerTypesWhatTheAgentReadsOut() {
        var desk = asked();
        var code = desk.page().locator(".console-code").innerText();
        var page = bar();
        var digits = code.replace(" ", "");
        page.locator("support-pin-bar .digits").fill(digits.equals("111111") ? "222222" : "111111");
        button(page, "Συμφωνώ").click();
        assertThat(page.locator("support-pin-bar .waits")).containsText("Λάθος ψηφία.");

        page.locator("support-pin-bar .digits").fill(code);
        button(page, "Συμφωνώ").click();

        assertThat(page.locator("support-pin-bar .waits")).hasCount(0);
        assertThat(desk.outcome("succeeded")).isVisible();
    }

    @Test
    void theCustomerStopsIt() {
        var desk = asked();
        var page = bar();

        button(page, "Να σταματήσει").click();

        assertThat(page.locator("support-pin-bar .waits")).hasCount(0);
        assertThat(desk.outcome("stopped")).isVisible();
    }
}
