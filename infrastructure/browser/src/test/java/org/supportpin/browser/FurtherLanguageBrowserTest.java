package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Pages in a language that is files alone: German, and one that a test makes up. */
class FurtherLanguageBrowserTest extends PageTest {

    private static final String GREEK = "\\p{IsGreek}";

    private Bar bar(Customer customer, String locale) {
        var claims = URLEncoder.encode("{\"locale\":\"" + locale + "\"}", StandardCharsets.UTF_8);
        return Bar.on(open("/examples/panel.html?customer=" + customer.id() + "&claims=" + claims));
    }

    @Test
    void theBarSpeaksTheLocalesLanguage() {
        var bar = bar(Customer.withoutMobile(stack), "de-AT");

        assertThat(bar.action()).hasText("Mobilnummer hinterlegen");
        assertThat(bar.message()).hasText("Hinterlegen Sie Ihre Mobilnummer, um die Support PIN zu aktivieren.");
        bar.element().evaluate("bar => bar.setAttribute('lang', 'el')");
        assertThat(bar.action()).hasText("Δήλωση κινητού");
        bar.element().evaluate("bar => bar.setAttribute('lang', 'de')");
        assertThat(bar.action()).hasText("Mobilnummer hinterlegen");
    }

    @Test
    void aFileIsEnough() {
        context()
                .route(
                        "**/bar/texts/qps.js",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/javascript")
                                .setBody("export const WORDS = { \"Register mobile\": \"[Řegister]\" };")));

        assertThat(bar(Customer.withoutMobile(stack), "qps-ploc").action()).hasText("[Řegister]");
    }

    @Test
    void aLanguageThatIsNotThereIsGreek() {
        assertThat(bar(Customer.withoutMobile(stack), "fr-FR").action()).hasText("Δήλωση κινητού");
    }

    @Test
    void theAccountIsInGerman() {
        var page = open(Customer.active(stack).accountPage("de"));

        for (var tab : new String[] {"Mobildienste", "Sicherheit", "Verlauf"}) {
            page.getByText(tab, new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            assertThat(page.locator("#panel-page")).not().hasText("");
            Assertions.assertThat(page.locator("main").innerText())
                    .contains("Kontodaten")
                    .doesNotContainPattern(GREEK);
        }
        assertThat(page.locator("html")).hasAttribute("lang", "de");
    }

    @Test
    void theConsoleOffersGermanAndSpeaksIt() {
        var desk = ConsoleDesk.open(this);
        desk.button("Deutsch").click();

        assertThat(desk.page().locator("html")).hasAttribute("lang", "de");
        assertThat(desk.button("Deutsch")).hasAttribute("aria-pressed", "true");
        assertThat(desk.stage()).containsText("Neuer Anruf");
        var customer = Customer.active(stack);
        desk.verify(customer.id(), customer.pin());
        assertThat(desk.stage()).containsText("Was braucht der Kunde?");
        assertThat(desk.stage()).containsText("DNS-Einträge ändern");
        Assertions.assertThat(desk.stage().innerText()).doesNotContainPattern(GREEK);
    }

    @Test
    void theSupervisorsPageIsInGerman() {
        // Without one the page says nothing of audits, and its schedule may not have come yet.
        assertThat(context().request().post("/local/rotation-audit")).isOK();
        var page = open("/supervisor/?lang=de");

        assertThat(page).hasTitle("Support PIN – Schichtleitung");
        assertThat(page.locator("support-supervisor")).containsText("Letzte Prüfungen der Aufzeichnung");
    }

    private static void next(Page page, String step) {
        var now = page.locator("[data-step=%s]".formatted(step));
        now.locator("[data-next]").click();
        assertThat(now).hasClass("guide__step guide__step--done");
    }

    /** From the code of a German SMS on; and a call outlives each change of language. */
    @Test
    void theFrontPageOffersGermanAndTheCallGoesOnInIt() {
        var page = open("/?customer=front-de");
        button(page, "DE").click();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page).hasTitle("Support PIN – lokaler Stack");
        assertThat(button(page, "DE")).isFocused();
        assertThat(button(page, "DE")).hasAttribute("aria-pressed", "true");

        next(page, "activate");
        assertThat(page.locator(".sms__text").last()).containsText("bestätigt Ihre Mobilnummer");
        next(page, "call");
        var desk = page.locator("support-agent-console");
        assertThat(desk).containsText("Was braucht der Kunde?");
        button(page, "ΕΛ").click();
        assertThat(desk).hasAttribute("data-screen", "actions");
        assertThat(page.locator("[data-step=ask] [data-next]")).hasText("Ζητήστε το");
        button(page, "DE").click();
        assertThat(desk).containsText("Was braucht der Kunde?");
        assertThat(desk).hasAttribute("data-screen", "actions");
    }

    @Test
    void theFrontPageOpensInTheLanguageOfItsAddress() {
        var page = open("/?lang=de");

        assertThat(page.locator(".guide__title")).hasText("In einer Minute wissen, wer anruft");
        assertThat(page.locator(".panel__head")).containsText("Maria Papadopoulou");
        assertThat(page.locator("support-agent-console")).containsText("Neuer Anruf");
    }

    /** As where a line is slow: what was asked for last is what is spoken. */
    @Test
    void aLanguageThatComesLateChangesNothingAnyMore() {
        var page = open("/");
        var held = new AtomicReference<Route>();
        page.route("**/front/texts/de.js", held::set);
        button(page, "DE").click();
        page.waitForCondition(() -> held.get() != null);
        button(page, "EN").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        held.get().resume();
        page.evaluate("() => import('/front/texts/de.js')");

        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }
}
