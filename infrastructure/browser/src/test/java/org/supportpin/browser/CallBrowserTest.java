package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The customer's bar while an agent is, or wants to be, on the phone. The agent's tool is the API. */
class CallBrowserTest extends PageTest {

    private static final String NOBODY = "Κανείς από εμάς δεν είναι στο τηλέφωνο μαζί σας.";
    private static final String CARD = "support-pin-bar .card";
    private static final int IDLE = 20_000;
    private static final int BUSY = 5_000;

    private final Customer customer = Customer.active(stack);
    private final String agent = stack.token("agent", "caller-" + customer.id(), "{\"name\":\"Άννα\"}");

    /** With the page's clock in the test's hand. */
    private Page bar() {
        var page = context().newPage();
        page.clock().install();
        page.navigate(customer.examplePage());
        Bar.on(page).is("active");
        return page;
    }

    private String verify() {
        return stack.call(
                        "POST",
                        "/v1/agent/verifications",
                        "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"c-1\"}"
                                .formatted(customer.id(), customer.pin()),
                        agent)
                .path("verificationId")
                .asText();
    }

    private String askForDigits() {
        return stack.call(
                        "POST",
                        "/v1/agent/verification-requests",
                        "{\"customerId\":\"%s\",\"callReference\":\"c-2\"}".formatted(customer.id()),
                        agent)
                .path("code")
                .asText();
    }

    @Nested
    class Running {

        @Test
        void withoutOneTheBarSaysThatNobodyIsThere() {
            assertThat(bar().locator("support-pin-bar .line")).hasText(NOBODY);
        }

        @Test
        void theCustomerSeesWhoIsThereAndFollowsWithinFiveSeconds() {
            var page = bar();
            var verification = verify();
            page.clock().runFor(IDLE);
            assertThat(page.locator(CARD)).containsText("Στο τηλέφωνο: Άννα (caller-" + customer.id() + ")");
            assertThat(page.locator(CARD)).containsText("με το PIN σας.");
            assertThat(page.locator(CARD)).containsText("Δεν έχει γίνει καμία αλλαγή.");
            assertThat(page.locator("support-pin-bar .line")).isEmpty();

            stack.call("DELETE", "/v1/agent/verifications/" + verification, "", agent);
            page.clock().runFor(BUSY);

            assertThat(page.locator(CARD)).hasCount(0);
            assertThat(page.locator("support-pin-bar .line")).hasText(NOBODY);
        }

        @Test
        void withoutAConnectionNothingIsSaidAboutThePhone() {
            var page = bar();
            context().setOffline(true);
            page.clock().runFor(IDLE);
            assertThat(page.locator("support-pin-bar .off")).isVisible();
            assertThat(page.locator("support-pin-bar .line")).isEmpty();
        }

        @Test
        void theCustomerEndsTheCall() {
            var verification = verify();
            var page = bar();
            button(page, "Τέλος κλήσης").click();
            assertThat(page.locator(CARD)).hasCount(0);
            assertThat(account(verification)).contains("not-verified");
        }

        @Test
        void thatIsNotMeIsAskedTwiceEndsTheCallAndFreezes() {
            var verification = verify();
            var page = bar();
            button(page, "Δεν είμαι εγώ").click();
            assertThat(page.locator(CARD)).containsText("θα παγώσουμε την τηλεφωνική υποστήριξη");
            assertThat(button(page, "Ακύρωση")).isFocused();
            assertThat(account(verification)).doesNotContain("not-verified");

            button(page, "Ναι, πάγωμα").click();

            assertThat(page.locator("support-pin-bar .line")).hasText("Έχετε παγώσει την τηλεφωνική υποστήριξη.");
            assertThat(page.locator(CARD)).hasCount(0);
            assertThat(customer.call("GET", "/v1/panel/policy")
                            .path("telephone")
                            .asText())
                    .isEqualTo("frozen");
        }

        private String account(String verification) {
            return stack.call("GET", "/v1/agent/verifications/" + verification + "/account", "", agent)
                    .path("type")
                    .asText();
        }
    }

    @Nested
    class Typed {

