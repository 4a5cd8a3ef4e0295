package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.template.Place;
import org.supportpin.local.template.Template;

/** Both ends of the telephone on one screen, as one shows it in a meeting. */
class FrontPageBrowserTest extends PageTest {

    private static final String ELENI = "1002";

    /** Other tests may have activated her service. */
    private Page asEleni() {
        stack.call("DELETE", "/v1/panel/support-pin/activation", "", stack.token("customer", ELENI, "{}"));
        return open("/?customer=" + ELENI);
    }

    private static String shownPin(Page page) {
        return page.locator("support-pin-bar .pin > [aria-hidden]").textContent();
    }

    @Test
    void thePagesHaveTheHeadersOfCloudFront() {
        var template = Template.read(ProjectFiles.root().resolve("infrastructure/pages.yaml"));
        var promised = template.responseHeaders(new Place("eu-central-1", Map.of("ApiUrl", "'self'"), Map.of()));
        var response = Objects.requireNonNull(context().newPage().navigate("/"));
        assertThat(response.headers()).containsAllEntriesOf(promised);
        assertThat(promised).containsKey("content-security-policy");
    }

    @Test
    void fromActivationToAChangeOfDnsWithoutLeavingThePage() {
        var page = asEleni();
        var bar = Bar.on(page);
        bar.is("inactive");
        bar.action().click();
        bar.is("active");
        bar.sms().click();
        assertThat(page.locator(".sms__text").last()).containsText(shownPin(page));

        var desk = ConsoleDesk.on(page);
        desk.verify(ELENI, shownPin(page));
        desk.choose("change-dns-records").fill("""
                        /domain=allo.gr
                        /changes/0/op=upsert
                        /changes/0/name=shop
                        /changes/0/type=A
                        /changes/0/records/0=195.251.255.20
                        """).reviewed();
        desk.confirm();
        assertThat(desk.outcome("succeeded")).isVisible();

        var changed = page.locator(".line--changed");
        assertThat(changed).containsText("shop.allo.gr A");
        assertThat(changed).containsText("195.251.255.20");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ιστορικό"))
                .click();
        var done = page.locator(".deed").first();
        assertThat(done).containsText("Αλλαγή εγγραφών DNS");
        assertThat(done).containsText("Ολοκληρώθηκε");
        assertThat(done.locator("dd").first()).containsText("—");
        assertThat(done.locator("dd").last()).containsText("195.251.255.20");
    }

    @Test
    void halfAnHourLaterThePinIsAnother() {
        var page = asEleni();
        var bar = Bar.on(page);
        bar.action().click();
        bar.is("active");
        var before = shownPin(page);
        button(page, "+30 λεπτά").click();
        assertThat(page.locator("support-pin-bar .pin > [aria-hidden]")).not().hasText(before);
        assertThat(bar.announcement()).containsText("Νέο Support PIN");
    }

    @Test
    void theLanguageIsSwitchedEverywhereAndTheLightToo() {
        var page = asEleni();
        button(page, "EN").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(button(page, "EN")).isFocused();
        assertThat(page.locator("main")).containsText("Mobile services");
        assertThat(page.locator("support-agent-console")).containsText("New call");
        assertThat(Bar.on(page).action()).hasText("Activate");
        assertThat(page.locator("main")).not().containsText("Ενεργοποίηση");

        page.getByLabel("Light or dark theme").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        assertThat(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(14, 17, 22)");
    }

    @Test
    void anotherCustomerHasAnotherPanel() {
        var page = asEleni();
        page.locator(".chooser").selectOption("1001");
        assertThat(page.locator(".panel__head")).containsText("Μαρία Παπαδοπούλου");
        assertThat(page.locator(".lines")).containsText("papadopoulou.gr");
        assertThat(page.locator(".lines")).not().containsText("allo.gr");
    }
}
