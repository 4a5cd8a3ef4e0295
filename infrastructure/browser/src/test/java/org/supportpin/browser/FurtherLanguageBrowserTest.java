package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
}
