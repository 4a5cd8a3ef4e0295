package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for a supervisor, and nothing else. */
class SupervisorBrowserTest extends PageTest {

    private static final String PAYLOAD = "\"><img src=x onerror=alert(1)><script>alert(2)</script>";

    private static final String APPROVALS = """
            {"approvals":[{"actionId":"act-1","action":"recall-gr-domain","customerId":$,"agent":$,"risk":"high",
              "requestedAt":"2026-11-22T14:31:48Z","waitingFor":["approval"],"until":"2026-11-22T16:31:48Z",
              "summary":{"el":$,"en":$},"changes":[{"what":$,"before":$,"after":null}],
              "warnings":[{"code":"cannot-be-undone","text":{"el":$,"en":$}}]}]}""";

    private static final String VIOLATIONS = """
            {"violations":[{"violationId":"v-1","kind":$,"customerId":$,"sequence":7,"detectedAt":"2026-11-22T14:30:02Z","by":$}]}""";

    private static final String UNSETTLED = """
            {"actions":[{"actionId":"act-9","action":"change-dns-records","status":"failed","needsHuman":true,"customerId":$,"agent":$,
              "risk":"standard","requestedAt":"2026-11-22T14:31:48Z","endedAt":"2026-11-22T14:33:48Z","summary":{"el":$,"en":$},
              "parameters":{"domain":$,"changes":[{"op":"upsert","name":"shop","type":"A","records":["195.251.255.20"]}]}}],"nextCursor":null}""";

    private static final String REPORTS = """
            {"reports":[
              {"by":"audit","finishedAt":"2026-11-22T14:30:02Z","violationCount":0,"ledgers":25,"entries":0,
               "backlog":{"watchBehindSeconds":720,"overdueActions":1,"overdueNotices":2,"openViolations":0}},
              {"by":"sweep","finishedAt":"2026-11-22T01:31:00Z","violationCount":3,"ledgers":400,"entries":9000}],"nextCursor":null}""";

    private static final String BAD = "rgb(168, 35, 27)";

    private static final int EVERY = 10_000;

    /** So long a request that should not be sent is waited for. */
    private static final int SETTLED = 200;

    private static final String QUIET = "{\"approvals\":[],\"suspensions\":[],\"violations\":[],\"actions\":[]}";

