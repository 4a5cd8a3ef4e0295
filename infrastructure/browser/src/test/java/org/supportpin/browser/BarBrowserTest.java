package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The bar in another website's panel. */
class BarBrowserTest extends PageTest {

    private static final int POLL = 20_000;
    private static final String PIN = "**/v1/panel/support-pin";

    private final Customer customer = Customer.active(stack);

    /** With the page's clock in the test's hand. */
    private Page watched() {
        var page = context().newPage();
        page.clock().install();
        page.navigate(customer.examplePage());
        return page;
    }

    @Nested
    class Sms {

        @Test
        void thePinIsSentAndTheWaitIsShown() {
            var page = watched();
            var bar = Bar.on(page);
            assertThat(bar.sms()).hasText("Αποστολή με SMS");
            bar.sms().click();
            assertThat(bar.element()).containsText("Στάλθηκε στο +30 ••• ••• ••");
            assertThat(bar.sms()).hasText(Pattern.compile("Νέο SMS σε (1:00|0:5\\d)"));
            assertThat(bar.sms()).hasAttribute("aria-disabled", "true");

            // The page believes that the minute is over; the service knows better, and says when. A poll's answer would
            // say so first.
            page.route("**/v1/panel/support-pin", _ -> {});
            page.clock().fastForward("01:01");
            assertThat(bar.sms()).hasText("Αποστολή με SMS");
            bar.sms().click();
            assertThat(bar.sms()).hasText(Pattern.compile("Νέο SMS σε .*"));
        }
    }

    @Nested
    class Locked {

        @Test
        void aLockShowsWithinTwentySecondsAndIsLiftedHere() {
            var page = watched();
            var bar = Bar.on(page);
            var pin = customer.pin();
            bar.shows(pin);
            customer.lock();

            page.clock().runFor(POLL);

            bar.is("locked");
            assertThat(bar.message()).containsText("Κλειδώσαμε την τηλεφωνική επαλήθευση");
            assertThat(bar.message()).containsText("Ξεκλειδώνει αυτόματα σε");
            assertThat(bar.everything()).doesNotContain(pin);
            bar.action().focus();
            page.keyboard().press("Enter");

            bar.is("active");
            assertThat(customer.pin()).isNotEqualTo(pin);
            bar.shows(customer.pin());
            assertThat(page.evaluate("() => document.activeElement.localName")).isEqualTo("support-pin-bar");
        }
    }

    @Nested
    class Activation {

        @Test
        void withAMobileInTheTokenOneClickActivates() {
            var other = Customer.withMobile(stack);
            var bar = Bar.on(open(other.examplePage()));
            bar.is("inactive");
            bar.action().click();
            bar.is("active");
            bar.shows(other.pin());
        }

        @Test
        void withoutOneItLeadsToThePageThatRegistersIt() {
            var page = open(Customer.withoutMobile(stack).examplePage());
            var bar = Bar.on(page);
            bar.is("inactive");
            assertThat(bar.action()).hasText("Δήλωση κινητού");
            bar.action().click();
            page.waitForURL(stack.origin() + "/");
        }

        @Test
        void unlessThePageLeadsThereItself() {
            var page = open(Customer.withoutMobile(stack).examplePage());
            page.evaluate("() => document.addEventListener('support-pin-mobile-needed', (event) => {"
                    + " event.preventDefault(); document.body.dataset.needed = 'yes'; })");
            Bar.on(page).action().click();
            assertThat(page.locator("body")).hasAttribute("data-needed", "yes");
            assertThat(page).hasURL(Pattern.compile(".*/examples/panel.html.*"));
        }
    }

    @Nested
    class Language {

        @Test
        void theTokensLocaleDecidesUnlessThePageDoes() {
            var english = Customer.withMobile(stack);
            var page = open("/examples/panel.html?customer=" + english.id() + "&claims=%7B%22locale%22%3A%22en%22%7D");
            var bar = Bar.on(page);
            assertThat(bar.action()).hasText("Register mobile");
            bar.element().evaluate("bar => bar.setAttribute('lang', 'el')");
            assertThat(bar.action()).hasText("Δήλωση κινητού");
            bar.element().evaluate("bar => bar.setAttribute('lang', 'en')");
            assertThat(bar.action()).hasText("Register mobile");
        }
    }

    @Nested
    class Refused {

        private Bar answering(int status, String body) {
            context()
                    .route(
                            PIN,
                            route -> route.fulfill(
                                    new FulfillOptions().setStatus(status).setBody(body)));
            return Bar.on(open(customer.examplePage()));
        }

        @Test
        void aSessionThatEndedSaysSo() {
            var bar = answering(401, "{\"message\":\"Unauthorized\"}");
            bar.is("session");
            assertThat(bar.message()).hasText("Η σύνδεσή σας έληξε. Συνδεθείτε ξανά για να δείτε το PIN.");
            assertThat(bar.action()).hasText("Σύνδεση");
            context().unroute(PIN);
            bar.action().click();
            bar.shows(customer.pin());
        }

        @Test
        void aFaultOfTheServiceIsNotTakenForAnInactiveService() {
            answering(500, "{\"message\":\"Internal Server Error\"}").is("error");
        }

        @Test
        void anAnswerFromAnythingElseIsIgnored() {
            answering(200, "<h1>Free Wi-Fi</h1>").is("offline");
        }

        @Test
        void aTokenThatIsRefusedIsAskedForOnceMore() {
            var page = open(customer.examplePage());
            Bar.on(page).shows(customer.pin());
            page.evaluate(
                    "token => { const asked = []; window.asked = asked; const forged = `${token.slice(0, -8)}AAAAAAAA`;"
                            + " document.querySelector('support-pin-bar').token ="
                            + " async ({ refused }) => { asked.push(refused); return refused ? token : forged; };"
                            + " document.querySelector('support-pin-bar').refresh(); }",
                    customer.token());
            Bar.on(page).shows(customer.pin());
            assertThat(page.evaluate("() => window.asked")).isEqualTo(List.of(false, true));
        }
    }
}
