package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.IntSupplier;

/** How often a page asks, by its own clock, which the test moves. */
final class Polling {

    /** So many times as long its clock runs on, at most, for it to ask at all. */
    private static final int LATE = 10;

    /** In milliseconds of the test's own time, after each step. */
    private static final int FOR_AN_ANSWER = 50;

    private Polling() {}

    /**
     * That a page asks at most {@code most} times in {@code seconds}, and goes on asking until it has asked {@code least} times: it asks
     * nothing while an answer is under way, and on a busy machine more of its clock runs meanwhile.
     *
     * @param step in seconds
     */
    static void asks(Page page, IntSupplier asked, int seconds, int step, int least, int most) {
        for (var passed = 0; passed < seconds; passed += step) {
            pass(page, step);
        }
        assertThat(asked.getAsInt()).isLessThanOrEqualTo(most);
        for (var passed = 0; passed < LATE * seconds && asked.getAsInt() < least; passed += step) {
            pass(page, step);
        }
        assertThat(asked.getAsInt()).isGreaterThanOrEqualTo(least);
    }

    private static void pass(Page page, int step) {
        page.clock().runFor(1000L * step);
        page.waitForTimeout(FOR_AN_ANSWER);
    }
}
