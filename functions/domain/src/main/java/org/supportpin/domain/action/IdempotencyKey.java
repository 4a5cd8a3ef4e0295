package org.supportpin.domain.action;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.TextForm;

/**
 * The agent's tool's ID of a request, so that repeating the request does nothing twice.
 *
 * @param value 1–64 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final TextForm FORM = TextForm.of(
            "[!-~]{1,64}",
            "Send an Idempotency-Key header with 1 to 64 visible ASCII characters, new for each action.");

    public IdempotencyKey {
        FORM.require(value);
    }

    public static Checked<IdempotencyKey> parse(String text) {
        return FORM.parse(text, IdempotencyKey::new);
    }
}
