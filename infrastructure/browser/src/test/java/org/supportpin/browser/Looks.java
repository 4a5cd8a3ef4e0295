package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.supportpin.local.contract.ProjectFiles;

/**
 * How a state of a page looks: to axe, which must find no violation; and, where the system property
 * {@code supportpin.screenshots} is set, in pictures in {@code docs/screenshots/}.
 */
enum Looks {
    /** What is Greek is looked at in the light, */
    GREEK("el", ColorScheme.LIGHT),
    /** and what is English in the dark: so each is tried in both, in half the time. */
    ENGLISH("en", ColorScheme.DARK);

    private static final Path PICTURES = ProjectFiles.root().resolve("docs/screenshots");
    private static final int NARROW = 320;
    /** Tall enough that a panel does not scroll: the bar must be at its bottom. */
    private static final int TALL = 1_000;

    private static final boolean PICTURED = Boolean.getBoolean("supportpin.screenshots");
    private static final String AXE = axe();
    private static final String FAULTS = """
            async (subject) => (await axe.run(subject, { resultTypes: ['violations'] })).violations
              .flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`))
            """;

    private final String lang;
    private final ColorScheme scheme;

    Looks(String lang, ColorScheme scheme) {
        this.lang = lang;
        this.scheme = scheme;
    }

    String lang() {
        return lang;
    }

    /** Each page of the context has axe from now on. */
    static void prepare(BrowserContext context) {
        context.addInitScript(AXE);
    }

    /** It is accessible according to axe, and nothing is cut off on a narrow screen. */
    void areGood(Page page, Locator subject, String name) {
        areAccessible(page, subject, name);
        picture(subject, name);
        var size = page.viewportSize();
        page.setViewportSize(NARROW, TALL);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as("%s does not scroll sideways", name)
                .isEqualTo(NARROW);
        if (this == GREEK) {
            picture(subject, name + "-narrow");
        }
        page.setViewportSize(size.width, size.height);
    }

    /** The same without a picture, for what is longer than anybody looks at. */
    void areAccessible(Page page, Locator subject, String name) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        assertThat(subject.evaluate(FAULTS))
                .as(name)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    /** A screenshot with this name. */
    static void picture(Page page, String name) {
        if (PICTURED) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        }
    }

    private void picture(Locator subject, String name) {
        if (PICTURED) {
            var light = scheme.name().toLowerCase(Locale.ROOT);
            subject.screenshot(
                    new ScreenshotOptions().setPath(PICTURES.resolve("%s-%s-%s.png".formatted(name, lang, light))));
        }
    }

    private static String axe() {
        try (var source = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Looks> all() {
        return List.of(values());
    }
}
