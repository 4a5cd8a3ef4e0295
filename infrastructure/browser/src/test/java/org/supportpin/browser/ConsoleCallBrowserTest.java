package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A verified call: its duration, keys, languages and end. */
class ConsoleCallBrowserTest extends PageTest {

    @Test
    void endingTheCallVoidsTheVerification() {
        var customer = ConsoleCustomer.fresh(stack);
        var desk = ConsoleDesk.open(this).verified(customer);

        var ended = desk.page()
                .waitForResponse(
                        response -> response.request().method().equals("DELETE"),
                        () -> desk.button("Τέλος κλήσης").click());

        assertThat(ended.status()).isEqualTo(204);
        assertThat(desk.stage()).containsText("Η κλήση ολοκληρώθηκε");
        assertThat(desk.page().locator("[role=timer]")).hasCount(0);
        desk.button("Νέα κλήση").click();
        assertThat(desk.at("customerId")).isFocused();
        assertThat(desk.at("customerId")).hasValue("");
    }

    @Test
    void withoutAnAnswerTheCallStaysOpen() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.fresh(stack));
        desk.page().route("**/v1/agent/verifications/*", route -> route.abort());

        desk.button("Τέλος κλήσης").click();

        assertThat(desk.page().locator(".console-bar-frame [role=alert]")).containsText("Δεν υπάρχει σύνδεση");
        assertThat(desk.page().locator("[role=timer]")).isVisible();
    }

    @Test
    void afterAQuarterOfAnHourThePinIsAskedForAgainAndTheFormIsKept() {
        var customer = ConsoleCustomer.maria(stack);
        var desk = ConsoleDesk.open(this).verified(customer);
        // No test changes it, whatever ran before on this stack.
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();

        stack.advance(Duration.ofMinutes(16));
        desk.confirm();

        assertThat(desk.alert()).containsText("Η επαλήθευση έληξε");
        assertThat(desk.alert()).containsText("έχουν κρατηθεί");
        desk.verify(customer.id(), customer.pin());
        assertThat(desk.at("field/orderId")).hasValue("ord-1");
    }

    @Test
    void theTimeRunsOutOnTheScreenToo() {
        var customer = ConsoleCustomer.fresh(stack);
        var desk = ConsoleDesk.open(this);
        desk.page().clock().install();
        desk.type(customer.id(), customer.pin(), "call-3");
        assertThat(desk.at("search")).isVisible();

        desk.page().clock().fastForward("13:30");
        assertThat(desk.page().locator("[role=timer][data-soon]")).containsText("1:");
        desk.page().clock().fastForward("01:31");

        assertThat(desk.alert()).containsText("Η επαλήθευση έληξε");
    }

    @Test
    void theKeyboardSufficesForAWholeCall() {
        var customer = ConsoleCustomer.maria(stack);
        var desk = ConsoleDesk.open(this);
        var keyboard = desk.page().keyboard();

        assertThat(desk.at("customerId")).isFocused();
        keyboard.type(customer.id());
        keyboard.press("Tab");
        keyboard.type("call-9");
        keyboard.press("Shift+Tab");
        keyboard.press("Shift+Tab");
        keyboard.type(customer.pin());
        assertThat(desk.at("search")).isFocused();
        assertThat(desk.page().locator("[data-account=here]")).hasCount(1);
        keyboard.type("στοιχεια παραγγ");
        keyboard.press("Enter");
        assertThat(desk.at("field/orderId")).isFocused();
        keyboard.press("ArrowDown");
        keyboard.press("ArrowDown");
        keyboard.press("ArrowDown");
        assertThat(desk.at("field/orderId")).hasValue("ord-1");
        keyboard.press("Control+Enter");
        assertThat(desk.at("review")).isFocused();
        keyboard.press("Escape");
        assertThat(desk.at("field/orderId")).hasValue("ord-1");
        keyboard.press("Control+Enter");
        assertThat(desk.page().locator("[data-confirm]")).isEnabled();
        keyboard.press("Control+Enter");
        assertThat(desk.at("outcome")).isFocused();
        assertThat(desk.at("outcome")).hasText("Ολοκληρώθηκε");
        keyboard.press("/");
        assertThat(desk.at("search")).isFocused();
        keyboard.press("ArrowDown");
        keyboard.press("ArrowDown");
        keyboard.press("Enter");
        assertThat(desk.at("field/serviceId")).isFocused();
        keyboard.press("F8");
        assertThat(desk.button("Νέα κλήση")).isFocused();
    }

    /** P12. */
    @Test
    void aFilledFormIsNotLostByOneKey() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        desk.choose("change-nameservers").fill("/domain=nea.gr");

        desk.page().keyboard().press("F8");

        assertThat(desk.page().locator(".console-bar-frame [role=alert]")).containsText("δεν έχει σταλεί");
        assertThat(desk.at("field/domain")).hasValue("nea.gr");
        desk.page().keyboard().press("F8");
        assertThat(desk.button("Νέα κλήση")).isFocused();
    }

    /** The browser's own Back would leave the page with the call in it: it asks first. */
    @Test
    void backAsksBeforeItLeavesACall() {
        var desk = ConsoleDesk.open(this);
        desk.page().navigate("/styles.html");
        desk.page().navigate("/console/?agent=agent-back&lang=el");
        var customer = ConsoleCustomer.fresh(stack);
        desk.verified(customer).choose("renew-service");
        desk.page().locator("[id$='-field/serviceId']").fill("svc-9");
        var asked = desk.page()
                .waitForConsoleMessage(
                        new Page.WaitForConsoleMessageOptions()
                                .setPredicate(each -> each.text().equals("asked")),
                        () -> desk.page().evaluate("""
                                () => {
                                  addEventListener('beforeunload', (event) => event.defaultPrevented && console.log('asked'));
                                  history.back();
                                }
                                """));

        assertThat(asked.text()).isEqualTo("asked");
        assertThat(desk.page().locator("[id$='-field/serviceId']")).hasValue("svc-9");
        assertThat(desk.page().locator(".console-bar")).containsText(customer.id());
    }

    @Test
    void theLanguageChangesInTheMiddleOfACallAndWhatWasTypedStays() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.fresh(stack));
        desk.choose("change-dns-records").fill("/domain=papadopoulou.gr");

        desk.button("English").click();

        assertThat(desk.stage()).containsText("Change DNS records");
        assertThat(desk.at("field/domain")).hasValue("papadopoulou.gr");
        assertThat(desk.button("End call")).isVisible();
        assertThat(desk.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void withoutALanguageOnThePageTheTokenDecides() {
        var page = open("/console/");
        page.evaluate("""
                claims => {
                  const console = document.createElement("support-agent-console");
                  const payload = btoa(JSON.stringify(claims));
                  console.token = async () => `e30.${payload}.x`;
                  document.querySelector("main").replaceChildren(console);
                }""", Map.of("locale", "en-GB"));

        assertThat(page.getByText("Ask the caller")).isVisible();
    }
}
