package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The console in a page whose rules reach for everything: it looks as in a plain page, and the page as without it. */
class ConsoleHostileBrowserTest extends PageTest {

    private static final String HOSTILE = """
            *, *::before, *::after { all: unset; }
            html { font-size: 10px; }
            body { display: block; text-transform: uppercase; letter-spacing: 4px; font: italic 30px/3 serif; color: red; text-align: right; }
            h1, h2, h3, p, ul, li, button, input, label, div, span, dl, dt, dd { margin: 20px !important; color: lime !important; border: 3px solid !important; }
            .card, .button, .row, .input, .badge, .notice, .small, .field, .table { display: none !important; }
            support-agent-console { display: block !important; margin: 0 !important; border: 0 !important; }
            """;

    /** Everything of the page goes, but the console and what the test says. */
    private static final String ALONE = """
            (rules) => {
              document.querySelectorAll('link[rel=stylesheet]').forEach((each) => each.remove());
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('html, body { margin: 0; background: white; color-scheme: light; } head { display: none; } support-agent-console { display: block; position: absolute; top: 0; left: 0; width: 900px; }');
              const hostile = new CSSStyleSheet();
              hostile.replaceSync(rules);
              document.adoptedStyleSheets = [hostile, sheet];
              document.body.replaceChildren(document.querySelector('support-agent-console'));
              document.activeElement.shadowRoot?.activeElement?.blur();
            }
            """;

    private byte[] picture(String rules) {
        var page = open("/console/?lang=en&agent=agent-hostile");
        assertThat(page.locator(".console-pin")).isVisible();
        page.evaluate(ALONE, rules);
        return shot(page);
    }

    private static byte[] shot(Page page) {
        var console = page.locator("support-agent-console");
        assertThat(console).isVisible();
        return console.screenshot();
    }

    @Test
    void theFirstScreenIsTheSameToThePixel() {
        assertThat(picture(HOSTILE)).isEqualTo(picture(""));
    }

    @Test
    void aVerifiedCallIsTheSameToThePixelButForTheTime() {
        var hostile =
                ConsoleDesk.on(open("/console/?lang=en&agent=agent-hostile")).verified(ConsoleCustomer.maria(stack));
        hostile.page().evaluate(ALONE, "");
        // One page, twice: its time is hidden, everything else compared.
        hostile.page()
                .evaluate(
                        "() => document.querySelector('support-agent-console').shadowRoot.querySelector('.console-bar-facts').remove()");
        var plain = shot(hostile.page());
        hostile.page().evaluate(ALONE, HOSTILE);

        assertThat(shot(hostile.page())).isEqualTo(plain);
    }

    @Test
    void theConsoleLeavesThePageAlone() {
        var page = open("/console/?lang=en");
        assertThat(
                        page.evaluate(
                                "() => [document.adoptedStyleSheets.length, document.querySelector('support-agent-console').children.length].join()"))
                .isEqualTo("0,0");
    }
}
