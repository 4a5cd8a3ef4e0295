package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page whose route of `token-url` answers tokens that it has kept. */
class KeptTokensBrowserTest extends PageTest {

    private static final String BAR = "<script type='module' src='/bar/support-pin-bar.js'></script><support-pin-bar";

    private final Customer customer = Customer.active(stack);
    /** Of each request for a token: whether the page says that the one before was refused. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param first what the route answers until it is told of a refusal */
    private Page opened(String element, String first, String then, Instant date) {
        context().route("**/session/kept-token", route -> {
            var refused = String.valueOf(route.request().headerValue("token-refused"));
            asked.add(refused);
            route.fulfill(new FulfillOptions()
                    .setHeaders(Map.of("Content-Type", "application/json", "Date", http(date)))
                    .setBody("{\"token\":\"%s\"}".formatted(refused.equals("true") ? then : first)));
        });
        context()
                .route(
                        "**/kept",
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("text/html; charset=utf-8")
                                .setBody(
                                        "<!doctype html><html lang='el'><title>Kept</title><link rel='icon' href='data:,'><body>"
                                                + element + " token-url='/session/kept-token' lang='el'></"
                                                + name(element) + ">")));
        var page = context().newPage();
        page.clock().install();
        page.navigate("/kept");
        return page;
    }

    private static String name(String element) {
        return element.substring(element.lastIndexOf('<') + 1).split(" ", 2)[0];
    }

    private static String http(Instant date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC));
    }

    private static String forged(String token) {
        return token.substring(0, token.length() - 8) + "AAAAAAAA";
    }

    @ParameterizedTest
    @CsvSource({
        "bar/support-pin-bar.js,support-pin-bar,support-pin-bar[data-status=active]",
        "panel/account.js,support-pin-account,support-pin-bar[data-status=active]",
        "console/console.js,support-agent-console,.console"
    })
    void aPageTellsItsRouteThatTheServiceHasRefusedTheToken(String module, String name, String shown) {
        var good = name.equals("support-agent-console") ? stack.token("agent", "kept-1", "{}") : customer.token();
        var element = "<script type='module' src='/%s'></script><%s customer='%s' call='call-1'"
                .formatted(module, name, customer.id());
        var page = opened(element, forged(good), good, Instant.now());
        if (name.equals("support-agent-console")) {
            ConsoleDesk.on(page).at("pin").fill("000000");
        }

        page.locator(shown).first().waitFor();
        page.waitForCondition(() -> asked.contains("true"));
        assertThat(asked).startsWith("false");
    }

    /** The route's own clock says how much is left, whatever this computer's says. */
    @Test
    void aTokenThatTheRouteHasKeptIsRenewedBeforeItsOwnEnd() {
        var end = Tokens.claims(customer.token()).path("exp").asLong();
        var page = opened(BAR, customer.token(), customer.token(), Instant.ofEpochSecond(end - 100));
        Bar.on(page).shows(customer.pin());

        page.clock().runFor(60_000);
        assertThat(asked).containsExactly("false");
        page.clock().runFor(30_000);
        page.waitForCondition(() -> asked.size() > 1);
        assertThat(asked).containsOnly("false");
    }

    /** The bar in the account page gets its tokens from the page, which has kept them. */
    @Test
    void aKeptTokenIsAsOldForTheNextOneWhoKeepsIt() {
        var page = opened(BAR, customer.token(), customer.token(), Instant.now());

        assertThat(page.evaluate("""
                async () => {
                  const { keeper } = await import("/shared/api.js");
                  let seconds = 5000;
                  performance.now = () => seconds * 1000;
                  let made = 0;
                  const inner = keeper(() => `.${btoa(JSON.stringify({ iat: 100, exp: 400, made: ++made }))}.`);
                  const ask = (each) => each({ refused: false }).then((token) => JSON.parse(atob(token.split(".")[1])).made);
                  const found = [await ask(inner)];
                  seconds += 200;
                  const outer = keeper(inner);
                  found.push(await ask(outer));
                  seconds += 69;
                  found.push(await ask(outer));
                  seconds += 1;
                  found.push(await ask(outer));
                  return found;
                }""")).isEqualTo(List.of(1, 1, 1, 2));
    }

    @Test
    void aTokenThatOnlyTheServiceCanReadIsAskedForEachTime() {
        var page = opened(BAR, customer.token(), customer.token(), Instant.now());

        assertThat(page.evaluate("""
                async () => {
                  const { keeper } = await import("/shared/api.js");
                  let made = 0;
                  const keep = keeper(() => `opaque-${++made}`);
                  return [await keep({ refused: false }), await keep({ refused: false })];
                }""")).isEqualTo(List.of("opaque-1", "opaque-2"));
    }
}
