package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The supervisor's page asks every ten seconds. Whatever it learns, a reason that somebody is writing stays, and so does the focus. */
class SupervisorKeepsBrowserTest extends PageTest {

    private static final int EVERY = 10_000;
    private static final String REASON = "Rang the owner back";
    private static final String APPROVALS = "**/v1/agent/approvals";
    private static final String SUSPENSIONS = "**/v1/agent/suspensions";

    private Page page;

    @BeforeEach
    void open() {
        json("**/v1/audit/**", "{\"actions\":[],\"violations\":[],\"reports\":[],\"nextCursor\":null}");
        json(SUSPENSIONS, "{\"suspensions\":[]}");
        approvals("act-1");
        page = context().newPage();
        page.clock().install();
        page.navigate("/supervisor/?lang=en");
        reason("act-1").click();
        page.keyboard().type(REASON);
    }

    private void json(String path, String body) {
        answer(path, 200, body);
    }

    private void answer(String path, int status, String body) {
        context()
                .route(
                        path,
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(status)
                                .setContentType("application/json")
                                .setBody(body)));
    }

    private static String approval(String id, String waitingFor) {
        return """
                {"actionId":"%s","action":"recall-gr-domain","customerId":"1001","agent":"agent-7","risk":"high",
                 "requestedAt":"2026-11-22T14:31:48Z","waitingFor":[%s],"until":"2026-11-22T16:31:48Z",
                 "summary":{"el":"%1$s","en":"%1$s"},"changes":[{"what":"nea.gr","before":"active","after":"recalled"}],"warnings":[]}""".formatted(id, waitingFor);
    }

    private void approvals(String... ids) {
        var all = Arrays.stream(ids).map(id -> approval(id, "\"approval\"")).collect(Collectors.joining(","));
        json(APPROVALS, "{\"approvals\":[" + all + "]}");
    }

    private Locator reason(String id) {
        return page.locator("[data-approval=" + id + "] input");
    }

    private void later() {
        page.waitForRequest("**/v1/audit/rotation-reports", () -> page.clock().runFor(EVERY));
    }

    private void itGoesOn() {
        assertThat(reason("act-1")).hasValue(REASON);
        assertThat(reason("act-1")).isFocused();
        page.keyboard().type(".");
        assertThat(reason("act-1")).hasValue(REASON + ".");
    }

    @Test
    void whenSomethingElseArrives() {
        approvals("act-0", "act-1", "act-2");
        json(
                SUSPENSIONS,
                "{\"suspensions\":[{\"agentId\":\"agent-1\",\"cause\":\"wrong-pins\",\"until\":\"2026-11-22T16:31:48Z\"}]}");
        later();

        assertThat(page.locator("[data-approval]")).hasCount(3);
        assertThat(page.locator("[data-suspension]")).hasCount(1);
        assertThat(page.locator(".supervisor-title").first()).hasText("act-0");
        itGoesOn();
    }

    /** The customer has agreed meanwhile. */
    @Test
    void whenItIsSaidInOtherWords() {
        json(APPROVALS, "{\"approvals\":[" + approval("act-1", "\"consent\",\"approval\"") + "]}");
        later();

        assertThat(page.locator("[data-unconsented]")).isVisible();
        itGoesOn();
    }

    @Test
    void whenAnAnswerIsLost() {
        context().route(APPROVALS, Route::abort);
        context().route(SUSPENSIONS, Route::abort);
        later();

        assertThat(page.locator("[data-section=approvals] .notice")).containsText("could not be loaded");
        itGoesOn();
        approvals("act-1");
        json(SUSPENSIONS, "{\"suspensions\":[]}");
        later();
        assertThat(page.locator("[data-section] .notice")).hasCount(0);
        assertThat(page.locator("[data-section=suspensions]")).hasCount(0);
        assertThat(reason("act-1")).hasValue(REASON + ".");
        assertThat(reason("act-1")).isFocused();
    }

    /** Whose session is over sees no more of it. */
    @Test
    void butNotForWhomItIsNot() {
        answer(APPROVALS, 401, "{\"message\":\"Unauthorized\"}");
        later();

        assertThat(page.locator("[data-section=approvals]")).containsText("You are signed out");
        assertThat(page.locator("[data-approval]")).hasCount(0);
    }

    @Test
    void whatWaitsNoMoreIsSaidAndTheFocusStaysOnThePage() {
        approvals("act-2");
        later();

        assertThat(page.locator("[data-approval=act-2]")).isVisible();
        assertThat(reason("act-1")).hasCount(0);
        assertThat(page.locator("support-supervisor [role=status]")).hasText("It no longer waits.");
        assertThat(page.locator("[data-section=approvals] h2")).isFocused();
        assertThat(reason("act-2").inputValue()).isEmpty();
    }
}
