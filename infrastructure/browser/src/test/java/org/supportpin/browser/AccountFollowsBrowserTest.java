package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.supportpin.local.testing.Trees;

/** What goes on shows on every open page, and by the service's time, whatever this machine's clock says. */
class AccountFollowsBrowserTest extends PageTest {

    private static final String PIN = "**/v1/panel/support-pin";
    private static final String CALLS = "**/v1/panel/calls**";
    private static final String NOBODY = "Nobody from us is on the telephone with you.";
    private static final String LINE = "support-pin-bar .line";
    private static final Duration OFF = Duration.ofDays(4);
    private static final int LONG = 26_000;
    private static final int TICK = 1_000;

    private final Customer customer = Customer.active(stack);

    private void activity(Page page) {
        Bar.on(page).is("active");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Activity"))
                .click();
    }

    private Page fast() {
        var page = context().newPage();
        page.clock()
                .install(new Clock.InstallOptions()
                        .setTime(Instant.now().plus(OFF).toEpochMilli()));
        page.navigate(customer.accountPage("en"));
        return page;
    }

    private static String call(String id, Instant at) {
        return """
                {"type":"call","callId":"%1$s","agent":{"kind":"agent","id":"%1$s"},"verifiedAt":"%2$s","expiresAt":"%2$s","endedAt":"%2$s","pin":"panel",
                 "status":"ended","wrongPins":0,"accountRead":false,"receipt":true,"refused":[],"actions":[{"actionId":"x-%1$s","action":"change-dns-records",
                 "risk":"standard","requestedAt":"%2$s","status":"succeeded","endedAt":"%2$s","changes":[{"what":"www.a.gr A","before":"192.0.2.1","after":"192.0.2.2"}]}]}""".formatted(id, at);
    }

    private void calls(String path, String cursor, String... ids) {
        var calls = List.of(ids).stream().map(id -> call(id, Instant.now())).toList();
        context()
                .route(
                        path,
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"calls\":[%s],\"nextCursor\":%s}"
                                        .formatted(String.join(",", calls), cursor))));
    }

    @Test
    void theHistoryFollowsTheCallThatTheBarShows() {
        customer.verify(customer.pin(), "call-1");
        var page = open(customer.accountPage("en"));
        activity(page);
        assertThat(page.locator(".story")).containsText("The call is in progress.");
        page.locator("[data-control=calls]").focus();

        button(page, "End the call").click();
        assertThat(page.locator(".story")).containsText("The verification was voided");
        assertThat(page.locator(".story")).not().containsText("in progress");

        page.locator("[data-control=everything]").click();
        assertThat(page.locator("support-pin-activity .event")).hasCount(3);
        customer.verify(customer.pin(), "call-2");
        page.evaluate("document.querySelector('support-pin-bar').refresh()");
        assertThat(page.locator("support-pin-activity .event")).hasCount(4);
        assertThat(page.locator("[data-control=everything]")).isFocused();
    }

    @Test
    void whatIsOlderStaysWhenSomethingNewComes() {
        calls(CALLS, "\"7\"", "c-2");
        calls("**/v1/panel/calls?cursor=7", "null", "c-1");
        var page = open(customer.accountPage("en"));
        activity(page);
        button(page, "Show older").click();
        assertThat(page.locator(".story")).hasCount(2);
        calls("**/v1/panel/calls", "\"8\"", "c-3", "c-2");

        customer.verify(customer.pin(), "call-1");
        page.evaluate("document.querySelector('support-pin-bar').refresh()");

        assertThat(page.locator(".story")).hasCount(3);
        assertThat(page.locator(".story").last()).containsText("Agent c-1");
        assertThat(button(page, "Show older")).hasCount(0);
    }

    @Test
    void undoIsOfferedByTheServicesTime() {
        calls(CALLS, "null", "c-1");
        var page = fast();
        activity(page);

        assertThat(page.locator(".undo")).hasCount(1);
    }

    /** What ends today has a time; only what ends on another day has the day. */
    @Test
    void whatWaitsEndsByTheServicesTime() {
        context().route(PIN, route -> {
            var answer = route.fetch();
            var view = (ObjectNode) Trees.read(answer.text());
            var until = Instant.parse(view.path("asOf").asText()).plus(Duration.ofMinutes(1));
            view.putArray("waiting").add(Trees.read("""
                    {"actionId":"w","action":"change-dns-records","summary":{"el":"α","en":"a"},"changes":[],"warnings":[],
                     "waitingFor":["consent"],"until":"%s","consentBy":"panel"}""".formatted(until)));
            route.fulfill(new FulfillOptions().setResponse(answer).setBody(view.toString()));
        });
        var page = fast();

        assertThat(page.locator("support-pin-bar .waits"))
                .containsText(Pattern.compile("type the digits by \\d\\d:\\d\\d\\."));
    }

    /** Somebody may have called meanwhile. */
    @Test
    void whoeverComesBackIsNotToldWhatNobodyHasAsked() {
        var page = context().newPage();
        page.clock().install();
        page.navigate(customer.accountPage("en"));
        assertThat(page.locator(LINE)).hasText(NOBODY);
        show(page, true);
        page.clock().runFor(LONG);
        var held = new ArrayList<Route>();
        context().route(PIN, held::add);
        show(page, false);
        page.waitForCondition(() -> !held.isEmpty());
        page.clock().runFor(TICK);

        assertThat(page.locator(LINE)).hasText("");
        assertThat(page.locator("support-pin-bar .off")).isHidden();
        held.getFirst().resume();
        assertThat(page.locator(LINE)).hasText(NOBODY);
    }

    private static void show(Page page, boolean isHidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                isHidden);
    }

    /** Whoever shares a screen may share the other tab. */
    @Test
    void thePinIsHiddenInEveryTab() {
        var one = open(customer.accountPage("en"));
        var other = open(customer.accountPage("en"));
        var pin = customer.pin();
        Bar.on(other).shows(pin);
        button(one, "Hide PIN").click();

        assertThat(other.locator("support-pin-bar .pin")).containsText("•••");
        assertThat(button(other, "Hide PIN")).hasAttribute("aria-pressed", "true");
        assertThat(other.locator("support-pin-bar .pin").textContent()).doesNotContain(pin);
        button(other, "Hide PIN").click();
        Bar.on(one).shows(pin);
    }
}
