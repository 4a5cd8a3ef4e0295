package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bar and time: the PIN's, the computer's, and the polling interval. */
class BarTimeBrowserTest extends PageTest {

    private static final int POLL = 20_000;

    /** With time left in the half hour, whose start depends on the id, so that the PIN does not change during a test. */
    private final Customer customer = Stream.generate(() -> Customer.active(stack))
            .filter(each -> each.timeLeft().compareTo(Duration.ofMinutes(5)) > 0)
            .findFirst()
            .orElseThrow();

    /** With the page's clock controlled by the test, and the page's requests recorded. */
    private Page watched(List<String> asked) {
        var page = context().newPage();
        page.clock().install();
        page.onRequest(request -> {
            if (request.url().contains("/v1/")) {
                var tag = Optional.ofNullable(request.headerValue("if-none-match"));
                asked.add(request.method() + (tag.isPresent() ? " again" : " first"));
            }
        });
        page.navigate(customer.examplePage());
        return page;
    }

    private Page watched() {
        return watched(new ArrayList<>());
    }

    @Test
    void thePinChangesAtItsTimeWithoutAReload() {
        var before = customer.pin();
        var page = watched();
        var bar = Bar.on(page);
        bar.shows(before);
        assertThat(bar.announcement()).isEmpty();

        var left = customer.timeLeft();
        stack.advance(left);
        page.clock().fastForward(left.toMillis());

        assertThat(bar.announcement()).hasText(Pattern.compile("Νέο Support PIN: (\\d, ){5}\\d"));
        var after = customer.pin();
        bar.shows(after);
        assertThat(after).isNotEqualTo(before);
        assertThat(bar.announcement()).hasText("Νέο Support PIN: " + String.join(", ", after.split("")));
        assertThat(bar.everything()).doesNotContain(before);
    }

    @Test
    void aUsedPinIsReplacedWithinTwentySeconds() {
        var page = watched();
        var bar = Bar.on(page);
        var used = customer.pin();
        bar.shows(used);
        assertThat(customer.verify(used, "call-1").path("verificationId").asText())
                .isNotEmpty();

        page.clock().runFor(POLL);

        assertThat(customer.pin()).isNotEqualTo(used);
        bar.shows(customer.pin());
    }

    @Test
    void whileVisibleItAsksEveryTwentySecondsWhetherThePinIsAnother() {
        var asked = new ArrayList<String>();
        var page = watched(asked);
        Bar.on(page).shows(customer.pin());
        Polling.asks(page, asked::size, 65, 1, 3, 4);
        assertThat(asked.removeFirst()).isEqualTo("GET first");
        assertThat(asked).containsOnly("GET again");
    }

    @Test
    void aHiddenTabAsksNothingAndAsksAtOnceWhenItIsSeen() {
        var asked = new ArrayList<String>();
        var page = watched(asked);
        var bar = Bar.on(page);
        bar.shows(customer.pin());
        hide(page, true);
        page.clock().runFor(Duration.ofMinutes(5).toMillis());
        assertThat(asked).containsExactly("GET first");

        customer.verify(customer.pin(), "call-1");
        hide(page, false);
        bar.shows(customer.pin());
    }

    private void hide(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }

    @Test
    void withoutAConnectionAPinIsShownToItsEndAndNotBeyond() {
        var page = watched();
        var bar = Bar.on(page);
        var pin = customer.pin();
        bar.shows(pin);
        context().setOffline(true);

        page.clock().runFor(POLL);
        assertThat(bar.element()).containsText("Χωρίς σύνδεση");
        bar.shows(pin);
        page.clock().fastForward(customer.timeLeft().toMillis());
        bar.is("offline");
        assertThat(bar.message()).hasText("Χωρίς σύνδεση. Το PIN θα εμφανιστεί μόλις επανέλθει.");
        assertThat(bar.everything()).doesNotContain(pin, String.join(", ", pin.split("")));

        context().setOffline(false);
        bar.shows(customer.pin());
    }

    @Test
    void aComputerWithAWrongClockCountsByTheServicesTime() {
        var page = context().newPage();
        page.clock().install(new Clock.InstallOptions().setTime("2001-01-01T00:00:00Z"));
        page.navigate(customer.examplePage());
        var bar = Bar.on(page);
        bar.shows(customer.pin());
        var left = customer.timeLeft();
        assertThat(bar.element().locator("[role=timer]"))
                .hasText(
                        Pattern.compile("Αλλάζει σε (%d|%d):\\d\\d".formatted(left.toMinutes(), left.toMinutes() + 1)));
    }

    @Test
    void aComputerThatSleptPastThePinsTimeDoesNotShowIt() {
        var asked = new ArrayList<String>();
        var page = watched(asked);
        var bar = Bar.on(page);
        var before = customer.pin();
        bar.shows(before);
        stack.advance(Duration.ofMinutes(30));

        page.clock().fastForward("31:00");

        bar.shows(customer.pin());
        assertThat(bar.everything()).doesNotContain(before);
    }
}
