package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bar must never do: each of these fails when one of its controls is taken away. */
class BarGuardsBrowserTest extends PageTest {

    private static final String PIN = "**/v1/panel/support-pin";
    private static final String FIRST = "048213";
    private static final String SECOND = "771904";
    private static final int POLL = 20_000;
    private static final int SECONDS = 1_000;

    private final Customer customer = Customer.active(stack);

    private static void keepWaiting(Route route) {
        // No answer comes.
    }

    /** An instant from now on. */
    private static String in(int seconds) {
        return Instant.now().plusSeconds(seconds).toString();
    }

    private static String active(String pin, String live) {
        return """
                {"status":"active","asOf":"%1$s","pin":"%2$s","validFrom":"%1$s","validUntil":"%3$s","maskedNumber":"+30 ••• ••• ••78",
                 "phoneVerification":"open","telephone":"open","sms":{"availableAt":"%1$s"}%4$s}
                """.formatted(in(0), pin, in(1_800), live);
    }

    private void given(int status, String body) {
        context().unroute(PIN);
        context()
                .route(
                        PIN,
                        route -> route.fulfill(new FulfillOptions()
                                .setStatus(status)
                                .setContentType("application/json")
                                .setBody(body)));
    }

    /** With the page's clock in the test's hand. */
    private Page watched() {
        var page = context().newPage();
        page.clock().install();
        page.navigate(customer.examplePage());
        return page;
    }

    private static void showsNothingOf(Page page, String pin) {
        assertThat(Bar.on(page).everything()).doesNotContain(pin, String.join(", ", pin.split("")));
    }

    @Nested
    class TimeIsOver {

        /** A feed of its own, whose second request waits. */
        private Page feed(int milliseconds) {
            var page = watched();
            page.evaluate("""
                    async ([milliseconds]) => {
                      const { PinFeed } = await import('/bar/pin-feed.js');
                      const at = (later) => new Date(Date.now() + later).toISOString();
                      const body = { status: 'active', asOf: at(0), pin: '048213', validUntil: at(milliseconds), sms: { availableAt: at(0) } };
                      window.seen = [];
                      let asked = 0;
                      const answer = { status: 200, headers: new Headers(), body };
                      const feed = new PinFeed(() => (++asked === 1 ? Promise.resolve(answer) : new Promise(() => {})), ({ status }) => seen.push(status));
                      feed.start();
                    }
                    """, List.of(milliseconds));
            page.waitForFunction("() => window.seen[0] === 'active'");
            return page;
        }

        @Test
        void thePinGoesToTheMomentAndNotAtTheNextRequest() {
            var page = feed(5_500);
            page.clock().runFor(5_600);
            assertThat(page.evaluate("() => seen")).isEqualTo(List.of("active", "renewing"));
        }

        /** Nothing that a sleeping computer had planned has happened yet. */
        @Test
        void aTabThatIsSeenAgainShowsNoOldPinWhileItAsks() {
            var page = feed(600 * SECONDS);
            page.clock().setSystemTime(System.currentTimeMillis() + 601L * SECONDS);
            page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(page.evaluate("() => seen")).isEqualTo(List.of("active", "renewing"));
        }

        @Test
        void aComputerThatWakesUpWithTheTabInViewDropsItWithinASecond() {
            given(200, active(FIRST, ""));
            var page = watched();
            Bar.on(page).shows(FIRST);
            context().unroute(PIN);
            context().route(PIN, BarGuardsBrowserTest::keepWaiting);

            page.clock().setSystemTime(System.currentTimeMillis() + 1_860L * SECONDS);
            page.clock().runFor(SECONDS);

            Bar.on(page).is("renewing");
            showsNothingOf(page, FIRST);
        }

        @Test
        void whatIsTypedStaysWhenThePinChanges() {
            given(200, active(FIRST, """
                    ,"waiting":[{"actionId":"a","action":"recall-gr-domain","summary":{"el":"Ανάκληση.","en":"Recall."},"changes":[],"warnings":null,
                     "waitingFor":["consent"],"until":"%1$s","consentBy":"panel"}]
                    """.formatted(in(3_600))));
            var page = watched();
            page.locator("support-pin-bar .digits").fill("123");
            context().unroute(PIN);
            context().route(PIN, BarGuardsBrowserTest::keepWaiting);

            page.clock().setSystemTime(System.currentTimeMillis() + 1_860L * SECONDS);
            page.clock().runFor(SECONDS);

            Bar.on(page).is("renewing");
            assertThat(page.locator("support-pin-bar .digits")).hasValue("123");
        }