    private void answer(String path, String body, String value) {
        var json = body.replace("$", TextNode.valueOf(value).toString());
        context()
                .route(
                        path,
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody(json)));
    }

    private void quiet() {
        answer("**/v1/agent/approvals", QUIET, "");
        answer("**/v1/agent/suspensions", QUIET, "");
        answer("**/v1/audit/violations", QUIET, "");
        answer("**/v1/audit/actions?status=needs-human", QUIET, "");
    }

    private Page supervisor(String lang) {
        return open("/supervisor/?lang=" + lang);
    }

    @Test
    void quietWhenNothingWaits() {
        quiet();
        assertThat(supervisor("el").locator("[data-quiet]")).containsText("Δεν υπάρχει τίποτα σε αναμονή.");
    }

    @Test
    void aServiceWithoutTheRouteOfViolationsIsQuietToo() {
        quiet();
        context().unroute("**/v1/audit/violations");
        context()
                .route(
                        "**/v1/audit/violations",
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(404)
                                .setContentType("application/json")
                                .setBody("{\"message\":\"Not Found\"}")));
        assertThat(supervisor("el").locator("[data-quiet]")).isVisible();
    }

    @Test
    void anApprovalNeedsAReason() {
        quiet();
        answer("**/v1/agent/approvals", APPROVALS, "papadopoulou.gr");
        answer(
                "**/v1/agent/approvals/act-1",
                "{\"actionId\":\"act-1\",\"action\":\"recall-gr-domain\",\"status\":\"pending\"}",
                "");
        var page = supervisor("el");
        var decisions = new ArrayList<Request>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                decisions.add(request);
            }
        });

        page.locator("[data-decide=approve]").click();
        assertThat(page.locator("[data-approval] .error")).hasText("Γράψτε μια αιτιολογία.");
        page.locator("[data-approval] input").fill("Μίλησα μαζί της");
        var sent = page.waitForRequest(
                request -> request.method().equals("POST"),
                () -> page.locator("[data-decide=approve]").click());

        assertThat(sent.url()).endsWith("/v1/agent/approvals/act-1");
        assertThat(ConsoleDesk.body(sent).path("decision").asText()).isEqualTo("approve");
        assertThat(ConsoleDesk.body(sent).path("note").asText()).isEqualTo("Μίλησα μαζί της");
        assertThat(decisions).containsExactly(sent);
    }

    /** Whoever approves knows what else is missing. */
    @Test
    void anApprovalSaysThatTheCustomerHasNotAgreed() {
        quiet();
        answer(
                "**/v1/agent/approvals",
                APPROVALS.replace("[\"approval\"]", "[\"consent\",\"approval\"]"),
                "papadopoulou.gr");
        var page = supervisor("el");
        assertThat(page.locator("[data-approval]")).containsText("Ο πελάτης δεν έχει συμφωνήσει ακόμη");

        answer("**/v1/agent/approvals", APPROVALS, "papadopoulou.gr");
        page.reload();
        assertThat(page.locator("[data-approval]")).isVisible();
        assertThat(page.locator("[data-unconsented]")).hasCount(0);
    }

    @Test
    void spacesAreNoReason() {
        quiet();
        answer("**/v1/agent/approvals", APPROVALS, "papadopoulou.gr");
        var page = supervisor("el");
        page.onRequest(request -> assertThat(request.method()).isNotEqualTo("POST"));
        page.locator("[data-approval] input").fill("   ");
        page.locator("[data-decide=approve]").click();
        assertThat(page.locator("[data-approval] .error")).hasText("Γράψτε μια αιτιολογία.");
        assertThat(page.locator("[data-approval] input")).isFocused();
    }

    @Test
    void oneOfTwoHastyClicksDecides() {
        quiet();
        answer("**/v1/agent/approvals", APPROVALS, "papadopoulou.gr");
        var decided = new ArrayList<Route>();
        context().route("**/v1/agent/approvals/act-1", decided::add);
        var page = supervisor("el");
        page.locator("[data-approval] input").fill("Μίλησα μαζί της");

        page.locator("[data-decide=approve]").click();
        page.locator("[data-decide=refuse]").evaluate("button => button.click()");

        page.waitForCondition(() -> !decided.isEmpty());
        page.waitForTimeout(SETTLED);
        assertThat(decided).hasSize(1);
    }

    /** The page asks every ten seconds; whoever writes a reason is not disturbed. */
    @Test
    void whatIsTypedStaysUntilSomethingElseWaits() {
        quiet();
        answer("**/v1/agent/approvals", APPROVALS, "papadopoulou.gr");
        var page = context().newPage();
        page.clock().install();
        page.navigate("/supervisor/?lang=el");
        var reason = page.locator("[data-approval] input");
        reason.fill("Μίλ");

        page.waitForResponse("**/v1/audit/violations", () -> page.clock().runFor(EVERY));
        page.waitForTimeout(SETTLED);
        assertThat(reason).hasValue("Μίλ");
        assertThat(reason).isFocused();

        context().unroute("**/v1/agent/approvals");
        quiet();
        page.clock().runFor(EVERY);
        assertThat(page.locator("[data-quiet]")).isVisible();
    }

    @Test
    void aHiddenTabAsksNothing() {
        quiet();
        var page = context().newPage();
        page.clock().install();
        page.navigate("/supervisor/?lang=el");
        assertThat(page.locator("[data-quiet]")).isVisible();
        page.evaluate("() => Object.defineProperty(document, 'hidden', { configurable: true, value: true })");
        page.onRequest(request -> {
            throw new AssertionError(request.url());
        });

        page.clock().runFor(EVERY * 6);

        page.waitForTimeout(SETTLED);
    }

    /** A supervisor need not be an auditor. */
    @Test
    void withoutAnAuditorsTokenNothingOfTheAuditIsAskedFor() {
        quiet();
        var page = supervisor("el");
        assertThat(page.locator("[data-quiet]")).isVisible();
        page.onRequest(request -> assertThat(request.url()).doesNotContain("/v1/audit/"));
        page.evaluate("""
                () => {
                  const before = document.querySelector('support-supervisor');
                  const next = document.createElement('support-supervisor');
                  next.token = before.token;
                  before.replaceWith(next);
                }
                """);
        assertThat(page.locator("[data-quiet]")).isVisible();
    }

    @Test
    void whatCannotBeShownCanOnlyBeRefused() {
        quiet();
        answer(
                "**/v1/agent/approvals",
                APPROVALS.replace("[{\"what\":$,\"before\":$,\"after\":null}]", "null"),
                "papadopoulou.gr");
        var item = supervisor("el").locator("[data-approval]");
        assertThat(item).containsText("Οι αλλαγές δεν διαβάζονται πλέον.");
        assertThat(item.locator("[data-decide=refuse]")).isVisible();
        assertThat(item.locator("[data-decide=approve]")).hasCount(0);
    }

    @Test
    void highRiskLooksIt() {
        quiet();
        answer("**/v1/agent/approvals", APPROVALS, "papadopoulou.gr");
        var item = supervisor("el").locator("[data-approval]");
        assertThat(item.locator(".badge")).hasText("Υψηλού κινδύνου");
        assertThat(item.locator("[data-decide=approve]")).hasCSS("color", BAD);
        assertThat(item).hasCSS("border-top-color", BAD);
    }

    @Test
    void ownActionsAreForOtherEyes() {
        quiet();
        answer("**/v1/agent/approvals", APPROVALS, "papadopoulou.gr");
        context()
                .route(
                        "**/v1/agent/approvals/act-1",
                        route -> route.fulfill(
                                new FulfillOptions()
                                        .setStatus(403)
                                        .setContentType("application/problem+json")
                                        .setBody(
                                                "{\"type\":\"urn:support-pin:problem:four-eyes\",\"title\":\"t\",\"status\":403}")));
        var page = supervisor("en");

        page.locator("[data-approval] input").fill("mine");
        page.locator("[data-decide=approve]").click();

        assertThat(page.locator("[data-approval] .error")).containsText("another supervisor");
    }

    @Test
    void aSuspensionIsLifted() {
        for (int customer = 0; customer < 5; customer++) {
            ConsoleCustomer.fresh(stack).wrong(2, "agent-suspended");
        }
        var page = context().newPage();
        page.clock().install();
        page.navigate("/supervisor/?lang=el");
        var suspended = page.locator("[data-suspension=agent-suspended]");
        suspended.locator("input").fill("Εκπαίδευση");
        // It is off the page at once, and not with the next time that the page asks.
        page.clock().pauseAt(System.currentTimeMillis() + 1_000);

        suspended.locator("[data-decide=lift]").click();

        assertThat(suspended).hasCount(0);
    }

    /** The one thing that the service cannot find out by itself. */
    @Test
    void whatNeedsAPersonIsSettledWithAReason() {
        quiet();
        answer("**/v1/audit/actions?status=needs-human", UNSETTLED, "papadopoulou.gr");
        answer("**/v1/audit/actions/act-9/resolution", "{\"actionId\":\"act-9\"}", "");
        var page = supervisor("el");
        var item = page.locator("[data-unsettled]");
        assertThat(item).containsText("Αλλαγή εγγραφών DNS");
        assertThat(item).containsText("195.251.255.20");

        item.locator("[data-decide=done]").click();
        assertThat(item.locator(".error")).hasText("Γράψτε μια αιτιολογία.");
        item.locator("input").fill("Είναι στη ζώνη");
        var sent = page.waitForRequest(
                request -> request.method().equals("POST"),
                () -> item.locator("[data-decide=not-done]").click());

        assertThat(sent.url()).endsWith("/v1/audit/actions/act-9/resolution");
        assertThat(ConsoleDesk.body(sent).path("outcome").asText()).isEqualTo("not-done");
        assertThat(ConsoleDesk.body(sent).path("note").asText()).isEqualTo("Είναι στη ζώνη");
    }

    @Test
    void aReportSaysWhichRunItIsAndWhatIsLate() {
        quiet();
        answer("**/v1/audit/rotation-reports", REPORTS, "");
        var reports = supervisor("en").locator("[data-report]");

        assertThat(reports.nth(0)).containsText("No violations");
        assertThat(reports.nth(0).locator(".muted"))
                .hasText("rotation audit · customers at random: 25 · the watch is behind · overdue: 3");
        assertThat(reports.nth(1)).containsText("Violations: 3");
        assertThat(reports.nth(1).locator(".muted")).hasText("sweep · ledgers: 400 · entries: 9000");
    }

    @Test
    void whoMayNotSeeItIsTold() {
        context()
                .route(
                        "**/v1/agent/**",
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(403)
                                .setContentType("application/json")
                                .setBody("{\"message\":\"Forbidden\"}")));
        assertThat(supervisor("el").locator("[role=alert]").first()).containsText("για υπευθύνους βάρδιας");
    }

    @Test
    void everyValueIsText() {
        quiet();
        answer("**/v1/agent/approvals", APPROVALS, PAYLOAD);
        answer("**/v1/audit/violations", VIOLATIONS, PAYLOAD);
        answer("**/v1/audit/actions?status=needs-human", UNSETTLED, PAYLOAD);
        var page = supervisor("el");
        assertThat(page.locator("[data-approval] .supervisor-title")).hasText(PAYLOAD);
        assertThat(page.locator("[data-violation] .supervisor-title")).hasText(PAYLOAD);
        assertThat(page.evaluate("""
                () => [...document.querySelector('support-supervisor').shadowRoot.querySelectorAll('img, script')].length""")).isEqualTo(0);
    }

    /** A morning on which everything waits, for the pictures. */
    private void busy() {
        answer("**/v1/agent/approvals", """
                {"approvals":[{"actionId":"act-1","action":"recall-gr-domain","customerId":"1001","agent":"agent-7","risk":"high",
                  "requestedAt":"2026-11-22T14:31:48Z","waitingFor":["consent","approval"],"until":"2026-11-23T14:31:48Z",
                  "summary":{"el":"Θα γίνει: ανάκληση του papadopoulou.gr.","en":"To be done: recall of papadopoulou.gr."},
                  "changes":[{"what":"papadopoulou.gr","before":"active","after":"recalled"}],
                  "warnings":[{"code":"cannot-be-undone","text":{"el":"Η ενέργεια δεν αναιρείται.","en":"This cannot be undone."}}]},
                 {"actionId":"act-2","action":"change-dns-records","customerId":"1002","agent":"agent-3","risk":"standard",
                  "requestedAt":"2026-11-22T14:12:02Z","waitingFor":["approval"],"until":"2026-11-23T14:12:02Z",
                  "summary":{"el":"Θα γίνει: αλλαγή εγγραφών DNS.","en":"To be done: DNS record change."},
                  "changes":[{"what":"shop.allo.gr A","before":null,"after":"195.251.255.20 (TTL 3600)"}],"warnings":null}]}""", "");
        answer("**/v1/agent/suspensions", """
                {"suspensions":[{"agentId":"agent-9","cause":"wrong-pins","since":"2026-11-22T14:31:48Z","until":"2026-11-22T15:31:48Z"}]}""", "");
        answer("**/v1/audit/actions?status=needs-human", """
                {"actions":[{"actionId":"0198c1f2-7c3a-7d1e-9b64-2f8e5a1d0c77","action":"apply-micro-fix","status":"failed","needsHuman":true,
                  "customerId":"1001","agent":"agent-7","risk":"standard","requestedAt":"2026-11-22T14:31:48Z","endedAt":"2026-11-22T14:33:48Z",
                  "summary":{"el":"Δεν ξέρουμε αν εκτελέστηκε: μικρή διόρθωση σε πακέτο φιλοξενίας.","en":"Not known whether it was done: small fix on a hosting package."},
                  "parameters":{"packageId":"pkg-1","fix":"restart-php","note":"Η σελίδα μένει στην παλιά έκδοση."}}],"nextCursor":null}""", "");
        answer("**/v1/audit/violations", """
                {"violations":[{"violationId":"v-1","kind":"entry-changed","customerId":"1004","sequence":17,"detectedAt":"2026-11-22T14:30:02Z","by":"watch"}]}""", "");
        answer("**/v1/audit/rotation-reports", REPORTS, "");
    }

    @ParameterizedTest
    @EnumSource
    void looks(Looks looks) {
        Looks.prepare(context());
        quiet();
        var page = supervisor(looks.lang());
        assertThat(page.locator("[data-quiet]")).isVisible();
        looks.areGood(page, page.locator("body"), "supervisor-quiet");
        busy();
        page.reload();
        assertThat(page.locator("[data-violation]")).isVisible();
        looks.areGood(page, page.locator("body"), "supervisor");
    }
}
