package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The customer's rules are changed elsewhere while the page is open: in the bar, in another tab, by another session. */
class PolicyBrowserTest extends PageTest {

    private static final String POLICY = "/v1/panel/policy";
    private static final int SETTLED = 200;
    private static final int ASLEEP = 700;

    private final Customer customer = Customer.active(stack);

    private Page security() {
        var page = open(customer.accountPage("en"));
        Bar.on(page).is("active");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Security"))
                .click();
        assertThat(page.locator(".rule")).hasCount(10);
        return page;
    }

    private String now(String pointer) {
        return customer.call("GET", POLICY).at(pointer).asText();
    }

    private void elsewhere(Consumer<ObjectNode> change) {
        var policy = (ObjectNode) customer.call("GET", POLICY);
        change.accept(policy);
        stack.call("PUT", POLICY, policy.toString(), customer.token());
    }

    private static Locator choice(Page page, String action, String value) {
        return page.locator("[data-rule=%s] input[value=%s]".formatted(action, value));
    }

    private static Locator freeze(Page page) {
        return page.locator("[data-control=freeze]");
    }

    @Test
    void whatIsFrozenInTheBarIsFrozenOnThePageAndStaysSo() {
        customer.verify(customer.pin(), "call-1");
        var page = security();
        page.locator("support-pin-bar .not-me").click();
        page.locator("support-pin-bar .yes").click();
        assertThat(page.locator("support-pin-policy .badge").first()).hasText("Frozen");

        choice(page, "order-service", "never").check();
        button(page, "Save").click();

        assertThat(page.locator("support-pin-policy")).containsText("Saved, and in force.");
        assertThat(now("/telephone")).isEqualTo("frozen");
        assertThat(now("/actions/order-service")).isEqualTo("never");
    }

    @Test
    void savingAStricterRuleKeepsWhatWasChangedElsewhereAndSaysSo() {
        var page = security();
        choice(page, "order-service", "never").check();
        elsewhere(policy -> policy.put("telephone", "frozen").put("afterSms", "standard-only"));
        button(page, "Save").click();

        assertThat(page.locator("support-pin-policy"))
                .containsText("Meanwhile this was changed elsewhere: After a PIN by SMS");
        assertThat(now("/telephone")).isEqualTo("frozen");
        assertThat(now("/afterSms")).isEqualTo("standard-only");
        assertThat(now("/actions/order-service")).isEqualTo("never");
        assertThat(page.locator("support-pin-policy .badge").first()).hasText("Frozen");
    }

    @Test
    void freezingOnlyFreezes() {
        var page = security();
        elsewhere(policy -> policy.withObject("/actions").put("change-dns-records", "never"));
        freeze(page).click();

        assertThat(page.locator("support-pin-policy .badge").first()).hasText("Frozen");
        assertThat(now("/actions/change-dns-records")).isEqualTo("never");
        assertThat(page.locator("support-pin-policy")).containsText("Change DNS records: Allow → Never");
        assertThat(choice(page, "change-dns-records", "never")).isChecked();
        assertThat(now("/telephone")).isEqualTo("frozen");
    }

    /** A button that says "Freeze" never opens. */
    @Test
    void freezingWhatIsFrozenAlreadyLeavesItSo() {
        var page = security();
        elsewhere(policy -> policy.put("telephone", "frozen"));
        freeze(page).click();

        assertThat(page.locator("support-pin-policy .badge").first()).hasText("Frozen");
        assertThat(now("/telephone")).isEqualTo("frozen");
    }

    /** What was stricter here is looser now. */
    @Test
    void whatWouldLoosenIsShownBeforeItIsSent() {
        var page = security();
        choice(page, "renew-service", "ask").check();
        elsewhere(policy -> policy.withObject("/actions").put("renew-service", "never"));
        button(page, "Save").dblclick();

        assertThat(page.locator("support-pin-policy")).containsText("Nothing has been saved yet");
        assertThat(page.locator("support-pin-policy")).containsText("Renew a service: Never → Ask me");
        assertThat(page.locator("support-pin-policy")).containsText("A rule becomes looser");
        page.waitForTimeout(SETTLED);
        assertThat(now("/actions/renew-service")).isEqualTo("never");

        button(page, "Save").click();
        assertThat(page.locator("support-pin-policy")).containsText("Saved, and in force.");
        assertThat(now("/actions/renew-service")).isEqualTo("ask");
    }

    /** Both write the whole document. */
    @Test
    void freezingWhileRulesAreSavedLosesNeither() {
        var page = security();
        choice(page, "renew-service", "ask").check();
        var held = new ArrayList<Route>();
        context().route("**" + POLICY, route -> {
            if (route.request().method().equals("PUT") && held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        button(page, "Save").click();
        page.waitForCondition(() -> !held.isEmpty());
        freeze(page).click();
        page.waitForTimeout(SETTLED);
        held.getFirst().resume();

        assertThat(page.locator("support-pin-policy .badge").first()).hasText("Frozen");
        assertThat(now("/telephone")).isEqualTo("frozen");
        assertThat(now("/actions/renew-service")).isEqualTo("ask");
    }

    /** The button turns into the one that opens again. */
    @Test
    void aHeldKeyFreezesAndDoesNotOpenAgain() {
        var page = security();
        freeze(page).focus();
        page.keyboard().down("Enter");
        assertThat(freeze(page)).hasText("Open again");
        page.waitForTimeout(ASLEEP);
        page.keyboard().down("Enter");
        page.keyboard().up("Enter");
        page.waitForTimeout(SETTLED);

        assertThat(now("/telephone")).isEqualTo("frozen");
        freeze(page).press("Enter");
        assertThat(freeze(page)).hasText("Freeze");
    }
}
