package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.ProjectFiles;

/** The recipes of docs/panel-integration.md in pages that would break them, under a strict Content-Security-Policy. */
class HostilePagesBrowserTest extends PageTest {

    /** Differences of a colour that only anti-aliasing makes. */
    private static final int SMOOTHING = 24;

    /** One colour in so many may differ: a curve that begins elsewhere within its pixel. A border or a word makes thousands. */
    private static final int SMOOTHED = 1000;

    /** Rules that neither Bootstrap has, for names that the bar uses. */
    private static final String SAME_NAMES = """
            :root { --ground: #000; --ink: #f0f; --accent: #0ff; --soft: red; --line: lime; }
            .pin, .name, .bar, .code, .card, .digits, .deeds { background: red; float: left; width: 50%; border: 9px solid; }
            .end, .left, .line, .said { display: none !important; } .hidden, [hidden] { display: block !important; }
            """;

    private static final Map<String, String> STYLES = Map.of(
            "bootstrap-3", library("bootstrap/3.4.1/css/bootstrap.min.css").replaceAll("@font-face\\{[^}]*}", ""),
            "bootstrap-5", library("bootstrap/5.3.8/dist/css/bootstrap.min.css"),
            "same-names", SAME_NAMES,
            "all-unset", "* { all: unset; } style, script, link, head, title, meta { display: none; }",
            "tiny", "html { font-size: 10px; } body { font-size: 1rem; }",
            "shouting",
                    "* { text-transform: uppercase; letter-spacing: 4px; word-spacing: 9px; font-style: italic; text-align: right; line-height: 3; }",
            "narrowed",
                    "body > * { max-width: 300px; margin: 40px auto; opacity: 0.5; padding: 30px; border: 3px solid red; }",
            "overflowing", "html, body { overflow-x: hidden; } .wrapper { overflow-x: hidden; min-height: 300vh; }",
            "short", "body { height: 40px; margin: 0; }");

    /** What goes on while the pages are compared. */
    private static final Map<String, String> LIVE =
            Map.of("nothing", "", "a-call", """
            ,"call":{"agent":{"id":"agent-7"},"source":"panel","since":"2026-11-22T14:00:00Z","expiresAt":"2036-11-22T14:00:00Z",
             "actions":[{"action":"change-dns-records","status":"succeeded","summary":{"el":"Ολοκληρώθηκε","en":"Done"}}]}""", "a-question", """
            ,"request":{"agent":{"id":"agent-7"},"since":"2026-11-22T14:00:00Z","expiresAt":"2036-11-22T14:00:00Z","attemptsLeft":3}""", "a-deed", """
            ,"waiting":[{"actionId":"a","action":"change-nameservers","risk":"high","requestedAt":"2026-11-22T14:00:00Z",
             "summary":{"el":"Θα γίνει: αλλαγή nameservers.","en":"To be done: nameserver change."},
             "changes":[{"what":"a.gr NS","before":"ns1.a.gr","after":"ns1.b.gr"}],
             "warnings":[{"code":"mail-stops","text":{"el":"Το e-mail σταματά.","en":"Email stops."}}],
             "waitingFor":["consent"],"until":"2036-11-22T14:00:00Z","consentBy":"panel"}]""");

    private final Customer customer = Customer.active(stack);
    private String live = "";

