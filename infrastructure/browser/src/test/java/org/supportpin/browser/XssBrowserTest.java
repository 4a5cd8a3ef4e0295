package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/**
 * Markup in every value that a page shows stays text. {@link PageTest} fails a test in which a script ran or the
 * Content-Security-Policy had to stop one; it is the second wall, not the first.
 */
class XssBrowserTest extends PageTest {

    private static final String PAYLOAD = "\"><img src=x onerror=alert(1)><script>alert(2)</script>{{3*3}}";
    /** In all shadow roots too. */
    private static final String PLANTED = """
            () => {
              const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
              return all(document).filter((e) => e.matches('img[src=x], body script, [onerror]')).map((e) => e.outerHTML);
            }
            """;

    private final Customer customer = Customer.active(stack);

    private void answer(String path, String body) {
        context()
                .route(
                        path,
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody(body.replace(
                                        "$", TextNode.valueOf(PAYLOAD).toString()))));
    }

    private static void assertNothingWasPlanted(Page page) {
        assertThat(page.evaluate(PLANTED))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    @Test
    void inTheBar() {
        answer("**/v1/panel/support-pin", """
                {"status":"active","asOf":"2026-11-22T14:20:05Z","pin":$,"validFrom":"2026-11-22T14:03:11Z",
                 "validUntil":"2026-11-22T14:33:11Z","maskedNumber":$,"phoneVerification":"open",
                 "sms":{"availableAt":"2026-11-22T14:00:00Z"}}
                """);
        answer("**/v1/panel/support-pin/sms", "{}");
        var page = open(customer.examplePage());
        var bar = Bar.on(page);
        assertThat(bar.element().locator(".pin")).containsText("alert(2)");
        bar.sms().click();
        assertThat(bar.element().locator(".note")).containsText(PAYLOAD);
        assertNothingWasPlanted(page);
    }

    @Test
    void inTheActivity() {
        answer("**/v1/panel/activity", """
                {"events":[{"sequence":1,"at":"2026-11-22T14:31:48Z","type":$,"actor":{"kind":"agent","id":$,"callReference":$},
                 "summary":$,"details":{"status":$,"changes":[{"what":$,"before":$,"after":$}]}}],"nextCursor":null}
                """);
        var page = open(customer.frontPage());
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ιστορικό"))
                .click();
        button(page, "Όλες οι καταγραφές").click();
        assertThat(page.locator(".event__what")).hasText(PAYLOAD);
        assertThat(page.locator(".event .value")).hasText(new String[] {PAYLOAD, PAYLOAD});
        assertThat(page.locator(".change__what")).hasText(PAYLOAD);
        assertThat(page.locator(".event")).containsText("κλήση " + PAYLOAD);
        assertNothingWasPlanted(page);
    }

    @Test
    void onTheTelephoneAndInTheCompanysSystems() {
        answer(
                "**/local/sms",
                "{\"messages\":[{\"to\":$,\"text\":$,\"senderId\":$,\"sentAt\":\"2026-11-22T14:31:48Z\"}]}");
        answer("**/local/back-office", """
                {"products":[{"id":$,"name":{"el":$}}],"services":[{"id":$,"customerId":"ID","productId":$,"status":$,"name":$}],
                 "orders":[{"id":$,"customerId":"ID","for":{"product":{"el":$},"name":$}}],
                 "domains":[{"name":$,"customerId":"ID","status":$,"administrators":[{"name":$}],"nameservers":[{"host":$}]}],
                 "packages":[{"packageId":$,"customerId":"ID","mainDomain":$,"php":{"version":$,"settings":{"memory_limit":$}}}],
                 "zones":[{"name":$,"customerId":"ID","recordSets":[{"name":$,"type":"TXT","ttl":60,"records":[$]}]}],
                 "mail":[{"to":$,"subject":$}]}
                """.replace("ID", customer.id()));
        var page = open(customer.frontPage());
        assertThat(page.locator(".sms__text")).hasText(PAYLOAD);
        for (var tab : new String[] {"DNS", "Υπηρεσίες", "Παραγγελίες", "Ονόματα χώρου", "Φιλοξενία", "Email"}) {
            page.getByRole(
                            AriaRole.TAB,
                            new Page.GetByRoleOptions().setName(tab).setExact(true))
                    .click();
            assertThat(page.locator(".line__title").first()).containsText(PAYLOAD);
            assertNothingWasPlanted(page);
        }
    }

    @Test
    void inTheAddress() {
        var page = open("/?customer=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&lang=%3Cscript%3E");
        assertThat(page.locator(".panel__head")).containsText("\"><img src=x onerror=alert(1)>");
        assertNothingWasPlanted(page);
    }

    @Test
    void inACallReferenceThatTheServiceKeeps() {
        customer.verify(customer.pin(), "<img src=x onerror=alert(1)>");
        customer.verify(customer.pin(), "κλήση <b>7</b>");
        var page = open(customer.frontPage());
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ιστορικό"))
                .click();
        button(page, "Όλες οι καταγραφές").click();
        assertThat(page.locator(".event").first()).containsText("<b>7</b>");
        assertNothingWasPlanted(page);
    }
}
