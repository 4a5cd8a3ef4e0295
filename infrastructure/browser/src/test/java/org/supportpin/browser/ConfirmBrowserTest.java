package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What is asked twice is answered twice: a double click says no yes, and neither does a key that is held. */
class ConfirmBrowserTest extends PageTest {

    private static final int ASLEEP = 700;
    private static final int SETTLED = 300;
    private static final int TIMES = 4;

    private final Customer customer = Customer.active(stack);

    private Page tab(String name) {
        var page = open(customer.accountPage("en"));
        Bar.on(page).is("active");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
        return page;
    }

    private Page story() {
        customer.verify(customer.pin(), "call-1");
        customer.call("DELETE", "/v1/panel/call");
        return tab("Activity");
    }

    private String telephone() {
        return customer.call("GET", "/v1/panel/policy").path("telephone").asText();
    }

    private static void held(Locator button) {
        button.focus();
        for (int times = 0; times < TIMES; times++) {
            button.page().keyboard().down("Enter");
        }
        button.page().waitForTimeout(ASLEEP);
        button.page().keyboard().down("Enter");
        button.page().keyboard().up("Enter");
        button.page().waitForTimeout(SETTLED);
    }

    @Test
    void aDoubleClickInTheHistoryFreezesNothing() {
        var page = story();
        button(page, "That was not me").dblclick();

        assertThat(page.locator(".story")).containsText("We will freeze telephone support");
        assertThat(button(page, "Cancel")).isFocused();
        page.waitForTimeout(SETTLED);
        assertThat(telephone()).isEqualTo("open");
        button(page, "Cancel").click();
        assertThat(button(page, "That was not me")).isFocused();
        assertThat(page.locator(".story")).not().containsText("We will freeze");

        button(page, "That was not me").click();
        button(page, "Yes, freeze").click();
        assertThat(page.locator(".story")).containsText("We have frozen telephone support.");
        assertThat(page.locator("[data-said]")).isFocused();
        assertThat(telephone()).isEqualTo("frozen");
    }

    @Test
    void aHeldKeyInTheHistoryFreezesNothing() {
        var page = story();
        held(button(page, "That was not me"));

        assertThat(button(page, "Cancel")).isFocused();
        assertThat(telephone()).isEqualTo("open");
    }

    @Test
    void inTheBarNeitherDoes() {
        customer.verify(customer.pin(), "call-1");
        var page = open(customer.accountPage("en"));
        button(page, "That is not me").dblclick();
        assertThat(button(page, "Yes, freeze it")).isVisible();
        page.waitForTimeout(SETTLED);
        assertThat(telephone()).isEqualTo("open");
        button(page, "Cancel").click();

        held(button(page, "That is not me"));
        assertThat(button(page, "Cancel")).isFocused();
        assertThat(telephone()).isEqualTo("open");
    }

    /** Where the question pushes its button under the mouse, the second click would land on it. */
    @Test
    void deactivationSleepsAMoment() {
        var page = tab("Mobile services");
        button(page, "More about Support PIN").click();
        button(page, "Deactivate").click();
        button(page, "Yes, deactivate").evaluate("button => button.click()");
        page.waitForTimeout(SETTLED);
        Bar.on(page).is("active");

        button(page, "Yes, deactivate").click();
        Bar.on(page).is("inactive");
    }

    @Test
    void soDoesTheRemovalOfTheAddress() {
        context()
                .route(
                        "**/v1/panel/notice-address",
                        route -> route.fulfill(
                                new FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(
                                                "{\"confirmed\":{\"maskedAddress\":\"a•••@b.example\",\"confirmedAt\":\"2026-11-22T14:31:48Z\"},\"pending\":null}")));
        var page = tab("Security");
        button(page, "Remove").click();
        page.onRequest(request -> assertThat(request.method()).isEqualTo("GET"));
        button(page, "Yes, remove it").evaluate("button => button.click()");
        page.waitForTimeout(SETTLED);

        assertThat(button(page, "Yes, remove it")).isVisible();
    }
}
