package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.local.testing.Trees;

/** Each of the ten, through the form that its schema gives, to its result. */
class ConsoleActionsBrowserTest extends PageTest {

    /**
     * One of the ten.
     *
     * @param steps how the form is filled in
     * @param parameters what is sent then
     * @param preview what the agent sees beforehand
     * @param result what the agent sees afterwards
     */
    record Form(String action, String steps, String parameters, String preview, List<String> result) {

        /** What is ordered is not done: it is to be paid. */
        String status() {
            return result.contains(ORDERED) ? ORDERED : "Ολοκληρώθηκε";
        }
    }

    static final String ORDERED = "Παραγγέλθηκε";

    /** All of them in one call: as many as one verification allows. */
    @TestFactory
    Stream<DynamicTest> eachActionIsDoneThroughItsForm() {
        var desk = ConsoleDesk.open(this).verified(ConsoleCustomer.maria(stack));
        return Stream.concat(ConsoleForms.billing(), ConsoleForms.technical())
                .map(form -> DynamicTest.dynamicTest(form.action(), () -> carryOut(desk, form)));
    }

    private static void carryOut(ConsoleDesk desk, Form form) {
        desk.page().keyboard().press("Escape");
        desk.choose(form.action()).fill(form.steps()).review();
        assertThat(desk.stage()).containsText(form.preview());
        var sent = desk.confirm();

        assertThat(desk.outcome("succeeded")).isVisible();
        assertThat(ConsoleDesk.body(sent).path("parameters")).isEqualTo(Trees.read(form.parameters()));
        assertThat(sent.headers().get("idempotency-key")).matches("[0-9a-f-]{36}");
        form.result().forEach(text -> assertThat(desk.stage()).containsText(text));
        assertThat(desk.page().locator(".console-past").first()).containsText(form.status());
    }
}
