package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of the console, in both languages, light and dark, wide and narrow. */
class ConsoleLooksBrowserTest extends PageTest {

    @BeforeEach
    void withAxe() {
        Looks.prepare(context());
    }

    private static void look(Looks looks, ConsoleDesk desk, String state) {
        looks.areGood(desk.page(), desk.page().locator("body"), "console-" + state);
    }

    @ParameterizedTest
    @EnumSource
    void fromTheFirstTryToTheLock(Looks looks) {
        var desk = ConsoleDesk.open(this, looks.lang());
        look(looks, desk, "verify");
        desk.page().locator(".console-more summary").click();
        look(looks, desk, "others");
        desk.page().locator(".console-more summary").click();
        desk.verify("nobody", "12");
        look(looks, desk, "verify-faults");
        var customer = ConsoleCustomer.fresh(stack);
        desk.verify(customer.id(), customer.wrongPin());
        assertThat(desk.alert()).containsText("4");
        look(looks, desk, "wrong-pin");
        desk.at("pin").fill("");
        desk.page().locator(".console-sms button").click();
        assertThat(desk.page().locator(".console-sms .notice--good")).isVisible();
        look(looks, desk, "sms-sent");
        customer.lock();
        desk.verify(customer.id(), customer.wrongPin());
        assertThat(desk.page().locator(".console-stage [role=alert] .console-wait"))
                .isVisible();
        look(looks, desk, "locked");
    }

    @ParameterizedTest
    @EnumSource
    void fromTheCatalogueToTheEndOfTheCall(Looks looks) {
        var desk = ConsoleDesk.open(this, looks.lang()).verified(ConsoleCustomer.maria(stack));
        assertThat(desk.page().locator(".console-action")).hasCount(10);
        look(looks, desk, "actions");
        desk.page().locator("[data-thing=\"records papadopoulou.gr\"]").click();
        desk.page().locator("[data-edit]").first().click();
        desk.page().locator("[data-add]").click();
        look(looks, desk, "records");
        desk.page().keyboard().press("Escape");
        desk.at("search").fill("zzz");
        look(looks, desk, "none-found");
        desk.at("search").fill("");
        desk.choose("change-hosting-settings");
        look(looks, desk, "form-nested");
        desk.page().keyboard().press("Escape");
        desk.choose("change-domain-administrator").fill("/administrator=1");
        look(looks, desk, "form-variants");
        desk.page().keyboard().press("Escape");
        desk.choose("recall-gr-domain").fill("/domain=papadopoulou.gr").reviewed();
        look(looks, desk, "review-high");
        desk.page().keyboard().press("Escape");
        desk.fill("/domain=palio.gr").review();
        assertThat(desk.page().locator("[data-refusal]")).isVisible();
        look(looks, desk, "refused");
        desk.page().keyboard().press("Escape");
        desk.page().keyboard().press("Escape");
        records(looks, desk);
        desk.page().keyboard().press("F8");
        assertThat(desk.at("over")).isVisible();
        look(looks, desk, "over");
    }

    private static void records(Looks looks, ConsoleDesk desk) {
        desk.choose("change-dns-records").fill("""
                        /domain=papadopoulou.gr
                        /changes/0/name=shop-%s
                        /changes/0/type=A
                        /changes/0/ttl=5
                        /changes/0/records/0=195.251.255.20
                        +/changes/0/records
                        """.formatted(looks.lang())).review();
        look(looks, desk, "form-faults");
        desk.fill("/changes/0/ttl=600").reviewed();
        look(looks, desk, "review");
        desk.confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
        look(looks, desk, "done");
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAnswer(Looks looks) {
        var desk = ConsoleDesk.open(this, looks.lang());
        desk.page().route("**/v1/agent/actions", Route::abort);
        desk.verify("1001", ConsoleCustomer.maria(stack).pin());
        assertThat(desk.page().locator("[data-catalogue] .notice")).isVisible();
        look(looks, desk, "offline");
        desk.page().unroute("**/v1/agent/actions");
        desk.page().locator("[data-catalogue] .button").click();
        desk.choose("send-order-details").fill("/orderId=ord-1").reviewed();
        desk.page().route("**/actions", Route::abort);
        desk.confirm();
        assertThat(desk.outcome("lost")).isVisible();
        look(looks, desk, "lost");
    }

    @Test
    void reducedMotionIsRespected() {
        var desk = ConsoleDesk.open(this);
        desk.page().emulateMedia(new EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        desk.page().route("**/v1/agent/actions", route -> {});
        desk.verify("1001", ConsoleCustomer.maria(stack).pin());

        assertThat(desk.page().locator(".skeleton").first()).hasCSS("animation-name", "none");
    }
}
