package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicInteger;
import org.supportpin.local.testing.Trees;

/** The console, as an agent uses it. Each has its own agent, so that budgets are separate. */
final class ConsoleDesk {

    private static final int DIGITS = 6;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Page page;

    private ConsoleDesk(Page page) {
        this.page = page;
    }

    /** A desk in Greek. */
    static ConsoleDesk open(PageTest test) {
        return open(test, "el");
    }

    static ConsoleDesk open(PageTest test, String language) {
        var agent = "agent-console-" + NEXT.incrementAndGet();
        return new ConsoleDesk(test.open("/console/?agent=%s&lang=%s".formatted(agent, language)));
    }

    /** The console of a page that has more on it. */
    static ConsoleDesk on(Page page) {
        return new ConsoleDesk(page);
    }

    Page page() {
        return page;
    }

    /** An element by the end of its id. */
    Locator at(String id) {
        return page.locator("[id=\"support-agent-console-1-%s\"]".formatted(id));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator stage() {
        return page.locator(".console-stage");
    }

    /** What a screen reader announces immediately. */
    Locator alert() {
        return page.locator(".console-stage [role=alert]");
    }

    /** The sixth digit of the PIN verifies. */
    ConsoleDesk type(String customer, String pin, String call) {
        at("customerId").fill(customer);
        at("callReference").fill(call);
        at("pin").fill(pin);
        return this;
    }

    ConsoleDesk verify(String customer, String pin) {
        type(customer, pin, "call-1");
        if (pin.replaceAll("\\D", "").length() != DIGITS) {
            at("pin").press("Enter");
        }
        return this;
    }

    ConsoleDesk verified(ConsoleCustomer customer) {
        verify(customer.id(), customer.pin());
        assertThat(at("search")).isFocused();
        // What the customer has is there, or known not to be.
        assertThat(page.locator("[data-account]")).hasCount(1);
        return this;
    }

    ConsoleDesk choose(String action) {
        assertThat(page.locator("[data-account]")).hasCount(1);
        page.locator("[data-action=%s]".formatted(action)).click();
        return this;
    }

    /**
     * Fills a form in.
     *
     * @param steps a line each: {@code /pointer=value}, or {@code +/pointer} for one more item of a list
     */
    ConsoleDesk fill(String steps) {
        steps.lines().map(String::strip).filter(step -> !step.isEmpty()).forEach(this::step);
        return this;
    }

    private void step(String step) {
        if (step.startsWith("+")) {
            at("field" + step.substring(1) + "-add").click();
            return;
        }
        var parts = step.split("=", 2);
        var field = at("field" + parts[0]);
        switch (String.valueOf(field.evaluate("element => element.localName"))) {
            case "select" -> field.selectOption(parts[1]);
            case "fieldset" -> at("field" + parts[0] + "-" + parts[1]).check();
            default -> field.fill(parts[1]);
        }
    }

    /** Up to the preview of what will be done. */
    ConsoleDesk review() {
        page.locator("[data-form] [type=submit]").click();
        return this;
    }

    /** Up to the preview, which must be there and awake. */
    ConsoleDesk reviewed() {
        review();
        assertThat(page.locator("[data-confirm]")).isEnabled();
        return this;
    }

    /** Confirms, and returns what was sent. */
    Request confirm() {
        return page.waitForRequest(
                request -> request.method().equals("POST") && request.url().endsWith("/actions"),
                () -> page.locator("[data-confirm]").click());
    }

    Locator outcome(String status) {
        return page.locator("[data-status=%s]".formatted(status));
    }

    static JsonNode body(Request request) {
        return Trees.read(request.postData());
    }
}
