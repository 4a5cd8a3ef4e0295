package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wherever digits are typed that count as a try: a key held down is one, and what was said of it stays. */
class CodeFieldsBrowserTest extends PageTest {

    /** Answers each try that it is wrong. */
    private static List<String> tries(Page page, String route, String slug) {
        var tries = new ArrayList<String>();
        page.route(route, asked -> {
            tries.add(asked.request().postData());
            asked.fulfill(new FulfillOptions()
                    .setStatus(422)
                    .setContentType("application/problem+json")
                    .setBody("{\"type\":\"urn:support-pin:problem:%s\",\"attemptsLeft\":2}".formatted(slug)));
        });
        return tries;
    }

    private static void holdEnter(Locator field) {
        field.focus();
        for (int repeat = 0; repeat < 8; repeat++) {
            field.page().keyboard().down("Enter");
            field.page().waitForTimeout(60);
        }
        field.page().keyboard().up("Enter");
    }

    @Test
    void theCodeOfAMobile() {
        var page = open(Customer.withoutMobile(stack).accountPage("el"));
        page.route(
                "**/v1/panel/mobile",
                asked -> asked.fulfill(new FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"maskedNumber\":\"+30 ••• 12\",\"expiresAt\":\"2036-01-01T00:00:00Z\"}")));
        var tries = tries(page, "**/v1/panel/mobile/confirmation", "code-rejected");
        var number = page.getByLabel("Αριθμός κινητού");
        number.fill("6912345678");
        // One slip more: the key is still down when the field for the code is there.
        holdEnter(number);
        var code = page.getByLabel("Κωδικός από το SMS");
        assertThat(page.locator("support-pin-mobile-services .error")).isEmpty();
        code.fill("123-456");
        holdEnter(code);

        assertThat(page.locator("support-pin-mobile-services .error"))
                .hasText("Λάθος κωδικός. Απομένουν 2 προσπάθειες.");
        assertThat(tries).containsExactly("{\"code\":\"123456\"}");
        assertThat(code).hasValue("");
        assertThat(code).isFocused();
    }

    @Test
    void theDigitsOfAColleague() {
        var desk = ConsoleDesk.open(this);
        desk.at("callReference").fill("call-1");
        desk.page().locator(".console-more summary").first().click();
        var tries = tries(desk.page(), "**/v1/agent/handovers", "handover-rejected");
        desk.at("handover").fill("12 34");
        holdEnter(desk.at("handover"));

        assertThat(desk.page().locator(".console-others .console-notice")).containsText("Ο κωδικός δεν ισχύει");
        assertThat(tries).hasSize(1).allSatisfy(sent -> assertThat(sent).contains("\"1234\""));
        assertThat(desk.at("handover")).hasValue("");
    }

    /** The sixth digit sends it, and the hand is used to Enter. */
    @Test
    void thePin() {
        var desk = ConsoleDesk.open(this);
        var tries = tries(desk.page(), "**/v1/agent/verifications", "pin-rejected");
        desk.type("1001", "123 456", "call-1");
        assertThat(desk.alert()).containsText("Απομένουν 2 προσπάθειες");
        holdEnter(desk.at("pin"));

        assertThat(desk.alert()).containsText("Απομένουν 2 προσπάθειες");
        assertThat(desk.page().locator(".console-verify .error")).hasCount(0);
        assertThat(desk.at("pin")).isFocused();
        assertThat(tries).hasSize(1);
    }
}
