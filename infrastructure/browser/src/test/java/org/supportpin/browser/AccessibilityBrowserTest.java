package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in forced colours, at a zoom of 400 %, and by keyboard alone. What axe says of each state is in the tests of the states. */
class AccessibilityBrowserTest extends PageTest {

    private static final String CONSOLE = "console";
    private static final String VERIFIED = "verified";
    private static final String RECORDS = "records";
    private static final String SUPERVISOR = "supervisor";
    private static final String ACCOUNT = "account";
    private static final String SECURITY = "security";
    private static final String FRONT = "front";
    private static final String RECEIPT = "receipt";
    private static final String REFERENCE = "reference";

    /** A window of 1280 × 1024 at 400 %. */
    private static final int NARROW = 320;

    private static final int LOW = 256;
    private static final int STOPS = 40;

    private static final Map<String, String> PATHS = Map.of(
            CONSOLE,
            "/console/?lang=el",
            SUPERVISOR,
            "/supervisor/?lang=el",
            FRONT,
            "/?lang=el",
            RECEIPT,
            "/receipt/",
            REFERENCE,
            "/reference/");

    private final Customer customer = Customer.active(stack);

    private void waiting() {
        context()
                .route(
                        "**/v1/agent/approvals",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody("""
                                        {"approvals":[{"actionId":"act-1","action":"recall-gr-domain","customerId":"1001","agent":"agent-7","risk":"high",
                                          "requestedAt":"2026-11-22T14:31:48Z","waitingFor":["approval"],"until":"2026-11-23T14:31:48Z",
                                          "summary":{"el":"Ανάκληση του papadopoulou.gr","en":"Recall of papadopoulou.gr"},
                                          "changes":[{"what":"papadopoulou.gr","before":"active","after":"recalled"}],"warnings":null}]}
                                        """)));
    }

    private Page at(String name) {
        Looks.prepare(context());
        waiting();
        return switch (name) {
            case VERIFIED, RECORDS -> desk(name.equals(RECORDS));
            case ACCOUNT, SECURITY -> account(name.equals(SECURITY));
            default -> {
                var page = open(PATHS.getOrDefault(name, "/"));
                assertThat(page.locator("main, support-agent-console, .receipt-main")
                                .first())
                        .isVisible();
                yield page;
            }
        };
    }

    private Page desk(boolean isEdited) {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        if (isEdited) {
            desk.page().locator("[data-thing=\"records papadopoulou.gr\"]").click();
            desk.page().locator("[data-edit]").first().click();
        }
        return desk.page();
    }

    private Page account(boolean isSecurity) {
        var page = open(customer.accountPage("el"));
        Bar.on(page).is("active");
        if (isSecurity) {
            page.locator("#panel-security").click();
            assertThat(page.locator(".rule")).hasCount(10);
        }
        return page;
    }

    @Nested
    class ForcedColours {

        @ParameterizedTest
        @ValueSource(strings = {CONSOLE, VERIFIED, RECORDS, SUPERVISOR, ACCOUNT, SECURITY, FRONT, RECEIPT, REFERENCE})
        void axeFindsNothing(String name) {
            var page = at(name);
            page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            Looks.GREEK.areGood(page, page.locator("body"), name + "-forced");
        }

        /** A background alone would say nothing there. */
        @ParameterizedTest
        @ValueSource(strings = {CONSOLE, SUPERVISOR, FRONT, RECEIPT, "history", "bar"})
        void whatIsPressedDiffers(String name) {
            var page = at(name.equals("history") || name.equals("bar") ? ACCOUNT : name);
            if (name.equals("history")) {
                page.locator("#panel-activity").click();
                assertThat(page.locator("[data-view]")).hasCount(2);
            }
            if (name.equals("bar")) {
                var hide = page.locator("support-pin-bar .hide");
                page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
                var before = hide.evaluate("each => getComputedStyle(each).backgroundColor");
                hide.click();
                assertThat(hide.evaluate("each => getComputedStyle(each).backgroundColor"))
                        .isNotEqualTo(before);
                return;
            }
            page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            assertThat(page.evaluate("""
                    () => {
                      const look = (pressed) => [...document.querySelectorAll(`[aria-pressed="${pressed}"]`)].map((each) => getComputedStyle(each).backgroundColor);
                      const [on, off] = [look(true), look(false)];
                      return on.length > 0 && off.length > 0 && on.every((colour) => !off.includes(colour));
                    }
                    """)).isEqualTo(true);
        }
    }

    @Nested
    class FourHundredPercent {

        /** WCAG 2.2, 1.4.10 and 2.4.11: nothing goes sideways, and what has the focus is not behind the bar. */
        @ParameterizedTest
        @ValueSource(strings = {CONSOLE, VERIFIED, RECORDS, SUPERVISOR, ACCOUNT, SECURITY, FRONT, RECEIPT, REFERENCE})
        void everythingIsReachedAndSeen(String name) {
            var page = at(name);
            page.setViewportSize(NARROW, LOW);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(NARROW);
            page.evaluate("() => document.body.focus()");
            for (int stop = 0; stop < STOPS; stop++) {
                page.keyboard().press("Tab");
                assertThat(page.evaluate("""
                        () => {
                          let focused = document.activeElement;
                          while (focused?.shadowRoot?.activeElement) { focused = focused.shadowRoot.activeElement; }
                          if (focused === null || focused === document.body || focused.closest('.bar, .extra')) { return ''; }
                          // The label of a hidden control shows that it has the focus.
                          const shown = focused.matches('.visually-hidden') ? focused.closest('label') : focused;
                          const { top, bottom, left, right } = shown.getBoundingClientRect();
                          const bar = document.querySelector('support-pin-bar:not([inline])')?.shadowRoot.querySelector('.frame').getBoundingClientRect().top ?? innerHeight;
                          const isSeen = bottom > 0 && top < bar && right > 0 && left < innerWidth && (top >= -1 || bottom - top > bar) && Math.min(bottom, bar) - Math.max(top, 0) > 1;
                          return isSeen ? '' : `${focused.localName}.${focused.className} ${top} ${bottom}`;
                        }
                        """)).as(name).isEqualTo("");
            }
        }
    }

    @Nested
    class ByKeyboard {

        @Test
        void aSupervisorDecides() {
            var page = at(SUPERVISOR);
            assertThat(page.locator("[data-approval]")).isVisible();
            var keyboard = page.keyboard();
            // The last language of the switch, which joins the two that stand in the page.
            page.locator("[data-language=de]").focus();
            keyboard.press("Tab");
            assertThat(page.locator("[data-approval] input")).isFocused();
            keyboard.type("Μίλησα μαζί της");
            keyboard.press("Tab");
            assertThat(page.locator("[data-decide=approve]")).isFocused();
            keyboard.press("Tab");
            var sent = page.waitForRequest(
                    request -> request.method().equals("POST") && request.url().endsWith("/act-1"),
                    () -> keyboard.press("Enter"));
            assertThat(ConsoleDesk.body(sent).path("decision").asText()).isEqualTo("refuse");
        }

        @Test
        void aCustomerSetsARule() {
            var page = at(SECURITY);
            page.locator("[data-rule=change-nameservers] input:checked").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("[data-rule=change-nameservers] input[value=never]"))
                    .isFocused();
            var save = page.locator("[data-control=save]");
            for (int stops = 0;
                    stops < STOPS && !(boolean) save.evaluate("each => each === document.activeElement");
                    stops++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            assertThat(page.locator("support-pin-policy")).containsText("Αποθηκεύτηκε και ισχύει.");
        }

        @Test
        void theTabsAreTurnedByArrows() {
            var page = at(ACCOUNT);
            page.locator("#panel-mobile").focus();
            for (var tab : List.of("security", "activity", "mobile")) {
                page.keyboard().press("ArrowRight");
                assertThat(page.locator("#panel-" + tab)).isFocused();
                assertThat(page.locator("#panel-" + tab)).hasAttribute("aria-selected", "true");
            }
        }
    }
}
