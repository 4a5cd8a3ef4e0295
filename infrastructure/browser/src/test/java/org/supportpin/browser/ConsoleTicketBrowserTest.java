package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What is written down about a call: it is kept however the call ends, names that call, and tells what became of what was asked for. */
class ConsoleTicketBrowserTest extends PageTest {

    private final ConsoleCustomer maria = ConsoleCustomer.maria(stack);

    /** What can be asked for however often other tests have done it. */
    private static ConsoleDesk fix(ConsoleDesk desk) {
        return desk.choose("apply-micro-fix").fill("""
                /packageId=pkg-1
                /fix=restart-php
                /note=Σφάλμα 503
                """);
    }

    /** The agent has done something, and the customer has ended the call in the panel. */
    private ConsoleDesk ended() {
        var desk = ConsoleDesk.open(this);
        desk.page().clock().install();
        desk.verified(maria);
        fix(desk).review();
        assertThat(desk.page().locator(".console-now-then")).isVisible();
        desk.page().clock().fastForward("00:01");
        desk.confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
        stack.call("DELETE", "/v1/panel/call", "", maria.token());
        desk.page().clock().fastForward("00:13");
        assertThat(desk.page().locator("[data-wrap-up]")).isVisible();
        return desk;
    }

    private static void pops(ConsoleDesk desk) {
        desk.page().locator("support-agent-console").evaluate("""
                desk => { desk.setAttribute('customer', '1002'); desk.setAttribute('call', 'call-2'); }""");
    }

    private static void assertRecent(ConsoleDesk desk) {
        var recent = desk.page().locator(".console-more .console-row .console-summary");
        assertThat(recent).hasCount(1);
        assertThat(recent).containsText("1001");
        assertThat(recent).containsText("Κλήση call-1");
        assertThat(recent).containsText("Μικρή διόρθωση: Ολοκληρώθηκε");
    }

    @Test
    void theNextCallerLeavesTheCallBeforeToItsTicket() {
        var desk = ended();

        pops(desk);

        assertThat(desk.at("customerId")).hasValue("1002");
        assertThat(desk.page().locator("[data-wrap-up]")).hasCount(0);
        assertRecent(desk);
    }

    @Test
    void anotherCustomerOnTheSameScreenLeavesItToo() {
        var desk = ended();
        var other = ConsoleCustomer.fresh(stack);
        desk.type(other.id(), other.pin(), "call-2");
        assertThat(desk.at("search")).isVisible();

        desk.page().keyboard().press("F8");

        assertThat(desk.page().locator(".console-summary").first()).containsText(other.id());
        assertThat(desk.page().locator(".console-summary").first()).containsText("Δεν έγινε καμία ενέργεια.");
        assertRecent(desk);
    }

    /** The same customer rings again: another call, with a ticket of its own. */
    @Test
    void anotherReferenceIsAnotherCall() {
        var desk = ended();
        desk.type(maria.id(), maria.pin(), "call-2");
        assertThat(desk.at("search")).isVisible();
        assertThat(desk.page().locator(".console-past")).hasCount(0);

        desk.page().keyboard().press("F8");

        assertThat(desk.page().locator(".console-summary").first()).containsText("Κλήση call-2");
        assertRecent(desk);
    }

    @Test
    void theSameCallGoesOnInOneTicket() {
        var desk = ended();
        desk.type(maria.id(), maria.pin(), "call-1");
        assertThat(desk.at("search")).isVisible();
        assertThat(desk.page().locator(".console-past")).hasCount(1);

        desk.page().keyboard().press("F8");

        assertThat(desk.page().locator(".console-summary")).hasCount(1);
        assertThat(desk.page().locator(".console-summary")).containsText("Ολοκληρώθηκε");
    }

    @Test
    void theTicketHasTheReferenceOfItsCall() {
        var desk = ended();
        desk.at("customerId").fill("1002");
        desk.at("callReference").fill("call-2");

        desk.page().locator("[data-wrap-up]").click();

        assertThat(desk.page().locator(".console-summary")).containsText("Κλήση call-1");
        assertThat(desk.page().locator(".console-summary")).containsText("1001");
    }

    /** Whatever comes of a try to go on. */
    @Test
    void theTicketIsOfferedUntilItIsTaken() {
        var desk = ended();
        desk.type(maria.id(), maria.wrongPin(), "call-1");
        assertThat(desk.alert()).containsText("Λάθος PIN");

        desk.page().locator("[data-wrap-up]").click();

        assertThat(desk.page().locator(".console-summary")).containsText("Ολοκληρώθηκε");
    }

    private void rules(String actions) {
        var rules = "{\"telephone\":\"open\",\"afterSms\":\"as-usual\",\"actions\":{%s}}".formatted(actions);
        stack.call("PUT", "/v1/panel/policy", rules, maria.token());
    }

    @Test
    void theTicketTellsWhatBecameOfWhatWaited() {
        rules("\"apply-micro-fix\":\"ask\"");
        try {
            var desk = ConsoleDesk.open(this).verified(maria);
            fix(desk).reviewed();
            desk.confirm();
            assertThat(desk.outcome("waiting")).isVisible();
            desk.page().keyboard().press("F8");
            Locator ticket = desk.page().locator(".console-summary").first();
            assertThat(ticket).containsText("Μικρή διόρθωση: Σε αναμονή");
            var waiting = stack.call("GET", "/v1/panel/support-pin", "", maria.token())
                    .path("waiting")
                    .get(0);

            stack.call(
                    "POST",
                    "/v1/panel/actions/%s/stop"
                            .formatted(waiting.path("actionId").asText()),
                    "",
                    maria.token());

            assertThat(ticket).containsText("Μικρή διόρθωση: Σταμάτησε");
            desk.button("English").click();
            assertThat(ticket).containsText("Stopped");
        } finally {
            rules("");
        }
    }
}
