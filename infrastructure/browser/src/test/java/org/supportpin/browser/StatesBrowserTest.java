package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state of a page; the service's answers are simulated, so that each is reached directly. */
class StatesBrowserTest extends PageTest {

    private static final String PIN = "**/v1/panel/support-pin";

    private static final Map<String, Consumer<Route>> ANSWERS = Map.of(
            "loading", StatesBrowserTest::keepWaiting,
            "inactive", answer(200, "{\"status\":\"inactive\",\"mobile\":\"confirmed\"}"),
            "mobile-missing", answer(200, "{\"status\":\"inactive\",\"mobile\":\"missing\"}"),
            "active", answer(200, active("open", "2026-11-22T14:00:00Z")),
            "sms-wait", answer(200, active("open", "2026-11-22T14:12:48Z")),
            "locked", answer(200, active("locked", "2026-11-22T14:00:00Z")),
            "offline", Route::abort,
            "session", answer(401, "{\"message\":\"Unauthorized\"}"),
            "error", answer(500, "{\"message\":\"Internal Server Error\"}"));

    private static void keepWaiting(Route route) {
        // No answer comes.
    }

    private static Consumer<Route> answer(int status, String body) {
        return route -> route.fulfill(new FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setBody(body));
    }

    private static String active(String phoneVerification, String smsAt) {
        return """
                {"status":"active","asOf":"2026-11-22T14:12:00Z","pin":"048213","validFrom":"2026-11-22T14:03:11Z",
                 "validUntil":"2026-11-22T14:33:11Z","maskedNumber":"+30 ••• ••• ••78","phoneVerification":"%s",
                 "lockedUntil":"2026-11-22T14:33:11Z","sms":{"availableAt":"%s"}}
                """.formatted(phoneVerification, smsAt);
    }

    @BeforeEach
    void prepare() {
        Looks.prepare(context());
    }

    private void given(String state) {
        context().route(PIN, ANSWERS.getOrDefault(state, StatesBrowserTest::keepWaiting));
    }

    private Page panel(Looks looks) {
        return open(Customer.withoutMobile(stack).accountPage(looks.lang()));
    }

    private static void assertGood(Looks looks, Page page, String name) {
        looks.areGood(page, page.locator(".panel"), name);
    }

    @Nested
    class TheBar {

        @ParameterizedTest
        @CsvSource({
            "loading,loading",
            "inactive,inactive",
            "mobile-missing,inactive",
            "active,active",
            "sms-wait,active",
            "locked,locked",
            "offline,offline",
            "session,session",
            "error,error"
        })
        void looksGood(String state, String status) {
            given(state);
            var page = open(Customer.withMobile(stack).examplePage());
            var bar = Bar.on(page);
            bar.is(status);
            for (var looks : Looks.all()) {
                bar.element().evaluate("(bar, lang) => bar.setAttribute('lang', lang)", looks.lang());
                looks.areGood(page, bar.element(), "bar-" + state);
            }
        }
    }

    @Nested
    class MobileServices {

        @ParameterizedTest
        @ValueSource(
                strings = {"loading", "inactive", "mobile-missing", "active", "locked", "offline", "session", "error"})
        void looksGood(String state) {
            given(state);
            for (var looks : Looks.all()) {
                var page = panel(looks);
                assertThat(page.locator(".panel__page > * > *")).not().hasCount(0);
                assertGood(looks, page, "mobile-" + state);
            }
        }

        @ParameterizedTest
        @EnumSource
        void andWhenItAsksAgain(Looks looks) {
            given("active");
            var page = panel(looks);
            page.locator("[data-action=menu]").click();
            page.locator("[data-action=deactivate]").click();
            assertGood(looks, page, "mobile-deactivation");
        }

        @ParameterizedTest
        @EnumSource
        void andWhenTheCodeIsWrong(Looks looks) {
            given("mobile-missing");
            context().route("**/v1/panel/mobile", answer(202, "{\"maskedNumber\":\"+30 ••• ••• ••78\"}"));
            context()
                    .route(
                            "**/v1/panel/mobile/confirmation",
                            answer(422, "{\"type\":\"urn:support-pin:problem:code-rejected\",\"attemptsLeft\":4}"));
            var page = panel(looks);
            page.locator("#mobile-number").fill("6912345678");
            page.locator("#mobile-number").press("Enter");
            page.locator("#mobile-code").fill("123456");
            page.locator("#mobile-code").press("Enter");
            assertThat(page.locator(".field .error")).containsText("4");
            assertGood(looks, page, "mobile-code-wrong");
        }
    }

    @Nested
    class TheActivity {

        private static final String EVENTS = """
                {"events":[
                 {"sequence":5,"at":"2026-11-22T14:31:48Z","type":"action-finished","actor":{"kind":"agent","id":"agent-7",
                  "callReference":"417"},"summary":"Ολοκληρώθηκε: αλλαγή εγγραφών DNS.","details":{"status":"succeeded",
                  "changes":[{"what":"shop.papadopoulou.gr A","before":null,"after":"195.251.255.20"}]}},
                 {"sequence":4,"at":"2026-11-22T14:30:02Z","type":"verified","actor":{"kind":"agent","id":"agent-7",
                  "callReference":"417"},"summary":"Επαληθευτήκατε στο τηλέφωνο με το Support PIN.","details":{}},
                 {"sequence":3,"at":"2026-11-22T14:29:10Z","type":"pin-rejected","actor":{"kind":"agent","id":"agent-7",
                  "callReference":"417"},"summary":"Δόθηκε λάθος Support PIN στο τηλέφωνο.","details":{}},
                 {"sequence":2,"at":"2026-11-20T09:02:00Z","type":"activated","actor":{"kind":"customer"},
                  "summary":"Το Support PIN ενεργοποιήθηκε.","details":{}}],"nextCursor":"2"}
                """;

        private static final Map<String, Consumer<Route>> STATES = Map.of(
                "loading",
                StatesBrowserTest::keepWaiting,
                "empty",
                answer(200, "{\"events\":[],\"nextCursor\":null}"),
                "list",
                answer(200, EVENTS),
                "offline",
                Route::abort);

        @ParameterizedTest
        @ValueSource(strings = {"loading", "empty", "list", "offline"})
        void looksGood(String state) {
            given("active");
            context().route("**/v1/panel/activity", STATES.getOrDefault(state, StatesBrowserTest::keepWaiting));
            for (var looks : Looks.all()) {
                var page = panel(looks);
                page.getByRole(AriaRole.TAB)
                        .getByText(Pattern.compile("Ιστορικό|Activity"))
                        .click();
                page.locator("[data-view=everything]").click();
                assertThat(page.locator("support-pin-activity > *")).not().hasCount(0);
                assertGood(looks, page, "activity-" + state);
            }
        }
    }

    @Nested
    class TheFrontPage {

        @ParameterizedTest
        @EnumSource
        void looksGood(Looks looks) {
            given("active");
            var page = open("/?lang=" + looks.lang());
            Bar.on(page).is("active");
            looks.areGood(page, page.locator("body"), "front-page");
        }
    }
}
