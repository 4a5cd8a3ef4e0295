package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import org.junit.jupiter.api.Test;

/** Markup in every text that is shown: it is displayed and does not run. Otherwise {@link PageTest} fails. */
class ConsoleSafetyBrowserTest extends PageTest {

    private static final String IMAGE = "<img src=x onerror=alert(1)>";
    private static final String SCRIPT = "'\"></b><script>alert(2)</script>{{3}}";

    private void assertOnlyText(ConsoleDesk desk, String text) {
        assertThat(desk.page().locator("support-agent-console")).containsText(text);
        assertThat(desk.page().locator("img[src=x], b, support-agent-console script"))
                .hasCount(0);
    }

    @Test
    void whatTheAgentTypesIsText() {
        var desk = ConsoleDesk.open(this);
        var maria = ConsoleCustomer.maria(stack);
        desk.type(maria.id(), maria.pin(), IMAGE);
        assertThat(desk.at("search")).isVisible();
        assertOnlyText(desk, IMAGE);

        desk.at("search").fill(SCRIPT);
        desk.at("search").fill("");
        desk.choose("change-dns-records").fill("""
                        /domain=papadopoulou.gr
                        /changes/0/name=xss
                        /changes/0/type=TXT
                        /changes/0/records/0=%s
                        """.formatted(IMAGE)).review();
        assertOnlyText(desk, IMAGE);
        desk.confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
        assertOnlyText(desk, IMAGE);

        desk.page().keyboard().press("Escape");
        desk.choose("apply-micro-fix").fill("""
                        /packageId=pkg-1
                        /fix=clear-cache
                        /note=%s
                        """.formatted(SCRIPT)).review();
        assertOnlyText(desk, SCRIPT);
        desk.confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
    }

    @Test
    void namesAreText() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));

        desk.choose("change-domain-administrator").fill("""
                        /domain=ananeomeno.gr
                        /administrator=1
                        /administrator/name=%s
                        /administrator/email=x@example.gr
                        /administrator/phone=+302101234567
                        """.formatted(IMAGE)).review();
        assertOnlyText(desk, IMAGE);
        desk.confirm();

        assertThat(desk.page().locator("[data-status], .error").first()).isVisible();
        assertOnlyText(desk, "Αλλαγή διαχειριστή");
    }

    @Test
    void whatTheServiceSaysIsText() {
        var desk = ConsoleDesk.open(this, "en");
        desk.page().route("**/v1/agent/actions", route -> answer(route, 200, """
                                {"actions":[{"name":"renew-service","title":{"el":"%1$s","en":"%1$s"},
                                  "description":{"el":"%1$s","en":"%1$s"},"risk":"high","parameters":{"type":"object","required":["%1$s"],
                                    "properties":{"%1$s":{"type":"string","title":"%1$s","description":"%1$s","examples":["%1$s"]},
                                      "c":{"type":"string","enum":["%1$s","b","c","d"]}}}}]}""".formatted(IMAGE)));
        desk.page()
                .route(
                        "**/v1/agent/verifications/*/actions/preview",
                        route -> answer(route, 422, """
                                {"type":"urn:support-pin:problem:action-refused","title":"t","status":422,"rule":"%1$s","detail":"%1$s"}""".formatted(IMAGE)));
        desk.verified(ConsoleCustomer.fresh(stack));
        assertOnlyText(desk, IMAGE);

        desk.choose("renew-service");
        assertOnlyText(desk, IMAGE);
        desk.stage().locator("input").first().fill("x");
        desk.review();

        assertThat(desk.page().locator("[data-refusal]")).containsText(IMAGE);
        assertOnlyText(desk, IMAGE);
    }

    /** Everything that the customer has, and a zone, came from other systems. */
    @Test
    void whatTheCustomerHasIsText() {
        var desk = ConsoleDesk.open(this, "en");
        desk.page().route("**/account", route -> answer(route, 200, """
                                {"customerId":"%1$s","name":"%1$s","language":"el","missing":[{"part":"packages","reason":"more","text":{"el":"%1$s","en":"%1$s"}}],
                                 "domains":[{"name":"%1$s","unicodeName":"%1$s","status":"%1$s","expires":null,"locked":true,"signed":true,"zoneHosted":true,
                                   "nameservers":[{"host":"%1$s"}],"submission":null,"isAdministrator":true}],
                                 "services":[{"serviceId":"%1$s","productId":"p","product":{"el":"%1$s","en":"%1$s"},"name":"%1$s","unicodeName":"%1$s","status":"active",
                                   "billingCycle":"%1$s","nextDueDate":"2027-01-01","renewals":[],"upgrades":[]}],
                                 "orders":[{"orderId":"%1$s","purpose":"new","product":null,"name":"%1$s","unicodeName":"%1$s","paid":false,"amount":null,"dueDate":null}],
                                 "packages":[{"packageId":"%1$s","mainDomain":"%1$s","unicodeName":"%1$s","furtherDomains":[],"plan":"%1$s","mailboxQuotaMb":null,
                                   "php":{"version":"%1$s","offered":[],"settings":{"memory_limit":"%1$s"}},"mailboxes":[],"mailboxCount":0}],
                                 "products":[{"productId":"%1$s","name":{"el":"%1$s","en":"%1$s"},"prices":[]}],"upgrades":[]}""".formatted(IMAGE)));
        desk.page().route("**/account/zones/**", route -> answer(route, 200, """
                                {"domain":"%1$s","unicodeName":"%1$s","recordSets":[{"name":"%1$s","unicodeName":"%1$s","type":"TXT","ttl":60,"records":["%1$s"],"editable":true}],"recordSetCount":1}""".formatted(IMAGE)));
        desk.verified(ConsoleCustomer.fresh(stack));
        assertThat(desk.page().locator("[data-name]")).hasText(IMAGE);
        assertThat(desk.page().locator(".console-row")).hasCount(5);
        assertOnlyText(desk, IMAGE);

        desk.page().locator("[data-thing^=records]").click();
        assertThat(desk.page().locator("[data-record]")).containsText(IMAGE);
        desk.page().locator("[data-edit]").click();
        assertOnlyText(desk, IMAGE);
        desk.page().keyboard().press("F8");
        assertThat(desk.page().locator(".console-summary").first()).containsText(IMAGE);
        assertOnlyText(desk, IMAGE);
    }

    private static void answer(Route route, int status, String json) {
        route.fulfill(new FulfillOptions()
                .setStatus(status)
                .setContentType(status == 200 ? "application/json" : "application/problem+json")
                .setBody(json));
    }
}
