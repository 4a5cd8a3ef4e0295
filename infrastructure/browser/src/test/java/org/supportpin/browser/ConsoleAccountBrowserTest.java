package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the customer has, in the console: as it is after what was done in the call. */
class ConsoleAccountBrowserTest extends PageTest {

    @Test
    void whatWasOrderedIsAmongTheUnpaidOrders() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.eleni(stack));
        var orders = desk.page().locator("[data-things=orders] .console-row");
        var before = orders.count();
        desk.choose("order-service").fill("""
                /productId=vps-1
                /billingCycle=quarterly
                """).reviewed().confirm();
        assertThat(desk.outcome("succeeded")).isVisible();

        desk.page().keyboard().press("Escape");

        assertThat(orders).hasCount(before + 1);
    }

    /** It may arrive while the agent is on the way through the list. */
    @Test
    void theFocusStaysWhereItIsWhenItIsReadAgain() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        desk.choose("apply-micro-fix").fill("""
                /packageId=pkg-1
                /fix=restart-php
                /note=Σφάλμα 503
                """).reviewed().confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
        var answered = desk.page().waitForResponse("**/account", () -> {
            desk.page().keyboard().press("Escape");
            desk.page().locator("[data-thing=\"records papadopoulou.gr\"]").focus();
        });
        answered.finished();

        desk.page().waitForTimeout(300);
        assertThat(desk.page().locator("[data-thing=\"records papadopoulou.gr\"]"))
                .isFocused();
    }
}
