package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Account data → Mobile services, and Activity. */
class PanelBrowserTest extends PageTest {

    private static final String ACTIVITY = "**/v1/panel/activity**";

    private static Locator box(Page page, String title) {
        return page.locator("support-pin-mobile-services .card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))));
    }

    /** The last SMS to a number: other tests' codes are on the telephone too. */
    private String codeSentTo(String number) {
        return stack.call("GET", "/local/sms", "", "")
                .path("messages")
                .valueStream()
                .filter(sms -> sms.path("to").asText().equals("+30" + number.replace(" ", "")))
                .map(sms -> sms.path("text").asText().replaceAll("\\D", ""))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Nested
    class Mobile {

        private final Customer customer = Customer.withoutMobile(stack);
        private Page page;

        @BeforeEach
        void open() {
            page = PanelBrowserTest.this.open(customer.frontPage());
        }

        @Test
        void withoutOneActivationLeadsToTheSecondBoxAndTheCodeActivates() {
            page.locator("[data-action=activate]").click();
            var number = page.getByLabel("Αριθμός κινητού");
            assertThat(number).isFocused();
            number.fill("2101234567");
            number.press("Enter");
            assertThat(number).hasAttribute("aria-invalid", "true");
            assertThat(box(page, "Κινητό τηλέφωνο")).containsText("Δώστε ελληνικό ή κυπριακό αριθμό κινητού.");
            assertThat(number).hasValue("2101234567");

            var mobile = "691 6%06d".formatted(number(customer));
            number.fill(mobile);
            number.press("Enter");
            var code = page.getByLabel("Κωδικός από το SMS");
            assertThat(code).isFocused();
            var right = codeSentTo(mobile);
            code.fill("12345");
            code.press("Enter");
            assertThat(box(page, "Κινητό τηλέφωνο")).containsText("Ο κωδικός έχει έξι ψηφία.");
            code.fill(right.equals("000000") ? "000001" : "000000");
            code.press("Enter");
            assertThat(box(page, "Κινητό τηλέφωνο")).containsText("Απομένουν 4 προσπάθειες.");
            code.fill(right);
            code.press("Enter");

            var bar = Bar.on(page);
            bar.is("active");
            bar.shows(customer.pin());
            assertThat(box(page, "Support PIN")).containsText("Ενεργό");
            assertThat(box(page, "Κινητό τηλέφωνο")).containsText("+30 ••• ••• ••");
        }

        @Test
        void theBarLeadsThereToo() {
            Bar.on(page).action().click();
            assertThat(page.getByLabel("Αριθμός κινητού")).isFocused();
        }

        /** It comes by itself only where it is needed. */
        @Test
        void aFormThatCannotBeLoadedMayBeAskedForAgain() {
            context().route("**/panel/code-form.js", Route::abort);
            // When the bar connects, the page asks again by itself.
            context().route("**/bar/support-pin-bar.js", Route::abort);
            page = PanelBrowserTest.this.open(customer.accountPage("el"));
            var services = page.locator("support-pin-mobile-services");
            assertThat(services).containsText("Χωρίς σύνδεση.");
            context().unroute("**/panel/code-form.js");

            button(page, "Δοκιμάστε ξανά").click();

            assertThat(page.getByLabel("Αριθμός κινητού")).isVisible();
        }

        @Test
        void aSecondCodeAtOnceIsRefusedWithTheWait() {
            var number = page.getByLabel("Αριθμός κινητού");
            number.fill("6917%06d".formatted(number(customer)));
            number.press("Enter");
            var resend = page.locator(".resend");
            assertThat(resend).hasText(Pattern.compile("Νέος κωδικός σε (1:00|0:[45]\\d)"));
            assertThat(resend).hasAttribute("aria-disabled", "true");
            button(page, "Άλλος αριθμός").click();
            number.fill("6917%06d".formatted(number(customer)));
            number.press("Enter");
            assertThat(box(page, "Κινητό τηλέφωνο")).containsText(Pattern.compile("νέο σε (1:00|0:[45]\\d)"));
        }

        @Test
        void aCodeOnItsWaySurvivesAReloadAndMayBePastedAsTheSmsShowsIt() {
            var number = page.getByLabel("Αριθμός κινητού");
            var mobile = "6914%06d".formatted(number(customer));
            number.fill(mobile);
            number.press("Enter");
            assertThat(page.getByLabel("Κωδικός από το SMS")).isFocused();
            var right = codeSentTo(mobile);
            page.reload();
            assertThat(box(page, "Κινητό τηλέφωνο")).containsText("Στείλαμε κωδικό στο +30 ••• ••• ••");
            assertThat(page.locator(".resend")).hasText(Pattern.compile("Νέος κωδικός σε (1:00|0:[345]\\d)"));

            var code = page.getByLabel("Κωδικός από το SMS");
            code.fill(" " + right.substring(0, 3) + "\u00a0" + right.substring(3) + " ");
            code.press("Enter");

            assertThat(box(page, "Κινητό τηλέφωνο")).containsText("Επιβεβαιωμένο");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "code-rejected | 2 | Λάθος κωδικός. Απομένουν 2 προσπάθειες.",
                    "code-rejected | 1 | Λάθος κωδικός. Απομένει 1 προσπάθεια.",
                    "code-rejected | 0 | Λάθος κωδικός. Δεν απομένουν προσπάθειες: ζητήστε νέο κωδικό.",
                    "no-pending-confirmation | 0 | Ο κωδικός έληξε. Ζητήστε νέο."
                })
        void aWrongCodeSaysHowManyTriesAreLeftOrToRequestANewOne(String problem, int left, String text) {
            page.route(
                    "**/v1/panel/mobile/confirmation",
                    route -> route.fulfill(new FulfillOptions()
                            .setStatus(422)
                            .setContentType("application/problem+json")
                            .setBody("{\"type\":\"urn:support-pin:problem:%s\",\"attemptsLeft\":%d}"
                                    .formatted(problem, left))));
            var number = page.getByLabel("Αριθμός κινητού");
            number.fill("6918%06d".formatted(number(customer)));
            number.press("Enter");
            var code = page.getByLabel("Κωδικός από το SMS");
            code.fill("123456");
            code.press("Enter");
            assertThat(box(page, "Κινητό τηλέφωνο").locator(".error")).hasText(text);
        }

        private static int number(Customer customer) {
            return Integer.parseInt(customer.id().substring("b-".length()));
        }
    }

    @Nested
    class Service {

        private final Customer customer = Customer.active(stack);
        private Page page;

        @BeforeEach
        void open() {
            page = PanelBrowserTest.this.open(customer.accountPage("el"));
        }

        @Test
        void deactivationIsAskedTwiceAndTheBarFollows() {
            var bar = Bar.on(page);
            bar.shows(customer.pin());
            var more = button(page, "Περισσότερα για το Support PIN");
            assertThat(button(page, "Απενεργοποίηση")).hasCount(0);
            more.click();
            assertThat(more).hasAttribute("aria-expanded", "true");
            button(page, "Απενεργοποίηση").click();
            assertThat(button(page, "Ακύρωση")).isFocused();
            button(page, "Ακύρωση").click();
            assertThat(more).isFocused();
            bar.is("active");

            more.click();
            button(page, "Απενεργοποίηση").click();
            button(page, "Ναι, απενεργοποίηση").click();
            bar.is("inactive");
            assertThat(box(page, "Support PIN")).containsText("Ανενεργό");
            bar.action().click();
            bar.is("active");
            bar.shows(customer.pin());
            assertThat(box(page, "Support PIN").locator(".badge")).hasText("Ενεργό");
        }

        /** On a bad line it may come after the page, which does not wait for it. */
        @Test
        void theBarMayComeLate() {
            context().route("**/bar/support-pin-bar.js", Route::abort);
            page = PanelBrowserTest.this.open(customer.accountPage("el"));
            assertThat(box(page, "Support PIN")).containsText("Ενεργό");
            button(page, "Περισσότερα για το Support PIN").click();
            button(page, "Απενεργοποίηση").click();
            button(page, "Ναι, απενεργοποίηση").click();
            assertThat(box(page, "Support PIN")).containsText("Ανενεργό");
            assertThat(page.locator("support-pin-bar")).hasText("");
            context().unroute("**/bar/support-pin-bar.js");

            Bar.on(page).is("inactive");
        }

        /** The boxes do not contradict the bar while somebody is on the telephone. */
        @Test
        void theFirstBoxKnowsTheCallThatTheBarShows() {
            Bar.on(page).shows(customer.pin());
            assertThat(box(page, "Support PIN")).containsText("Δεν έχει χρησιμοποιηθεί πρόσφατα.");

            customer.verify(customer.pin(), "call-1");
            page.evaluate("document.querySelector('support-pin-bar').refresh()");

            assertThat(box(page, "Support PIN")).containsText("Τελευταία χρήση:");
        }

        @Test
        void theMobileMayBeChangedAndLeftAsItIs() {
            button(page, "Αλλαγή κινητού").click();
            assertThat(page.getByLabel("Αριθμός κινητού")).isFocused();
            button(page, "Ακύρωση").click();
            assertThat(button(page, "Αλλαγή κινητού")).isVisible();
        }

        @Test
        void aLockShowsInTheFirstBoxAsWell() {
            customer.lock();
            page.reload();
            assertThat(box(page, "Support PIN").locator(".badge")).hasText("Κλειδωμένο");
        }
    }

    @Nested
    class Activity {

        private final Customer customer = Customer.active(stack);

        private Page activity() {
            var page = open(customer.accountPage("el"));
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ιστορικό"))
                    .click();
            button(page, "Όλες οι καταγραφές").click();
            return page;
        }

        @Test
        void theNewestIsFirstWithItsActorAndCall() {
            customer.verify(customer.pin(), "κλήση-42");
            var events = activity().locator(".event");
            assertThat(events).hasCount(2);
            assertThat(events.first()).containsText("Επαληθευτήκατε στο τηλέφωνο με το Support PIN.");
            assertThat(events.first()).containsText(Pattern.compile("Εκπρόσωπος agent-\\d+, κλήση κλήση-42"));
            assertThat(events.last()).containsText("Το Support PIN ενεργοποιήθηκε.");
            assertThat(events.last()).containsText("Εσείς");
        }

        @Test
        void olderOnesComeWhenAskedFor() {
            answer("{\"events\":[%s],\"nextCursor\":\"7\"}".formatted(event(8, "νέο")));
            var page = activity();
            assertThat(page.locator(".event")).hasCount(1);
            context().unroute(ACTIVITY);
            answer("{\"events\":[%s],\"nextCursor\":null}".formatted(event(6, "παλιό")));
            var asked = page.waitForRequest(
                    ACTIVITY, () -> button(page, "Προβολή παλαιότερων").click());
            assertThat(asked.url()).endsWith("?cursor=7");
            assertThat(page.locator(".event__what")).hasText(new String[] {"νέο", "παλιό"});
            assertThat(button(page, "Προβολή παλαιότερων")).hasCount(0);
        }

        @Test
        void nothingYetSaysWhatWillBeHere() {
            answer("{\"events\":[],\"nextCursor\":null}");
            assertThat(activity().locator("support-pin-activity")).containsText("Το ιστορικό είναι ακόμη κενό.");
        }

        @Test
        void whatCannotBeLoadedMayBeTriedAgain() {
            var page = open(customer.accountPage("el"));
            Bar.on(page).is("active");
            context().route("**/v1/panel/calls**", route -> route.abort());
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ιστορικό"))
                    .click();
            assertThat(page.locator("support-pin-history")).containsText("Χωρίς σύνδεση.");
            context().unroute("**/v1/panel/calls**");
            button(page, "Δοκιμάστε ξανά").click();
            assertThat(page.locator("support-pin-history")).containsText("Δεν έχει γίνει ακόμη καμία κλήση.");
        }

        private void answer(String body) {
            context()
                    .route(
                            ACTIVITY,
                            route -> route.fulfill(new FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(body)));
        }

        private static String event(int sequence, String summary) {
            return "{\"sequence\":%d,\"at\":\"2026-11-22T14:31:48Z\",\"type\":\"verified\",\"actor\":{\"kind\":\"service\"},\"summary\":\"%s\",\"details\":{}}"
                    .formatted(sequence, summary);
        }
    }
}