    /** A file of a library, as it is published. */
    private static String library(String path) {
        try (var file = HostilePagesBrowserTest.class.getResourceAsStream("/META-INF/resources/webjars/" + path)) {
            return new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
                         "sms":{"availableAt":"2026-11-22T14:00:00Z"}%s}
                        """.formatted(live))));
        answersToken("/session/support-pin-token", customer.token());
    }

    /** The blocks of a language below a heading of the document, with what a server fills in filled in. */
    private String recipe(String heading, String language) {
        return recipe(heading, language, 1);
    }

    private String recipe(String heading, String language, int number) {
        try {
            var document = Files.readString(ProjectFiles.root().resolve("docs/panel-integration.md"));
            var section = document.substring(document.indexOf("### " + heading + "\n"));
            var block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                    .matcher(section);
            for (int i = 0; i < number; i++) {
                assertThat(block.find()).as(heading).isTrue();
            }
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
        assertThat(page.locator("support-pin-bar .card")).hasCount(live.isEmpty() ? 0 : 1);
        bar.element().evaluate("""
                (bar) => {
                  bar.setAttribute('theme', 'light');
                  bar.shadowRoot.querySelector('[role=timer]').style.visibility = 'hidden';
                }
                """);
        return page;
    }

    /** With whatever goes on above it. */
    private static BufferedImage bar(Page page) {
        var size = page.viewportSize();
        var height = page.locator("support-pin-bar .frame").boundingBox().height;
        var clip = new Page.ScreenshotOptions().setClip(0, size.height - height, size.width, height);
        try {
            return ImageIO.read(new ByteArrayInputStream(page.screenshot(clip)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long differences(BufferedImage one, BufferedImage other) {
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
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

    private static Stream<Arguments> stylesWithWhatGoesOn() {
        return LIVE.keySet().stream()
                .sorted()
                .flatMap(live -> STYLES.keySet().stream().sorted().map(style -> Arguments.of(style, live)));
    }

    @ParameterizedTest
    @MethodSource("stylesWithWhatGoesOn")
    void theBarLooksAsOnThePlainPage(String style, String goesOn) {
        live = Objects.requireNonNull(LIVE.get(goesOn));
        var markup = recipe("Plain HTML", "html");
        var plain = bar(hostile("plain", markup));
        var seen = bar(hostile(style, markup));
        assertThat(differences(plain, seen)).isLessThan(plain.getWidth() * plain.getHeight() / SMOOTHED);
    }

    @ParameterizedTest
    @CsvSource({"Plain HTML,html", "PHP,php"})
    void theRecipesWorkUnderAStrictPolicy(String heading, String language) {
        var page = hostile("bootstrap-5", recipe(heading, language));
        assertThat(page.locator("support-pin-bar .line")).containsText("Κανείς από εμάς");
    }

    private void serveScript(String path, String script) {
        context()
                .route(
                        "**" + path,
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/javascript; charset=utf-8")
                                .setBody(script)));
    }

    /** React as it is published, for Node, in a page. */
    private static String react() {
        var parts = Map.of(
                        "react", "react/19.2.0/cjs/react.production.js",
                        "react-dom", "react-dom/19.2.0/cjs/react-dom.production.js",
                        "react-dom/client", "react-dom/19.2.0/cjs/react-dom-client.production.js",
                        "scheduler", "scheduler/0.27.0/cjs/scheduler.production.js")
                .entrySet()
                .stream()
                .map(each ->
                        "\"%s\": (module, exports, require) => {%s}".formatted(each.getKey(), library(each.getValue())))
                .collect(Collectors.joining(",\n"));
        return """
                const files = {%s};
                const made = {};
                const require = (name) => {
                  if (made[name] === undefined) {
                    const module = made[name] = { exports: {} };
                    files[name](module, module.exports, require);
                  }
                  return made[name].exports;
                };
                window.React = require("react");
                window.createRoot = require("react-dom/client").createRoot;
                """.formatted(parts);
    }

    /** What a compiler makes of the one element that the recipes have. */
    private static String withoutJsx(String recipe) {
        return Pattern.compile("<support-pin-bar ([^>]*?) ?/>")
                .matcher(recipe)
                .replaceAll(element -> Matcher.quoteReplacement("React.createElement('support-pin-bar', {"
                        + element.group(1).replaceAll("([a-z-]+)=(?:\\{(.*?)}|(\".*?\"))", "'$1': $2$3,")
                        + "})"));
    }

    private Page inReact(int number, String render) {
        serveScript("/react.js", react());
        serveScript(
                "/recipe.js",
                "const { useEffect, useRef } = React;\n" + withoutJsx(recipe("React", "jsx", number))
                        + "\nconst root = createRoot(document.getElementById('app'));\n" + render);
        return hostile(
                "bootstrap-5",
                "<div id=app></div><script src=/react.js></script><script type=module src=/recipe.js></script>"
                        + "<script type=module src=/bar/support-pin-bar.js></script>");
    }

    @Test
    void theRecipeForReactWorks() {
        var page = inReact(1, "root.render(React.createElement(SupportPinBar, { language: 'en' }));");

        assertThat(page.locator("support-pin-bar .line")).containsText("Nobody from us");
    }

    /** Its property is set before the module is there, and to another function at each render. */
    @Test
    void aFunctionForEachRenderNeitherRestartsTheBarNorIsAskedAgain() {
        var page = inReact(2, """
                window.asked = 0;
                for (let times = 0; times < 50; times++) {
                  const getToken = async () => { window.asked++; return "%s"; };
                  root.render(React.createElement(SupportPinBar, { getToken }));
                  await new Promise((done) => setTimeout(done, 20));
                }
                window.rendered = true;
                """.formatted(customer.token()));

        page.waitForFunction("() => window.rendered");
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
        Polling.asks(page, asked::get, 300, 5, 6, 20);
    }
}