        @Test
        void theCustomerTypesWhatTheAgentReadsOut() {
            var code = askForDigits();
            var page = bar();
            assertThat(page.locator(CARD)).containsText("Μας καλέσατε ΕΣΕΙΣ;");
            assertThat(page.locator(CARD)).containsText("Άννα (caller-");
            var digits = page.getByLabel("Τα 6 ψηφία που ακούτε", new GetByLabelOptions().setExact(true));
            digits.fill("12345");
            digits.press("Enter");
            assertThat(page.locator(CARD)).containsText("Πληκτρολογήστε έξι ψηφία.");
            assertThat(digits).hasValue("12345");
            digits.fill(code.equals("111111") ? "222222" : "111111");
            digits.press("Enter");
            assertThat(page.locator(CARD)).containsText("Λάθος ψηφία.");
            assertThat(digits).hasValue("");
            digits.fill(code.substring(0, 3) + " " + code.substring(3));
            digits.press("Enter");

            assertThat(page.locator(CARD)).containsText("με τα ψηφία που πληκτρολογήσατε.");
        }

        @Test
        void whatIsTypedStaysWhileTheBarAsksOn() {
            askForDigits();
            var page = bar();
            var digits = page.locator(CARD + " .digits");
            digits.fill("123");
            page.clock().runFor(BUSY * 2);
            assertThat(digits).hasValue("123");
        }

        @Test
        void aRequestLeavesTheScreenAtItsEndEvenWithoutAConnection() {
            askForDigits();
            var page = bar();
            assertThat(page.locator(CARD)).hasCount(1);
            context().setOffline(true);
            page.clock().runFor(5 * 60_000);
            assertThat(page.locator(CARD)).hasCount(0);
        }
    }

    /** Somebody mistyped a customer ID, perhaps. */
    @Nested
    class NotTheirCall {

        @Test
        void noDropsTheRequestAndFreezesNothing() {
            var code = askForDigits();
            var page = bar();
            button(page, "Όχι").click();

            assertThat(page.locator(CARD)).hasCount(0);
            assertThat(page.locator("support-pin-bar .line")).hasText(NOBODY);
            assertThat(customer.call("GET", "/v1/panel/policy")
                            .path("telephone")
                            .asText())
                    .isEqualTo("open");
            assertThat(stack.call(
                                    "POST",
                                    "/v1/panel/verification",
                                    "{\"code\":\"%s\"}".formatted(code),
                                    customer.token())
                            .path("type")
                            .asText())
                    .contains("no-verification-request");
        }

        /** The route ends whatever runs, so that here the card goes and nothing else. */
        @Test
        void noLeavesACallThatTheCustomerHas() {
            verify();
            var page = bar();
            stack.call(
                    "POST",
                    "/v1/agent/verification-requests",
                    "{\"customerId\":\"%s\",\"callReference\":\"c-4\"}".formatted(customer.id()),
                    stack.token("agent", "other-" + customer.id(), "{}"));
            page.clock().runFor(IDLE);
            assertThat(page.locator(CARD)).hasCount(2);

            button(page, "Όχι").click();

            assertThat(page.locator(CARD)).hasCount(1);
            assertThat(page.locator(CARD)).containsText("Στο τηλέφωνο: Άννα");
            page.clock().runFor(BUSY * 2);
            assertThat(page.locator(CARD)).hasCount(1);
            assertThat(customer.view().path("call").path("source").asText()).isEqualTo("panel");
        }
    }

    @Nested
    class Announced {

        private static final String RINGS = "Σας καλούμε εμείς: Άννα";
        private static final String ABOUT = "Θέμα: Λήξη υπηρεσίας ή ονόματος χώρου, <b>a.gr</b>.";

        private void announce() {
            stack.call(
                    "POST",
                    "/v1/agent/calls",
                    "{\"customerId\":\"%s\",\"reason\":\"expiry\",\"object\":\"<b>a.gr</b>\",\"callReference\":\"c-3\"}"
                            .formatted(customer.id()),
                    agent);
        }

