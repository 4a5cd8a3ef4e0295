package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said, sent or announced to one customer does not stand under another, and can still be ended. */
class ConsoleCustomersBrowserTest extends PageTest {

    private final ConsoleCustomer anna = ConsoleCustomer.fresh(stack);
    private final ConsoleCustomer bruno = ConsoleCustomer.fresh(stack);
    private ConsoleDesk desk;

    @BeforeEach
    void annaIsInTheField() {
        desk = ConsoleDesk.open(this, "en");
        desk.page().locator(".console-more summary").first().click();
        desk.at("callReference").fill("call-1");
        desk.at("customerId").fill(anna.id());
    }

    private void press(String what) {
        desk.page().locator("[data-do=%s]".formatted(what)).click();
    }

    private Locator notice(String text) {
        return desk.page().locator(".console-verify .console-notice").filter(new FilterOptions().setHasText(text));
    }

    private void announced() {
        press("announce");
        assertThat(notice("You can ring now.")).isVisible();
    }

    private boolean isTold(ConsoleCustomer customer) {
        return stack.call("GET", "/v1/panel/support-pin", "", customer.token()).has("announcement");
    }

    private void pops(ConsoleCustomer customer) {
        desk.page()
                .locator("support-agent-console")
                .evaluate(
                        "(desk, id) => { desk.setAttribute('customer', id); desk.setAttribute('call', 'call-2'); }",
                        customer.id());
        assertThat(desk.at("customerId")).hasValue(customer.id());
    }

    @Test
    void anAnnouncementNamesItsCustomer() {
        announced();

        desk.at("customerId").fill(bruno.id());

        assertThat(notice("You can ring now.")).hasCount(0);
        assertThat(notice("Announced to " + anna.id())).isVisible();
        desk.at("customerId").fill(anna.id());
        assertThat(notice("You can ring now.")).isVisible();
    }

    @Test
    void eachOfTwoAnnouncementsIsEnded() {
        announced();
        pops(bruno);
        assertThat(notice("Announced to " + anna.id())).isVisible();
        assertThat(notice("You can ring now.")).hasCount(0);
        announced();
        assertThat(desk.page().locator("[data-do=announce-end]")).hasCount(2);

        notice("Announced to " + anna.id()).locator("[data-do=announce-end]").click();

        assertThat(notice("The announcement to " + anna.id() + " has ended.")).isVisible();
        assertThat(desk.page().locator("[data-do=announce-end]")).hasCount(1);
        assertThat(isTold(anna)).isFalse();
        assertThat(isTold(bruno)).isTrue();
        desk.type(bruno.id(), bruno.pin(), "call-2");
        desk.button("End the announced call").click();
        assertThat(desk.page().locator("[data-do=announce-end]")).hasCount(0);
        assertThat(isTold(bruno)).isFalse();
    }

    @Test
    void inAVerifiedCallAnothersAnnouncementIsCalledThat() {
        announced();
        desk.type(bruno.id(), bruno.pin(), "call-2");

        assertThat(desk.button("End the announced call")).hasCount(0);
        desk.button("End the call announced to " + anna.id()).click();

        assertThat(desk.page().locator("[data-do=announce-end]")).hasCount(0);
        assertThat(isTold(anna)).isFalse();
    }

    @Test
    void anAnnouncementThatCouldNotBeEndedStaysAndThatIsSaid() {
        announced();
        desk.page().route("**/v1/agent/calls/*", route -> route.abort());

        press("announce-end");

        assertThat(notice("No connection")).isVisible();
        assertThat(notice("You can ring now.")).isVisible();
    }

    /** Whoever reads them out to another would verify the wrong one. */
    @Test
    void digitsStandUnderTheirCustomerAlone() {
        press("typed");
        var code = desk.page().locator(".console-code").innerText();

        desk.at("customerId").fill(bruno.id());
        assertThat(desk.page().locator(".console-code")).hasCount(0);
        var typed = "{\"code\":\"%s\"}".formatted(code.replace(" ", ""));
        stack.call("POST", "/v1/panel/verification", typed, anna.token());
        // Asked every two seconds.
        desk.page().waitForResponse("**/v1/agent/verification-requests/*", () -> {});
        desk.page().waitForTimeout(300);
        assertThat(desk.page().locator("support-agent-console")).hasAttribute("data-screen", "verify");

        desk.at("customerId").fill(anna.id());

        assertThat(desk.page().locator(".console-bar")).containsText(anna.id());
    }

    @Test
    void anSmsWasSentToItsCustomerAlone() {
        desk.button("Send PIN by SMS").click();
        assertThat(notice("Sent to")).isVisible();

        desk.at("customerId").fill(bruno.id());

        assertThat(notice("Sent to")).isHidden();
    }

    @Test
    void whatWaitsWasStoppedForItsCustomerAlone() {
        press("stop-all");
        assertThat(notice("Nothing was waiting.")).isVisible();

        desk.at("customerId").fill(bruno.id());

        assertThat(notice("Nothing was waiting.")).isHidden();
    }

    @Test
    void aWrongPinWasTheirsAlone() {
        desk.at("pin").fill(anna.wrongPin());
        assertThat(notice("4 attempts left")).isVisible();

        desk.at("customerId").fill(bruno.id());

        assertThat(notice("4 attempts left")).isHidden();
    }

    /** Where nothing is announced, nothing takes its place beside the buttons. */
    @Test
    void theBarsButtonsBeginAtItsEdge() {
        desk.page().setViewportSize(320, 640);
        desk.type(anna.id(), anna.pin(), "call-1");
        assertThat(desk.button("Hand over")).isVisible();

        var row = desk.page().locator(".console-bar .row").boundingBox();
        assertThat(desk.button("Hand over").boundingBox().x).isEqualTo(row.x);
    }
}
