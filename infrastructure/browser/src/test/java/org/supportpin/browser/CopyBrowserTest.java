package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever cannot copy is told: in a help desk's frame the clipboard refuses, and a page without TLS has none. */
class CopyBrowserTest extends PageTest {

    private static final String REFUSES =
            "{ writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) }";

    private void clipboard(String is) {
        context().addInitScript("Object.defineProperty(navigator, 'clipboard', { value: %s })".formatted(is));
    }

    @ParameterizedTest
    @ValueSource(strings = {REFUSES, "undefined"})
    void thePin(String clipboard) {
        clipboard(clipboard);
        var customer = Customer.active(stack);
        var page = open(customer.examplePage());
        Bar.on(page).shows(customer.pin());

        button(page, "Αντιγραφή PIN").click();

        assertThat(page.locator("support-pin-bar .note")).hasText("Δεν αντιγράφηκε. Επιλέξτε το PIN.");
    }

    @ParameterizedTest
    @ValueSource(strings = {REFUSES, "undefined"})
    void theTextForTheTicket(String clipboard) {
        clipboard(clipboard);
        var desk = ConsoleDesk.open(this, "en").verified(ConsoleCustomer.fresh(stack));
        desk.page().keyboard().press("F8");

        desk.button("Copy as text").click();
        assertThat(desk.button("Not copied. Select the text.")).isVisible();
        desk.button("Copy as Markdown").click();
        assertThat(desk.button("Not copied. Select the text.")).hasCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {REFUSES, "undefined"})
    void thePaymentCode(String clipboard) {
        clipboard(clipboard);
        var desk = ConsoleDesk.open(this, "en").verified(ConsoleCustomer.maria(stack));
        desk.page()
                .route(
                        "**/v1/agent/verifications/*/actions",
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(201)
                                .setContentType("application/json")
                                .setBody("""
                                {"actionId":"a","action":"send-order-details","status":"succeeded","risk":"standard",
                                 "requestedAt":"2026-11-22T14:32:05Z","completedAt":"2026-11-22T14:33:11Z","result":{"bankReference":"RF18 1234"}}
                                """)));
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();
        desk.confirm();

        desk.button("Copy").click();

        assertThat(desk.button("Not copied. Select the text.")).isVisible();
    }
}