        @Test
        void theCustomerSeesWhoWillRingAboutWhat() {
            announce();
            var page = bar();
            assertThat(page.locator(CARD)).containsText(RINGS);
            assertThat(page.locator(CARD)).containsText(ABOUT);
            button(page, "Δεν θέλω την κλήση").click();
            assertThat(page.locator(CARD)).hasCount(0);
        }

        /** Nobody is asked to say that they called, when they did not. */
        @Test
        void theDigitsAreTypedInTheSameCard() {
            announce();
            var code = askForDigits();
            var page = bar();
            assertThat(page.locator(CARD)).hasCount(1);
            assertThat(page.locator(CARD)).containsText(RINGS);
            assertThat(page.locator(CARD)).containsText(ABOUT);
            assertThat(page.locator(CARD)).containsText("Πληκτρολογήστε τα 6 ψηφία που ακούτε");
            assertThat(page.locator(CARD)).not().containsText("Μας καλέσατε");
            page.locator(CARD + " .digits").fill(code);
            button(page, "Επιβεβαίωση").click();
            assertThat(page.locator("support-pin-bar .call")).containsText("με τα ψηφία που πληκτρολογήσατε.");
        }

        /** The announcement is over after ten minutes; the request may be younger. */
        @Test
        void whatIsTypedStaysWhenTheAnnouncementIsOver() {
            announce();
            stack.advance(Duration.ofMinutes(8));
            askForDigits();
            var page = bar();
            page.locator(CARD + " .digits").fill("123");
            stack.advance(Duration.ofMinutes(3));
            page.clock().runFor(BUSY * 2);
            assertThat(customer.view().path("announcement").isMissingNode()).isTrue();
            assertThat(page.locator(CARD)).containsText(RINGS);
            assertThat(page.locator(CARD + " .digits")).hasValue("123");
        }

        @Test
        void anotherAgentsRequestIsAskedAbout() {
            announce();
            stack.call(
                    "POST",
                    "/v1/agent/verification-requests",
                    "{\"customerId\":\"%s\",\"callReference\":\"c-4\"}".formatted(customer.id()),
                    stack.token("agent", "other-" + customer.id(), "{}"));
            var page = bar();
            assertThat(page.locator(CARD)).hasCount(2);
            assertThat(page.locator("support-pin-bar .asks")).containsText("Μας καλέσατε ΕΣΕΙΣ;");
        }
    }

    @Nested
    class ThePin {

        @Test
        void isHiddenByChoiceAndStaysSoAfterAReload() {
            var page = bar();
            var pin = customer.pin();
            Bar.on(page).shows(pin);
            button(page, "Απόκρυψη PIN").click();
            assertThat(page.locator("support-pin-bar .pin .heard")).hasText("Το PIN είναι κρυμμένο");
            assertThat(Bar.on(page).everything()).doesNotContain(pin, String.join(", ", pin.split("")));
            page.reload();
            Bar.on(page).is("active");
            assertThat(page.locator("support-pin-bar .pin .heard")).hasText("Το PIN είναι κρυμμένο");
            assertThat(Bar.on(page).everything()).doesNotContain(pin);
            button(page, "Απόκρυψη PIN").click();
            Bar.on(page).shows(pin);
        }

        @Test
        void isCopiedWithOneClickAndSelectedAsSixDigits() {
            context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = bar();
            button(page, "Αντιγραφή PIN").click();
            assertThat(page.locator("support-pin-bar .note")).hasText("Αντιγράφηκε.");
            assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(customer.pin());

            for (int clicks : List.of(2, 3)) {
                page.locator("support-pin-bar .seen").click(new Locator.ClickOptions().setClickCount(clicks));
                assertThat(page.evaluate("() => getSelection().toString().trim()"))
                        .isEqualTo(customer.pin());
            }
        }

        /** Whoever copies the whole page has the digits once, as they are seen. */
        @Test
        void isNotCopiedAsItIsHeard() {
            context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = bar();
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().press("ControlOrMeta+c");

            var copied = (String) page.evaluate("() => navigator.clipboard.readText()");

            assertThat(copied.replaceAll("\\s", "")).containsOnlyOnce(customer.pin());
            assertThat(copied).doesNotContain(String.join(", ", customer.pin().split("")));
        }
    }
}
