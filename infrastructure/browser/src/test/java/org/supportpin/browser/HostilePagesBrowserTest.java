package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.contract.ProjectFiles;

/** The recipes of docs/panel-integration.md in pages that would break them, under a strict Content-Security-Policy. */
class HostilePagesBrowserTest extends PageTest {

    /** Differences of a colour that only anti-aliasing makes. */
    private static final int SMOOTHING = 24;

    private static final int BAR = 66;

    private static final String BOOTSTRAP_3 = """
            html { font-size: 10px; font-family: sans-serif; -webkit-tap-highlight-color: rgba(0,0,0,0); } * { box-sizing: content-box; }
            body { font: 14px/1.42857143 Helvetica, Arial; color: #333; } button, input, select { font: inherit; line-height: inherit; margin: 5px; }
            p { margin: 0 0 10px; } .pin, .name, .bar, .code { background: red; float: left; width: 50%; } .hidden { display: block !important; }
            label { display: inline-block; max-width: 100%; margin-bottom: 5px; font-weight: 700; } [hidden] { display: block !important; }
            """;
    private static final String BOOTSTRAP_5 = """
            :root { --ground: #000; --ink: #f0f; --accent: #0ff; --soft: red; --line: lime; } *, *::before { box-sizing: border-box; }
            body { margin: 0; font: 400 1rem/1.5 system-ui; color: #212529; -webkit-text-size-adjust: 100%; }
            .card { position: relative; display: flex; border: 9px solid; } .end, .left, .line { display: none !important; }
            button { border-radius: 0; text-transform: none; } svg { vertical-align: middle; } p { margin-top: 0; margin-bottom: 1rem; }
            """;
    private static final Map<String, String> STYLES = Map.of(
            "bootstrap-3", BOOTSTRAP_3,
            "bootstrap-5", BOOTSTRAP_5,
            "all-unset", "* { all: unset; } style, script, link, head, title, meta { display: none; }",
            "tiny", "html { font-size: 10px; } body { font-size: 1rem; }",
            "shouting",
                    "* { text-transform: uppercase; letter-spacing: 4px; word-spacing: 9px; font-style: italic; text-align: right; line-height: 3; }",
            "narrowed",
                    "body > * { max-width: 300px; margin: 40px auto; opacity: 0.5; padding: 30px; border: 3px solid red; }",
            "overflowing", "html, body { overflow-x: hidden; } .wrapper { overflow-x: hidden; min-height: 300vh; }",
            "short", "body { height: 40px; margin: 0; }");

    private final Customer customer = Customer.active(stack);

