package org.supportpin.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One browser for all tests of a thread, which run one after another; Playwright objects belong to one thread. */
final class Chromium {

    /** The first that is installed is used. The headless shell is the same engine without windows and opens a page in half the time. */
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
                        .setExecutablePath(program())
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

    /** These tests run only if asked for, so a missing browser is a failure. */
    private static Path program() {
        return PROGRAMS.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No browser found, looked for " + PROGRAMS + ". Install Debian's package chromium."));
    }

    static Browser shared() {
        return SHARED.get();
    }
}