        @Test
        void whatWaitsAndWhoCallsLeaveTheScreenEvenWithoutAConnection() {
            given(200, active(FIRST, """
                    ,"waiting":[{"actionId":"a","action":"recall-gr-domain","summary":{"el":"Ανάκληση.","en":"Recall."},"changes":[],"warnings":null,
                     "waitingFor":["consent"],"until":"%1$s","consentBy":"panel"}],
                     "calls":[{"agent":{"id":"agent-7"},"source":"panel","since":"%2$s","expiresAt":"%1$s","actions":[]}]
                    """.formatted(in(60), in(0))));
            var page = watched();
            assertThat(page.locator("support-pin-bar .card")).hasCount(2);
            context().unroute(PIN);
            context().route(PIN, Route::abort);

            page.clock().runFor(62 * SECONDS);

            assertThat(page.locator("support-pin-bar .card")).hasCount(0);
            Bar.on(page).shows(FIRST);
        }
    }

    @Nested
    class AnswersAndRefusals {

        @Test
        void whatAnOlderRequestAnswersIsNotShown() {
            var page = watched();
            var pin = page.evaluate("""
                    async () => {
                      const { PinFeed } = await import('/bar/pin-feed.js');
                      const at = (later) => new Date(Date.now() + later).toISOString();
                      const answer = (pin) => ({ status: 200, headers: new Headers(), body: { status: 'active', asOf: at(0), pin, validUntil: at(60000), sms: { availableAt: at(0) } } });
                      const given = [];
                      const feed = new PinFeed(() => new Promise((resolve) => given.push(resolve)), () => {});
                      feed.start();
                      feed.refresh();
                      given[1](answer('222222'));
                      for (let turns = 0; turns < 20; turns++) { await Promise.resolve(); }
                      given[0](answer('111111'));
                      for (let turns = 0; turns < 20; turns++) { await Promise.resolve(); }
                      feed.stop();
                      return feed.state.pin;
                    }
                    """);
            assertThat(pin).isEqualTo("222222");
        }

        /** A lock leaves the PIN's tag as it was, so that an unchanged view says it in a header. */
        @Test
        void aLockBehindAnUnchangedTagIsReadAtOnce() {
            var page = watched();
            var asked = page.evaluate("""
                    async () => {
                      const { PinFeed } = await import('/bar/pin-feed.js');
                      const at = (later) => new Date(Date.now() + later).toISOString();
                      const asked = [];
                      const answers = [
                        { status: 200, headers: new Headers({ ETag: '"t"' }), body: { status: 'active', asOf: at(0), pin: '111111', validUntil: at(60000), sms: { availableAt: at(0) } } },
                        { status: 304, headers: new Headers({ 'Phone-Verification': 'locked' }), body: null },
                        { status: 200, headers: new Headers(), body: { status: 'active', asOf: at(0), phoneVerification: 'locked' } },
                      ];
                      const feed = new PinFeed(async (_method, _path, { headers }) => { asked.push(Object.keys(headers).length); return answers.shift(); }, () => {});
                      feed.start();
                      for (let turns = 0; turns < 20; turns++) { await Promise.resolve(); }
                      document.dispatchEvent(new Event('visibilitychange'));
                      for (let turns = 0; turns < 20; turns++) { await Promise.resolve(); }
                      feed.stop();
                      return [feed.state.status, ...asked].join(' ');
                    }
                    """);
            assertThat(asked).isEqualTo("locked 0 1 0");
        }

        @Test
        void aPinIsNotShownToAnEndedSession() {
            given(200, active(FIRST, ""));
            var page = watched();
            Bar.on(page).shows(FIRST);
            given(401, "{\"message\":\"Unauthorized\"}");

            page.clock().runFor(POLL);

            Bar.on(page).is("session");
            showsNothingOf(page, FIRST);
        }

        /** The digits that were announced last are hidden, but they are in the page. */
        @Test
        void noReaderFindsThePinOnceTheServiceIsLocked() {
            given(200, active(FIRST, ""));
            var page = watched();
            Bar.on(page).shows(FIRST);
            given(200, active(SECOND, ""));
            page.clock().runFor(POLL);
            assertThat(Bar.on(page).announcement()).containsText("7, 7, 1, 9, 0, 4");
            given(200, active(SECOND, "").replace("\"open\",\"telephone\"", "\"locked\",\"telephone\""));

            page.clock().runFor(POLL);

            Bar.on(page).is("locked");
            showsNothingOf(page, SECOND);
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 403, 429, 500, 503})
        void whoRefusesIsAskedEverMoreRarely(int status) {
            var asked = new AtomicInteger();
            context().route(PIN, route -> {
                asked.incrementAndGet();
                route.fulfill(new FulfillOptions().setStatus(status).setBody("{\"message\":\"no\"}"));
            });
            var page = watched();
            Bar.on(page).is(status < 404 ? "session" : "error");
            Polling.asks(page, asked::get, 300, 5, 6, status < 404 ? 12 : 20);
        }

