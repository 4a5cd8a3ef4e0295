package org.supportpin.domain.action;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * The agent's tool's ID of a request, so that repeating the request does nothing twice.
 *
 * @param value 1–64 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,64}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an idempotency key");
        }
    }

    public static Checked<IdempotencyKey> parse(String text) {
        return FORM.matcher(text).matches()
                ? Checked.valid(new IdempotencyKey(text))
                : Checked.faulty(
                        "Send an Idempotency-Key header with 1 to 64 visible ASCII characters, new for each action.");
    }
}
