package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the account's pages must never do: each of these fails when one of its controls is taken away. */
class AccountGuardsBrowserTest extends PageTest {

    private static final int POLL = 20_000;
    private static final String CALLS = "**/v1/panel/calls";
    private static final String READABLE =
            "[{\"what\":\"www.a.gr A\",\"before\":\"192.0.2.1\",\"after\":\"192.0.2.2\"}]";
    /** So long a request that should not be sent is waited for. */
    private static final int SETTLED = 200;

    private final Customer customer = Customer.active(stack);

    private Page tab(String name) {
        var page = open(customer.accountPage("el"));
        Bar.on(page).is("active");
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name)).click();
        return page;
    }

    private void given(String path, int status, String body) {
        context()
                .route(
                        path,
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(status)
                                .setContentType("application/json")
                                .setBody(body)));
    }

    private static void onlyOne(Page page, List<Route> sent) {
        page.waitForCondition(() -> !sent.isEmpty());
        page.waitForTimeout(SETTLED);
        assertThat(sent).hasSize(1);
    }

    @Nested
    class Undo {

        private Locator deed(String action, Duration ago, String changes) {
            var then = Instant.now().minus(ago).toString();
            given(CALLS, 200, """
                    {"calls":[{"type":"call","callId":"c","agent":{"kind":"agent","id":"a"},"verifiedAt":"%1$s","expiresAt":"%1$s","endedAt":"%1$s","pin":"panel",
                     "status":"ended","wrongPins":0,"accountRead":false,"receipt":true,"refused":[],"actions":[{"actionId":"x","action":"%2$s","risk":"standard",
                     "requestedAt":"%1$s","status":"succeeded","endedAt":"%1$s","changes":%3$s}]}],"nextCursor":null}
                    """.formatted(then, action, changes));
            var deed = tab("Ιστορικό").locator(".deed");
            assertThat(deed).isVisible();
            return deed;
        }

        /** Later, the button would only disappoint. */
        @ParameterizedTest
        @CsvSource({
            "change-dns-records,71,1",
            "change-nameservers,71,1",
            "change-hosting-settings,1,1",
            "change-dns-records,73,0",
            "renew-service,1,0",
            "recall-gr-domain,1,0"
        })
        void isOfferedForThreeDaysWhereItIsPossible(String action, int hours, int buttons) {
            assertThat(deed(action, Duration.ofHours(hours), READABLE).locator(".undo"))
                    .hasCount(buttons);
        }

        @Test
        void isNotOfferedForWhatCannotBeShown() {
            var deed = deed("change-dns-records", Duration.ZERO, "null");
            assertThat(deed.locator(".undo")).hasCount(0);
        }

        @Test
        void isAskedForOnceHoweverHastily() {
            var deed = deed("change-dns-records", Duration.ZERO, READABLE);
            var sent = new ArrayList<Route>();
            context().route("**/v1/panel/actions/x/undo", sent::add);
            deed.locator(".undo").click();
            deed.locator(".undo").evaluate("button => button.click()");
            onlyOne(deed.page(), sent);
        }
    }

    @Test
    void aCodeIsAskedForOnceHoweverHastily() {
        var page = open(Customer.withoutMobile(stack).accountPage("el"));
        var sent = new ArrayList<Route>();
        context().route("**/v1/panel/mobile", sent::add);
        var number = page.getByLabel("Αριθμός κινητού");
        number.fill("6912345678");
        number.press("Enter");
        number.press("Enter");
        onlyOne(page, sent);
    }

    /** Whoever freezes in a hurry does not lose what else was set. */
    @Test
    void freezingKeepsTheRulesThatAreNotSavedYet() {
        var page = tab("Ασφάλεια");
        page.locator("[data-rule=change-nameservers] input[value=never]").check();
        button(page, "Πάγωμα").click();
        assertThat(button(page, "Άνοιγμα ξανά")).isVisible();
        assertThat(page.locator("[data-rule=change-nameservers] input[value=never]"))
                .isChecked();
        assertThat(customer.call("GET", "/v1/panel/policy")
                        .at("/actions/change-nameservers")
                        .asText())
                .isEqualTo("allow");
    }

    /** Trying again would not help. */
    @Test
    void anEndedSessionLeadsToSignIn() {
        given(CALLS, 401, "{\"message\":\"Unauthorized\"}");
        var page = tab("Ιστορικό");
        assertThat(page.locator("support-pin-history")).containsText("Η σύνδεσή σας έληξε");
        page.evaluate(
                "() => addEventListener('support-pin-sign-in-needed', () => (document.body.dataset.needed = 'yes'))");
        context().unroute(CALLS);
        page.locator("support-pin-history")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Σύνδεση"))
                .click();
        assertThat(page.locator("body")).hasAttribute("data-needed", "yes");
        assertThat(page.locator("support-pin-history")).containsText("Δεν έχει γίνει ακόμη καμία κλήση.");
    }

    @Test
    void whereAFreshSignInIsNeededThePageIsTold() {
        var page = tab("Ασφάλεια");
        assertThat(page.locator("[data-rule=change-nameservers]")).isVisible();
        page.evaluate(
                "() => addEventListener('support-pin-sign-in-needed', ({ detail }) => (document.body.dataset.age = detail.maxAge))");
        given("**/v1/panel/policy", 403, "{\"type\":\"urn:support-pin:problem:login-not-fresh\",\"maxAge\":600}");
        page.locator("[data-rule=change-nameservers] input[value=never]").check();
        button(page, "Αποθήκευση").click();
        assertThat(page.locator("body")).hasAttribute("data-age", "600");
    }

    /** Their modules come after the first tab; on a bad line perhaps not at once. */
    @Test
    void aTabThatCannotBeLoadedMayBeTriedAgain() {
        context().route("**/panel/history.js", Route::abort);
        var page = tab("Ιστορικό");
        assertThat(page.locator(".panel__page [role=alert]")).containsText("Χωρίς σύνδεση.");
        context().unroute("**/panel/history.js");
        button(page, "Δοκιμάστε ξανά").click();
        assertThat(page.locator("support-pin-history")).containsText("Δεν έχει γίνει ακόμη καμία κλήση.");
    }

    /** P13: the bar is back, and so is what is above it; but what is there stays while the line is down. */
    @Test
    void afterAnOutageThePageComesBackWithTheBar() {
        var page = context().newPage();
        page.clock().install();
        page.navigate(customer.accountPage("el"));
        Bar.on(page).is("active");
        assertThat(page.locator(".setting")).hasCount(2);
        context().setOffline(true);
        page.clock().runFor(POLL);
        // The PIN's time may end meanwhile: then the bar has nothing else to show.
        assertThat(page.locator("support-pin-bar .off:visible, support-pin-bar[data-status=offline]"))
                .isVisible();
        assertThat(page.locator(".setting")).hasCount(2);
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("Ιστορικό")).click();
        assertThat(page.locator(".panel__page")).containsText("Χωρίς σύνδεση.");

        context().setOffline(false);
        page.clock().runFor(POLL);

        assertThat(page.locator("support-pin-history")).containsText("Δεν έχει γίνει ακόμη καμία κλήση.");
    }
}
