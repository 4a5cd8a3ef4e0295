package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for the customer: the agent reads six digits out, the customer types them beside the values, or stops it. */
class WaitingBrowserTest extends PageTest {

    private final ConsoleCustomer maria = ConsoleCustomer.maria(stack);

    @BeforeEach
    void wantsToBeAsked() {
        rules("\"renew-service\":\"ask\"");
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

    private ConsoleDesk asked(String service) {
        var desk = ConsoleDesk.open(this).verified(maria);
        desk.choose("renew-service").fill("/serviceId=" + service).reviewed();
        desk.confirm();
        assertThat(desk.outcome("waiting")).isVisible();
        return desk;
    }

    private Page bar(String service) {
        var page = open("/examples/panel.html?customer=1001");
        assertThat(page.locator("support-pin-bar .waits .deed"))
                .hasText(Pattern.compile("^Θα γίνει: ανανέωση της υπηρεσίας \\S+\\.$"));
        assertThat(page.locator("support-pin-bar .waits li")).containsText(service);
        return page;
    }

    @Test
    void theCustomerTypesWhatTheAgentReadsOut() {
        var desk = asked("svc-7");
        var code = desk.page().locator(".console-code").innerText();
        var page = bar("svc-7");
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
        var desk = ConsoleDesk.open(this).verified(maria);
        assertThat(desk.page().locator("[data-account=here]")).hasCount(1);
        desk.choose("renew-service");
        // Whichever other tests have left to renew; it stays as it is.
        var services = desk.page().locator("[id$='-field/serviceId']");
        services.selectOption(new SelectOption().setIndex(1));
        var service = services.inputValue();
        desk.reviewed();
        desk.confirm();
        assertThat(desk.outcome("waiting")).isVisible();
        var page = bar(service);

        button(page, "Να σταματήσει").click();

        assertThat(page.locator("support-pin-bar .waits")).hasCount(0);
        assertThat(desk.outcome("stopped")).isVisible();
    }
}
