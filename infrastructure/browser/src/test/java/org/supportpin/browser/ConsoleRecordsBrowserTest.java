package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportpin.local.testing.Trees;

/** The records of a zone, edited in place: what is unsent is kept, what was done is not sent again. */
class ConsoleRecordsBrowserTest extends PageTest {

    private ConsoleDesk desk;

    @BeforeEach
    void records() {
        desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        opened();
    }

    private void opened() {
        desk.page().locator("[data-thing=\"records papadopoulou.gr\"]").click();
        assertThat(desk.page().locator("[data-record]").first()).isVisible();
    }

    private void add(int at, String name, String address, String ttl) {
        desk.page().locator("[data-add]").click();
        desk.at("record-new-%d-name".formatted(at)).fill(name);
        desk.at("record-new-%d-values".formatted(at)).fill(address);
        desk.at("record-new-%d-ttl".formatted(at)).fill(ttl);
    }

    private void delete(String record) {
        desk.page()
                .locator("[data-record=\"%s\"] .button--danger".formatted(record))
                .click();
    }

    private void done() {
        desk.reviewed();
        desk.confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
        desk.page().keyboard().press("Escape");
    }

    @Test
    void whatWasDoneIsReadAnewAndNotSentAgain() {
        add(0, "anew", "195.251.255.77", "600");
        done();

        opened();

        assertThat(desk.page().locator("[data-record=\"anew A\"]")).containsText("195.251.255.77");
        assertThat(desk.at("record-new-0-name")).hasCount(0);
        delete("anew A");
        var asked = desk.page().waitForRequest("**/actions/preview", desk::review);
        assertThat(ConsoleDesk.body(asked).at("/parameters/changes"))
                .isEqualTo(Trees.read("[{\"op\":\"delete\",\"name\":\"anew\",\"type\":\"A\"}]"));
        assertThat(desk.page().locator("[data-confirm]")).isEnabled();
        desk.confirm();
        assertThat(desk.outcome("succeeded")).isVisible();
        desk.page().keyboard().press("Escape");
        opened();
        assertThat(desk.page().locator("[data-record=\"anew A\"]")).hasCount(0);
        assertThat(desk.page().locator("[data-removed]")).hasCount(0);
    }

    /** Elsewhere it may have been changed; what is unsent here stays. */
    @Test
    void theZoneIsReadWheneverItIsOpenedUnlessSomethingIsUnsent() {
        desk.page().locator("[data-edit]").first().click();
        desk.page().keyboard().press("Escape");
        desk.page().waitForRequest("**/account/zones/*", this::opened);
        add(0, "unsent", "195.251.255.78", "600");
        desk.page().keyboard().press("Escape");

        opened();

        assertThat(desk.at("record-new-0-name")).hasValue("unsent");
    }

    @Test
    void aTtlThatIsNoneIsToldBesideItsField() {
        desk.page().onRequest(request -> assertThat(request.url()).doesNotEndWith("/actions/preview"));
        add(0, "ttl", "195.251.255.79", "1h");

        desk.review();

        var ttl = desk.at("record-new-0-ttl");
        assertThat(ttl).hasAttribute("aria-invalid", "true");
        assertThat(ttl).isFocused();
        assertThat(desk.at("record-new-0-ttl-fault")).hasText("Δώστε ακέραιο αριθμό.");
        ttl.fill("5");
        assertThat(ttl).not().hasAttribute("aria-invalid", "true");
        desk.review();
        assertThat(desk.at("record-new-0-ttl-fault")).hasText("Δώστε τουλάχιστον 60.");
        assertThat(ttl).hasValue("5");
    }

    @Test
    void aDeletionIsNotLostByOneKey() {
        desk.page().locator("[data-record] .button--danger").first().click();

        desk.page().keyboard().press("F8");

        assertThat(desk.page().locator(".console-bar-frame [role=alert]")).containsText("δεν έχει σταλεί");
        assertThat(desk.page().locator("[data-removed]")).hasCount(1);
    }
}
