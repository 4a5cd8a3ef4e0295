package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Keys that are pressed beside the console. */
class ConsoleKeysBrowserTest extends PageTest {

    private ConsoleDesk verified() {
        return ConsoleDesk.open(this).verified(ConsoleCustomer.fresh(stack));
    }

    private static void clickBlankGround(ConsoleDesk desk) {
        desk.page().locator("body").click(new Locator.ClickOptions().setPosition(3, 400));
        desk.page().waitForFunction("() => document.activeElement === document.body");
    }

    @Test
    void onBlankGroundTheyWork() {
        var desk = verified();
        clickBlankGround(desk);

        desk.page().keyboard().press("5");
        assertThat(desk.at("field/domain")).isFocused();
        clickBlankGround(desk);
        desk.page().keyboard().press("Escape");
        assertThat(desk.at("search")).isFocused();
        clickBlankGround(desk);
        desk.page().keyboard().press("F8");

        assertThat(desk.button("Νέα κλήση")).isFocused();
    }

    @Test
    void afterTheLanguageWasSwitchedTheyWork() {
        var desk = verified();
        desk.button("English").click();

        desk.page().keyboard().press("F8");

        assertThat(desk.button("New call")).isFocused();
    }

    @Test
    void whoeverTypesInThePageAroundItPressesNone() {
        var desk = verified();
        desk.page().evaluate("""
                () => {
                  for (const place of [document.querySelector("header"), document.body]) {
                    place.prepend(Object.assign(document.createElement("input"), { className: "own" }));
                  }
                }""");

        for (var own : desk.page().locator(".own").all()) {
            own.focus();
            desk.page().keyboard().press("5");
            desk.page().keyboard().press("F8");
            assertThat(own).hasValue("5");
        }

        assertThat(desk.page().locator("support-agent-console")).hasAttribute("data-screen", "actions");
        assertThat(desk.page().locator(".console-bar")).isVisible();
    }
}
