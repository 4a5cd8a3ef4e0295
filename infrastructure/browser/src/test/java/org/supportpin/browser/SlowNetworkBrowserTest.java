package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Goal 10: how long the pages take on a slow 3G line (400 ms there and back, 400 kbit/s), in units of an answer without anything in
 * it: only that travels between machines. A page whose modules are found one after the other takes a unit for each.
 */
class SlowNetworkBrowserTest extends PageTest {

    private static final int LATENCY = 400;
    private static final int BYTES_A_SECOND = 400_000 / 8;

    private Page slow() {
        var page = context().newPage();
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        var devTools = context().newCDPSession(page);
        devTools.send("Network.enable");
        devTools.send("Network.emulateNetworkConditions", line);
        return page;
    }

    private double empty() {
        return time(slow(), "/nothing-here", "html");
    }

    private static double time(Page page, String path, String usable) {
        var began = Instant.now();
        // Whoever uses a page does not wait until everything behind it has been loaded.
        page.navigate(path, new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.locator(usable).first().waitFor();
        return Duration.between(began, Instant.now()).toMillis();
    }

    private void assertAtMost(double units, String name, String path, String usable) {
        var unit = empty();
        var taken = time(slow(), path, usable);
        System.out.printf("slow 3G: %s %.0f ms, an empty page %.0f ms, %.1f times%n", name, taken, unit, taken / unit);
        assertThat(taken / unit)
                .as("%s: %s ms, an empty page %s ms", name, taken, unit)
                .isLessThan(units);
    }

    @Test
    void theAccountPageIsUsable() {
        var customer = Customer.active(stack);
        assertAtMost(8, "account", customer.accountPage("el"), "support-pin-mobile-services [data-action]");
    }

    @Test
    void theConsoleIsUsable() {
        assertAtMost(8, "console", "/console/?agent=agent-slow", "[id$=-pin]");
    }

    /** No module is found only after another has come. The front page never travels: it is the local stack's. */
    @Test
    void thePagesNameTheirModules() {
        for (var path : new String[] {"/console/", "/supervisor/"}) {
            var page = open(path);
            page.locator(
                            "support-agent-console .console-verify, support-supervisor .supervisor-quiet, support-supervisor section")
                    .first()
                    .waitFor();
            assertThat(page.evaluate("""
                    () => {
                      const named = [...document.querySelectorAll('link[rel=modulepreload], script')].map((each) => each.href || each.src);
                      return performance.getEntriesByType('resource').map((each) => each.name)
                        .filter((name) => name.endsWith('.js') && !named.includes(name)).join(' ');
                    }
                    """)).as(path).isEqualTo("");
        }
    }
}
