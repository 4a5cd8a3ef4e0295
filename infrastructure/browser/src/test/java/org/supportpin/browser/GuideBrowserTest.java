package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.local.testing.Trees;

/** The front page shows a call in one minute, and a scam that is stopped, and nobody types anything. */
class GuideBrowserTest extends PageTest {

    private static final String MARIA = "1001";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final String maria = stack.token("customer", MARIA, "{}");

    private void rules(String actions) {
        stack.call(
                "PUT",
                "/v1/panel/policy",
                "{\"telephone\":\"open\",\"afterSms\":\"as-usual\",\"actions\":{%s}}".formatted(actions),
                maria);
    }

    private String zone() {
        return stack.text("GET", "/local/back-office", maria);
    }

    /** Presses the story's only button, and waits until the next one is there, or the story is over. */
    private static void next(Page page, String step) {
        var now = page.locator("[data-step=%s]".formatted(step));
        now.locator("[data-next]").click();
        assertThat(now).hasClass("guide__step guide__step--done");
    }

    @Test
    void fromOpeningToAChangeOfDnsInAMinute() {
        stack.call("DELETE", "/v1/panel/support-pin/activation", "", maria);
        var began = Instant.now();
        var page = open("/");

        next(page, "activate");
        next(page, "call");
        next(page, "ask");
        assertThat(page.locator(".console-now-then")).containsText("shop.papadopoulou.gr A");
        next(page, "confirm");

        assertThat(Duration.between(began, Instant.now())).isLessThan(A_MINUTE);
        assertThat(page.locator(".guide__note")).containsText("χωρίς να γράψετε τίποτα");
        var changed = page.locator(".line--changed");
        assertThat(changed).containsText("shop.papadopoulou.gr A");
        var address = changed.locator(".line__text").innerText().split(" ", 2)[0];
        assertThat(address).startsWith("195.251.255.");
        assertThat(Trees.read(zone()).path("zones").toString()).contains(address);
        assertThat(page.locator("support-pin-bar .call .deeds")).containsText("Ολοκληρώθηκε: αλλαγή εγγραφών DNS.");
        page.evaluate("() => scrollTo(0, 0)");
        page.setViewportSize(1440, 1300);
        Looks.picture(page, "front-page");
    }

    /** From a number and the code of its SMS on. */
    @Test
    void whoeverHasNoMobileYetRegistersOne() {
        var page = open("/?customer=guide-1&lang=en");

        next(page, "activate");

        assertThat(page.locator("support-pin-bar .pin")).isVisible();
        assertThat(page.locator(".sms__text").last()).containsText("confirms your mobile");
    }

    @Test
    void aScamIsStoppedAndTheWebsiteIsWhereItWas() {
        ConsoleCustomer.maria(stack);
        rules("\"change-dns-records\":\"ask\"");
        var before = Trees.read(zone()).path("zones").toString();
        var page = open("/");
        assertThat(page.locator(".end--panel .who")).containsText("ανοιχτό και καλεί");
        page.locator("[data-story=scam]").click();
        assertThat(page.locator(".end--panel .who")).containsText("δεν καλεί");

        try {
            next(page, "stolen");
            next(page, "wants");
            assertThat(page.locator("support-pin-bar .waits")).containsText("93.184.216.34");
            next(page, "seen");
            next(page, "nothing");
        } finally {
            rules("");
        }

        assertThat(page.locator(".guide__note")).containsText("Η απάτη σταμάτησε");
        assertThat(page.locator("support-pin-bar .call")).hasCount(0);
        assertThat(Trees.read(zone()).path("zones").toString()).isEqualTo(before);
    }

    /** The columns and both stories tell of one person, whoever it is. */
    @Test
    void theCustomerIsTheSamePersonEverywhere() {
        var page = open("/");
        for (var story : new String[] {"minute", "scam"}) {
            page.locator("[data-story=%s]".formatted(story)).click();
            var told = page.locator(".guide").innerText()
                    + page.locator(".end--panel .who").innerText();

            assertThat(told).contains("πελάτη").doesNotContain("πελάτισσ", "Εκείνη", "PIN της", "ιστοσελίδα της");
        }
    }

    /** A person does something else meanwhile: the guide says so, and the step can be tried again. */
    @Test
    void whatWasNotAsExpectedIsSaid() {
        var page = open("/");
        page.route("**/local/tokens", route -> route.abort());
        page.route("**/v1/panel/support-pin", route -> route.abort());
        page.locator("[data-next]").click();
        assertThat(page.locator(".guide__note")).containsText("Δοκιμάστε ξανά");
        page.unroute("**/local/tokens");
        page.unroute("**/v1/panel/support-pin");

        next(page, "activate");
    }

    @Test
    void theOtherLanguageGoesOnWithTheSameStory() {
        var page = open("/");
        next(page, "activate");
        button(page, "EN").click();

        assertThat(page.locator("[data-step=call] [data-next]")).hasText("Say the PIN");
        assertThat(page.locator("[data-step=activate]")).hasClass("guide__step guide__step--done");
    }

    /** In a language that is files alone. She has activated in Greek, and other tests read her SMS. */
    @Test
    void theStoryIsGermanToItsEnd() {
        ConsoleCustomer.maria(stack);
        var page = open("/?lang=de");

        for (var step : new String[] {"activate", "call", "ask", "confirm"}) {
            next(page, step);
        }

        assertThat(page.locator(".guide__note")).containsText("ohne dass Sie etwas eingeben mussten");
        for (var part :
                new String[] {".tools", ".guide", ".end--phone .who", ".end--panel .who", ".end--office", ".foot"}) {
            assertThat(page.locator(part).innerText().replace("ΕΛ", ""))
                    .isNotBlank()
                    .doesNotContainPattern("\\p{IsGreek}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void looks(Looks looks) {
        Looks.prepare(context());
        var page = open("/?lang=" + looks.lang());
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        next(page, "activate");
        looks.areGood(page, page.locator("body"), "guide");
        page.locator("[data-story=scam]").click();
        looks.areGood(page, page.locator(".guide"), "guide-scam");
    }
}
