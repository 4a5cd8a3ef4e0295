package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The PIN bar, as a person sees it. Playwright looks into its shadow root automatically. */
record Bar(Locator element) {

    static Bar on(Page page) {
        return new Bar(page.locator("support-pin-bar"));
    }

    /** Waits until it shows this PIN, in two groups of three, and nothing else of six digits. */
    void shows(String pin) {
        assertThat(element.locator(".pin > [aria-hidden]")).hasText(pin);
        assertThat(element.locator(".pin .heard")).hasText(String.join(", ", pin.split("")));
    }

    void is(String status) {
        assertThat(element).hasAttribute("data-status", status);
    }

    Locator message() {
        return element.locator(".message");
    }

    Locator announcement() {
        return element.locator("[aria-live]");
    }

    Locator sms() {
        return element.locator("button.sms");
    }

    Locator action() {
        return element.locator("button.act");
    }

    /** Everything in it, shown or not, that any reader could come by. */
    String everything() {
        return (String)
                element.evaluate("bar => bar.outerHTML + bar.shadowRoot.innerHTML + bar.shadowRoot.textContent");
    }
}
