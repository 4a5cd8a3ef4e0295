package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Who calls: the PIN that the caller says, or has sent. */
class ConsoleVerificationBrowserTest extends PageTest {

    private static final String STATE_OF_STORAGE =
            "() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie])";

    @Test
    void theRightPinVerifiesAndNothingKeepsIt() {
        var customer = ConsoleCustomer.fresh(stack);
        var pin = customer.pin();
        var desk = ConsoleDesk.open(this);

        var sent =
                desk.page().waitForRequest("**/v1/agent/verifications", () -> desk.type(customer.id(), pin, "κλήση 7"));

        assertThat(desk.page().locator("[role=timer]")).containsText("14:");
        assertThat(desk.page().locator(".console-bar")).containsText("κλήση 7");
        assertThat(ConsoleDesk.body(sent).path("pin").asText()).isEqualTo(pin.replace(" ", ""));
        assertThat(String.valueOf(desk.page()
                        .evaluate("() => document.querySelector('support-agent-console').shadowRoot.innerHTML")))
                .contains("κλήση 7")
                .doesNotContain(pin, pin.replace(" ", ""));
        assertThat(desk.page().evaluate(STATE_OF_STORAGE)).isEqualTo("[[],[],\"\"]");
    }

    @Test
    void whatWasSentIsGoneFromTheFieldBeforeTheAnswerComes() {
        var desk = ConsoleDesk.open(this);
        desk.page().route("**/v1/agent/verifications", route -> {});

        desk.verify("1001", "482 913");

        assertThat(desk.button("Γίνεται επαλήθευση…")).isVisible();
        assertThat(desk.at("pin")).hasValue("");
    }

    @Test
    void aPinWithInvisibleMarksIsTaken() {
        var customer = ConsoleCustomer.fresh(stack);
        var desk = ConsoleDesk.open(this);

        desk.verify(customer.id(), "\u202a" + customer.pin().replace(" ", "\u00a0") + "\u202c\u200f");

        assertThat(desk.page().locator("[role=timer]")).containsText("14:");
    }

    /** Whoever reports it can name the request, and the logs have it. */
    @Test
    void aFailureNamesItsRequest() {
        var desk = ConsoleDesk.open(this);
        answer(desk, 503, """
                {"type":"urn:support-pin:problem:temporarily-unavailable","title":"t",
                 "status":503,"detail":"d","requestId":"JKJaXmPLvHcESHA="}""");

        desk.verify("1001", "482 913");

        assertThat(desk.alert()).containsText("Η υπηρεσία παρουσιάζει πρόβλημα");
        assertThat(desk.alert()).containsText("JKJaXmPLvHcESHA=");
        desk.page().unroute("**/v1/agent/verifications");
    }

    /** The same problem as for an SMS too soon, but this one is about verifications. */
    @Test
    void aCustomerVerifiedTooOftenIsNotSaidToGetTooManySms() {
        var desk = ConsoleDesk.open(this);
        answer(desk, 429, """
                {"type":"urn:support-pin:problem:too-many-requests","title":"t",
                 "status":429,"detail":"d","retryAt":"2026-11-22T14:30:00Z"}""");

        desk.verify("1001", "482 913");

        assertThat(desk.alert()).containsText("Πολλές επαληθεύσεις σήμερα");
        desk.page().unroute("**/v1/agent/verifications");
    }

