package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.local.testing.Trees;

/** The pages in another engine, where Debian's package firefox-esr is installed. */
class FirefoxBrowserTest {

    private static final String TOOLS = """
            const sleep = (time) => new Promise((done) => setTimeout(done, time));
            const until = async (find, what) => {
              for (let tries = 0; tries < 600; tries++) {
                const found = find();
                if (found) { return found; }
                await sleep(100);
              }
              throw new Error(what + ' did not come');
            };
            """;

    private final Stack stack = Stack.shared();
    private Firefox firefox;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isExecutable(Firefox.PROGRAM), "firefox-esr is not installed");
        firefox = Firefox.start();
    }

    @AfterEach
    void noPageComplains() {
        if (firefox != null) {
            firefox.close();
            assertThat(firefox.errors()).isEmpty();
        }
    }

    /** Panel, bar, console and back office, as the guide goes through them. */
    @Test
    void theGuidedMinuteWorks() {
        stack.call("DELETE", "/v1/panel/support-pin/activation", "", stack.token("customer", "1001", "{}"));
        firefox.open(stack.origin() + "/?lang=en");

        var seen = Trees.read(firefox.run("""
                (async () => {
                  %s
                  for (let step = 1; step <= 4; step++) {
                    (await until(() => document.querySelector('[data-next]:not([data-off])'), 'step ' + step)).click();
                    await until(() => document.querySelectorAll('.guide__step--done').length === step, 'the end of step ' + step);
                  }
                  await until(() => document.querySelector('.line--changed'), 'the record');
                  const bar = document.querySelector('support-pin-bar').shadowRoot;
                  await until(() => bar.querySelector('.call .deeds')?.textContent.includes('Done'), 'the call in the bar');
                  return JSON.stringify({
                    note: document.querySelector('.guide__note').textContent,
                    record: document.querySelector('.line--changed').textContent,
                    deeds: bar.querySelector('.call .deeds').textContent,
                    isLaidOut: bar.querySelector('.bar').getBoundingClientRect().width > 100,
                    ground: getComputedStyle(document.body).backgroundColor,
                  });
                })()
                """.formatted(TOOLS)));

        assertThat(seen.path("note").asText()).contains("with nothing typed");
        assertThat(seen.path("record").asText()).contains("shop.papadopoulou.gr A", "195.251.255.");
        assertThat(seen.path("deeds").asText()).isEqualTo("Done: DNS record change.");
        assertThat(seen.path("isLaidOut").asBoolean()).isTrue();
        assertThat(seen.path("ground").asText()).isEqualTo("rgb(244, 246, 248)");
    }

    /** Custom elements, constructed style sheets and shadow trees, in every tab. */
    @Test
    void theAccountPageAndTheSupervisorsPageAreThere() {
        ConsoleCustomer.maria(stack);
        firefox.open(stack.origin() + "/examples/account.html?customer=1001&lang=en");
        assertThat(firefox.run("""
                (async () => {
                  %s
                  const bar = document.querySelector('support-pin-bar');
                  await until(() => bar.dataset.status === 'active', 'the PIN');
                  const texts = [];
                  for (const tab of ['security', 'activity', 'mobile']) {
                    document.querySelector('#panel-' + tab).click();
                    texts.push(await until(() => document.querySelector('.panel__page').textContent.length > 40, tab));
                  }
                  return texts.join();
                })()
                """.formatted(TOOLS))).isEqualTo("true,true,true");
        firefox.open(stack.origin() + "/supervisor/?lang=en");
        assertThat(firefox.run("""
                (async () => {
                  %s
                  const page = document.querySelector('support-supervisor').shadowRoot;
                  return (await until(() => page.querySelector('[data-quiet], [data-section]'), 'the list')).isConnected;
                })()
                """.formatted(TOOLS))).isEqualTo("true");
    }
}
