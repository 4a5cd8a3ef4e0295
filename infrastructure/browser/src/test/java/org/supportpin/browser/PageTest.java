package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh context for each test. No page may fail, run injected code, or send requests elsewhere. */
abstract class PageTest {

    /** The browser reports a refusal that a test provokes as a failed resource. */
    private static final String REFUSED = "Failed to load resource";

    private static final int WIDE = 1280;
    private static final int HIGH = 860;
    /** Only a busy machine takes this long. */
    private static final double TIMEOUT = 30_000;

    protected final Stack stack;
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    PageTest() {
        this(Stack.shared());
    }

    PageTest(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void openContext() {
        context = Chromium.shared()
                .newContext(new NewContextOptions()
                        .setBaseURL(stack.origin())
                        .setLocale("el-GR")
                        .setTimezoneId("Europe/Athens")
                        .setViewportSize(WIDE, HIGH));
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT);
        context.setDefaultTimeout(TIMEOUT);
        context.onPage(this::watch);
    }

    private void watch(Page page) {
        page.onPageError(error -> complaints.add("error: " + error));
        page.onDialog(dialog -> {
            // Whoever leaves a page with something unsent is asked.
            if (!dialog.type().equals("beforeunload")) {
                complaints.add("dialog: " + dialog.message());
            }
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().startsWith(REFUSED)) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!isOwn(request.url())) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
    }

    /** Where a page may send requests to. */
    protected boolean isOwn(String url) {
        return url.startsWith(stack.origin() + "/");
    }

    /** A page of the context, at a path. */
    protected Page open(String path) {
        var page = context.newPage();
        page.navigate(path);
        return page;
    }

    /** A button by its whole name. */
    protected static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    protected BrowserContext context() {
        return context;
    }

    /** A route of the page's own, which answers a token to its session. */
    protected void answersToken(String route, String token) {
        context.route(
                "**" + route,
                asked -> asked.fulfill(new FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"token\":\"%s\"}".formatted(token))));
    }

    @AfterEach
    void closeContext() {
        // A request that is answered by the test while the context closes would fail it.
        context.unrouteAll();
        context.close();
        assertThat(complaints).isEmpty();
    }
}