        /** To activate the service again makes a new one. */
        @Test
        void aPinThatCannotBeComputedIsOfferedToBeMadeAnew() {
            given(500, "{\"type\":\"urn:support-pin:problem:secret-does-not-open\",\"title\":\"t\",\"status\":500}");
            var bar = Bar.on(open(customer.examplePage()));
            bar.is("inactive");
            assertThat(bar.action()).hasText("Ενεργοποίηση");
        }

        @Test
        void noRequestHasACookieOrSaysWhereItCameFrom() {
            context().addCookies(List.of(new Cookie("panel", "session").setUrl(stack.origin())));
            var page = context().newPage();
            var asked = new ArrayList<Request>();
            page.onRequest(request -> {
                if (request.url().contains("/v1/")) {
                    asked.add(request);
                }
            });
            page.navigate(customer.examplePage());
            Bar.on(page).shows(customer.pin());
            page.evaluate("""
                    () => {
                      const policy = document.createElement('meta');
                      policy.name = 'referrer';
                      policy.content = 'unsafe-url';
                      document.head.append(policy);
                    }""");
            page.waitForResponse(
                    response -> response.url().contains("/v1/"),
                    () -> page.evaluate("() => document.querySelector('support-pin-bar').refresh()"));
            assertThat(asked)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(request -> assertThat(request.allHeaders()).doesNotContainKeys("cookie", "referer"));
        }
    }

    @Nested
    class WhoseTokenItIs {

        /** As React does it: the property is set before the module is there. */
        @Test
        void aTokenThatWasSetBeforeTheModuleCameIsTaken() {
            var page = open("/console/");
            assertThat(page.evaluate("() => customElements.get('support-pin-bar') === undefined"))
                    .isEqualTo(true);
            page.evaluate("""
                    async (token) => {
                      const bar = document.createElement('support-pin-bar');
                      bar.token = async () => token;
                      document.body.replaceChildren(bar);
                      await import('/bar/support-pin-bar.js');
                    }
                    """, customer.token());

            Bar.on(page).shows(customer.pin());
        }

        @Test
        void whoSignsOutTakesThePinAlong() {
            var page = watched();
            Bar.on(page).shows(customer.pin());
            var asked = new AtomicInteger();
            page.onRequest(request -> asked.addAndGet(request.url().contains("/v1/") ? 1 : 0));

            page.evaluate("() => { document.querySelector('support-pin-bar').token = null; }");
            page.clock().runFor(3 * POLL);

            showsNothingOf(page, customer.pin());
            assertThat(asked.get()).isZero();
        }

        @Test
        void nothingOfOneCustomerIsShownToTheNext() {
            var other = Customer.active(stack);
            var page = watched();
            Bar.on(page).shows(customer.pin());
            context().route(PIN, route -> {
                if (!route.request().headers().getOrDefault("authorization", "").endsWith(other.token())) {
                    route.resume();
                }
            });

            page.evaluate(
                    "token => { const bar = document.querySelector('support-pin-bar'); bar.token = async () => token; bar.refresh(); }",
                    other.token());

            Bar.on(page).is("loading");
            showsNothingOf(page, customer.pin());
            context().unroute(PIN);
        }

        @Test
        void oneTokenIsEnoughUntilItExpires() {
            given(200, active(FIRST, ""));
            var page = watched();
            Bar.on(page).shows(FIRST);
            page.evaluate(
                    "token => { window.asked = 0; document.querySelector('support-pin-bar').token = async () => { asked++; return token; }; }",
                    customer.token());
            page.clock().runFor(POLL);
            page.clock().runFor(POLL);
            page.waitForResponse(PIN, () -> page.clock().runFor(POLL));
            assertThat(page.evaluate("() => asked")).isEqualTo(1);
        }
    }

    @Nested
    class Hidden {

        @Test
        void aNewPinIsAnnouncedWithoutItsDigits() {
            given(200, active(FIRST, ""));
            var page = watched();
            Bar.on(page).shows(FIRST);
            button(page, "Απόκρυψη PIN").click();
            given(200, active(SECOND, ""));

            page.clock().runFor(POLL);

            assertThat(Bar.on(page).announcement()).hasText("Το Support PIN άλλαξε.");
            showsNothingOf(page, SECOND);
        }

        @Test
        void theDigitsThatWereAnnouncedGoWithThePin() {
            given(200, active(FIRST, ""));
            var page = watched();
            Bar.on(page).shows(FIRST);
            given(200, active(SECOND, ""));
            page.clock().runFor(POLL);
            Bar.on(page).shows(SECOND);

            button(page, "Απόκρυψη PIN").click();

            showsNothingOf(page, SECOND);
        }

        @Test
        void itIsNeverPrinted() {
            given(200, active(FIRST, ""));
            var page = open(customer.examplePage());
            Bar.on(page).shows(FIRST);
            page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator("support-pin-bar .pin")).isHidden();
        }
    }

    @Nested
    class Consent {

        private static final String CONSENT = "**/v1/panel/actions/a/consent";

        private Locator waiting(String changes) {
            given(200, active(FIRST, """
                    ,"waiting":[{"actionId":"a","action":"change-nameservers","summary":{"el":"Αλλαγή.","en":"Change."},"changes":%s,"warnings":null,
                     "waitingFor":["consent"],"until":"%s","consentBy":"panel"}]
                    """.formatted(changes, in(600))));
            var card = open(customer.examplePage()).locator("support-pin-bar .waits");
            assertThat(card).isVisible();
            return card;
        }

        private Locator readable() {
            return waiting("[{\"what\":\"a.gr NS\",\"before\":\"ns1.a.gr\",\"after\":\"ns2.b.gr\"}]");
        }

        /** Nobody agrees to what cannot be shown. */
        @Test
        void withoutTheValuesThereIsNothingToType() {
            var card = waiting("null");
            assertThat(card).containsText("Δεν μπορούμε να δείξουμε τι θα αλλάξει.");
            assertThat(card.locator(".digits")).hasCount(0);
            assertThat(card.locator(".stop")).isVisible();
        }

        @Test
        void theDigitsStandBesideTheValues() {
            var card = readable();
            assertThat(card.locator("li")).containsText("ns1.a.gr → ns2.b.gr");
            assertThat(card.locator(".digits")).isVisible();
        }

        /** Each try counts. */
        @Test
        void whatIsSentTwiceInHasteIsOneTryAndLeavesTheField() {
            var card = readable();
            var sent = new ArrayList<Route>();
            context().route(CONSENT, sent::add);
            var digits = card.locator(".digits");
            digits.fill("123 456");
            digits.press("Enter");
            digits.press("Enter");
            card.page().waitForCondition(() -> !sent.isEmpty());
            card.page().waitForTimeout(200);
            assertThat(sent).hasSize(1);
            assertThat(sent.getFirst().request().postData()).isEqualTo("{\"code\":\"123456\"}");
            sent.getFirst()
                    .fulfill(new FulfillOptions()
                            .setStatus(422)
                            .setBody("{\"type\":\"urn:support-pin:problem:code-rejected\",\"attemptsLeft\":2}"));
            assertThat(card).containsText("Λάθος ψηφία.");
            assertThat(digits).hasValue("");
        }

        @ParameterizedTest
        @ValueSource(strings = {"12345", "1234567", "12a456", ""})
        void anythingButSixDigitsIsNotSent(String digits) {
            var card = readable();
            context().route(CONSENT, route -> {
                throw new AssertionError("sent");
            });
            card.locator(".digits").fill(digits);
            card.locator(".digits").press("Enter");
            assertThat(card).containsText("Πληκτρολογήστε έξι ψηφία.");
            assertThat(card.locator(".digits")).hasValue(digits);
        }
    }

    @Nested
    class WhoIsOnThePhone {

        private static final String CALL =
                "\"call\":{\"agent\":{\"id\":\"agent-7\"},\"source\":\"panel\",\"since\":\"NOW\",\"expiresAt\":\"LATER\",\"actions\":[]}";

        private Page page(String live) {
            given(200, active(FIRST, "," + live.replace("NOW", in(0)).replace("LATER", in(600))));
            var page = open(customer.examplePage());
            assertThat(page.locator("support-pin-bar .card")).hasCount(1);
            return page;
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    CALL,
                    "\"request\":{\"agent\":{\"id\":\"agent-7\"},\"since\":\"NOW\",\"expiresAt\":\"LATER\"}",
                    "\"announcement\":{\"agent\":{\"id\":\"agent-7\"},\"text\":{\"el\":\"Λήξη\"},\"since\":\"NOW\",\"until\":\"LATER\"}"
                })
        void whileSomebodyIsNobodyIsNotClaimed(String live) {
            assertThat(page(live).locator("support-pin-bar .line")).isEmpty();
        }

        @Test
        void anEndThatDidNotArriveIsSaidAndTheCallStays() {
            var page = page(CALL);
            context().route("**/v1/panel/call", Route::abort);
            button(page, "Τέλος κλήσης").click();
            assertThat(page.locator("support-pin-bar .call")).containsText("Δεν στάλθηκε. Δοκιμάστε ξανά.");
        }

        @Test
        void thatIsNotMeIsCalledOff() {
            var page = page(CALL);
            context().route("**/v1/panel/call", route -> {
                throw new AssertionError("sent");
            });
            button(page, "Δεν είμαι εγώ").click();
            button(page, "Ακύρωση").click();
            assertThat(page.locator("support-pin-bar .said")).isEmpty();
            assertThat(button(page, "Δεν είμαι εγώ")).isFocused();
        }
    }
}
