package org.supportpin.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** One browser for all tests of a thread, which run one after the other; Playwright serves no other thread. */
final class Chromium {

    /** The first that is there: the shell has the engine without the windows around it, and opens a page in half the time. */
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private static final ThreadLocal<Browser> SHARED = ThreadLocal.withInitial(Chromium::launch);

    private Chromium() {}

    private static Browser launch() {
        var playwright = Playwright.create();
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program().orElseThrow())
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Optional<Path> program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    }

    static Browser shared() {
        Assumptions.assumeTrue(
                program().isPresent(),
                "There is none of " + PROGRAMS + "; install Debian's package chromium to run the tests in a browser.");
        return SHARED.get();
    }
}