    @BeforeEach
    void serveTheViewAndTheToken() {
        context()
                .route(
                        "**/v1/panel/support-pin",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody("""
                        {"status":"active","asOf":"2026-11-22T14:00:00Z","pin":"048213","validFrom":"2026-11-22T14:00:00Z",
                         "validUntil":"2026-11-22T23:00:00Z","maskedNumber":"+30 ••• ••• ••78","phoneVerification":"open","telephone":"open",
                         "sms":{"availableAt":"2026-11-22T14:00:00Z"}}
                        """)));
        context()
                .route(
                        "**/session/support-pin-token",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"token\":\"%s\"}".formatted(customer.token()))));
    }

    /** The blocks of a language below a heading of the document, with what a server fills in filled in. */
    private String recipe(String heading, String language) {
        try {
            var document = Files.readString(ProjectFiles.root().resolve("docs/panel-integration.md"));
            var section = document.substring(document.indexOf("### " + heading + "\n"));
            var block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                    .matcher(section);
            assertThat(block.find()).as(heading).isTrue();
            return block.group(1)
                    .replaceAll("<\\?=.*?\\?>", "el")
                    .replaceAll("(?s)<\\?php.*?\\?>", "")
                    .replaceAll("https://(pin|api)\\.example\\.gr", stack.origin())
                    .replace("api=\"el\"", "api=\"" + stack.origin() + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page hostile(String style, String markup) {
        context()
                .route(
                        "**/hostile.css",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/css")
                                .setBody(STYLES.getOrDefault(style, ""))));
        context()
                .route(
                        "**/hostile.html",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/html; charset=utf-8")
                                .setHeaders(Map.of(
                                        "Content-Security-Policy",
                                        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src data:;"
                                                + " require-trusted-types-for 'script'",
                                        "Content-Type",
                                        "text/html; charset=utf-8"))
                                .setBody(
                                        "<!doctype html><html lang=el><head><title>Panel</title><link rel=stylesheet href=/hostile.css>"
                                                + "<link rel=icon href=data:,></head><body><div class=wrapper><h1>Panel</h1></div>"
                                                + markup + "</body></html>")));
        var page = open("/hostile.html");
        var bar = Bar.on(page);
        bar.is("active");
        bar.shows("048213");
        bar.element().evaluate("""
                (bar) => {
                  bar.setAttribute('theme', 'light');
                  bar.shadowRoot.querySelector('[role=timer]').style.visibility = 'hidden';
                }
                """);
        return page;
    }

    private static BufferedImage bar(Page page) {
        var size = page.viewportSize();
        var clip = new Page.ScreenshotOptions().setClip(0, size.height - BAR, size.width, BAR);
        try {
            return ImageIO.read(new ByteArrayInputStream(page.screenshot(clip)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long differences(BufferedImage one, BufferedImage other) {
        long found = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int before = one.getRGB(x, y) >> shift & 0xff;
                    int after = other.getRGB(x, y) >> shift & 0xff;
                    found += Math.abs(before - after) > SMOOTHING ? 1 : 0;
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bootstrap-3", "bootstrap-5", "all-unset", "tiny", "shouting", "narrowed", "overflowing", "short"
            })
    void theBarLooksAsOnThePlainPage(String style) {
        var markup = recipe("Plain HTML", "html");
        var plain = bar(hostile("plain", markup));
        assertThat(differences(plain, bar(hostile(style, markup)))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Plain HTML,html", "PHP,php"})
    void theRecipesWorkUnderAStrictPolicy(String heading, String language) {
        var page = hostile("bootstrap-5", recipe(heading, language));
        assertThat(page.locator("support-pin-bar .line")).containsText("Κανείς από εμάς");
    }

    /** As the recipe for React does it: a property that is set before the module is there, and another function at each render. */
    @Test
    void aFunctionForEachRenderNeitherRestartsTheBarNorIsAskedAgain() {
        var page = open("/examples/panel.html?customer=" + customer.id());
        page.evaluate("""
                async (token) => {
                  document.querySelector('support-pin-bar').remove();
                  const early = document.createElement('support-pin-bar');
                  window.asked = 0;
                  const render = () => { early.token = async () => { window.asked++; return token; }; };
                  render();
                  document.body.append(early);
                  for (let times = 0; times < 50; times++) { render(); await new Promise((done) => setTimeout(done, 20)); }
                }
                """, customer.token());
        Bar.on(page).shows("048213");
        assertThat((int) page.evaluate("() => window.asked")).isBetween(1, 2);
    }

    @Test
    void atFourHundredPercentItCoversAThirdAtMostAndUnfolds() {
        var page = hostile("plain", recipe("Plain HTML", "html"));
        page.setViewportSize(320, 215);
        var frame = page.locator("support-pin-bar .frame");
        assertThat(frame.boundingBox().height).isLessThan(90);
        assertThat(page.locator("support-pin-bar .sms")).isHidden();
        button(page, "Περισσότερα").click();
        assertThat(page.locator("support-pin-bar .sms")).isVisible();
    }

    @Test
    void aSessionThatIsOverIsNotAskedForAllTheTime() {
        var page = context().newPage();
        page.clock().install();
        var asked = new AtomicInteger();
        context().route("**/v1/panel/support-pin", route -> {
            asked.incrementAndGet();
            route.fulfill(new FulfillOptions()
                    .setStatus(401)
                    .setContentType("application/json")
                    .setBody("{}"));
        });
        page.navigate(customer.examplePage());
        Bar.on(page).is("session");
        for (int seconds = 0; seconds < 300; seconds += 5) {
            page.clock().runFor(5_000);
        }
        assertThat(asked.get()).isBetween(6, 20);
    }
}