    private static void answer(ConsoleDesk desk, int status, String problem) {
        desk.page()
                .route(
                        "**/v1/agent/verifications",
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(status)
                                .setContentType("application/problem+json")
                                .setBody(problem)));
    }

    @Test
    void aWrongPinSaysHowManyTriesAreLeftUntilItLocks() {
        var customer = ConsoleCustomer.fresh(stack);
        var wrong = customer.wrongPin();
        var desk = ConsoleDesk.open(this);

        desk.verify(customer.id(), wrong);
        assertThat(desk.alert()).containsText("Απομένουν 4 προσπάθειες");
        assertThat(desk.at("pin")).isFocused();
        assertThat(desk.at("pin")).hasValue("");
        assertThat(desk.at("customerId")).hasValue(customer.id());
        for (var left : new String[] {"Απομένουν 3", "Απομένουν 2", "Απομένει 1 προσπάθεια", "καμία"}) {
            desk.verify(customer.id(), wrong);
            assertThat(desk.alert()).containsText(left);
        }
        desk.verify(customer.id(), customer.pin());

        // Not even the right one, now.
        assertThat(desk.alert()).containsText("Η τηλεφωνική επαλήθευση κλειδώθηκε");
        assertThat(desk.page().locator(".console-wait")).containsText("Δοκιμάστε ξανά σε ");
    }

    @Test
    void aSuspendedAgentSeesUntilWhen() {
        var desk = ConsoleDesk.open(this);
        var agent = desk.page().locator("[data-agent]").textContent();
        // Two wrong PINs of each customer count.
        for (int customer = 0; customer < 4; customer++) {
            ConsoleCustomer.fresh(stack).wrong(2, agent);
        }
        ConsoleCustomer.fresh(stack).wrong(1, agent);
        var third = ConsoleCustomer.fresh(stack);
        desk.verify(third.id(), third.wrongPin());
        assertThat(desk.alert()).containsText("Απομένουν 4");
        desk.verify(third.id(), third.pin());

        assertThat(desk.alert()).containsText("Δεν μπορείτε προσωρινά");
        assertThat(desk.page().locator(".console-wait")).containsText("Δοκιμάστε ξανά σε 59:");
    }

    @Test
    void withoutAPinTheBarSaysHowToGetOne() {
        var desk = ConsoleDesk.open(this, "en").verify("nobody", "123456");

        assertThat(desk.alert()).containsText("Support PIN is not active");
    }

    @Test
    void aMissingValueIsShownBesideItsFieldAndNothingIsSent() {
        var desk = ConsoleDesk.open(this);
        desk.page().onRequest(request -> assertThat(request.url()).doesNotContain("/v1/"));

        desk.type("1001", "12 34", "").at("pin").press("Enter");

        assertThat(desk.at("callReference-fault")).hasText("Υποχρεωτικό πεδίο.");
        assertThat(desk.at("pin-fault")).hasText("Το PIN έχει έξι ψηφία.");
        assertThat(desk.at("pin")).isFocused();
    }

    @Test
    void faultsFoundByTheServiceAreShownBesideTheirFields() {
        var desk = ConsoleDesk.open(this).verify("no such/id", "123456");

        assertThat(desk.at("customerId-fault")).hasText("Δώστε τον κωδικό πελάτη όπως φαίνεται στον πίνακα ελέγχου.");
        assertThat(desk.at("customerId")).isFocused();
    }

    @Test
    void withoutAnAnswerThePinMustBeEnteredAgain() {
        var desk = ConsoleDesk.open(this);
        desk.page().route("**/v1/agent/verifications", route -> route.abort());

        desk.verify("1001", "123456");

        assertThat(desk.alert()).containsText("Δεν υπάρχει σύνδεση");
        assertThat(desk.at("pin")).hasValue("");
    }

    @Test
    void theCallerWithoutThePanelGetsThePinBySmsOnceAMinute() {
        var customer = ConsoleCustomer.fresh(stack);
        var desk = ConsoleDesk.open(this).type(customer.id(), "", "call-2");

        desk.button("Αποστολή PIN με SMS").click();
        assertThat(desk.page().locator(".console-sms")).containsText("Στάλθηκε στο +30 •••");
        assertThat(desk.at("pin")).isFocused();
        desk.button("Αποστολή PIN με SMS").click();

        assertThat(desk.page().locator(".console-sms")).containsText("Δεν μπορεί να σταλεί άλλο SMS ακόμη");
        assertThat(desk.page().locator(".console-wait")).containsText("Δοκιμάστε ξανά σε ");
    }

    @Test
    void anotherLanguageMeanwhileKeepsTheAnswer() {
        var customer = ConsoleCustomer.fresh(stack);
        var desk = ConsoleDesk.open(this);
        var asked = new ArrayList<Route>();
        desk.page().route("**/v1/agent/verifications", asked::add);
        desk.type(customer.id(), customer.wrongPin(), "call-1");
        desk.page().waitForCondition(() -> !asked.isEmpty());
        desk.button("English").click();

        asked.getFirst().resume();

        assertThat(desk.alert()).containsText("Wrong PIN");
        assertThat(desk.at("customerId")).hasValue(customer.id());
    }
}
