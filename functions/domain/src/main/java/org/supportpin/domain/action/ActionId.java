package org.supportpin.domain.action;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.VerificationId;

/**
 * An action's ID. It is derived from the verification and the request's idempotency key, so that checking whether the ID exists
 * is the whole idempotency check; that of an undo, from the action that it undoes. Back offices use it as their own idempotency key.
 *
 * @param value 24 characters of base64url
 */
public record ActionId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final int BYTES = 18;

    public ActionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an action id");
        }
    }

    public static ActionId of(VerificationId verification, IdempotencyKey key) {
        return derived(verification.text(), key.value());
    }

    /**
     * The ID of an action that undoes another, which the customer requests without a key: whoever taps again means the same.
     *
     * @param attempt 1 for the first; one more after each that ended with nothing done
     */
    public static ActionId ofUndo(ActionId undone, int attempt) {
        // A verification's ID contains a dot, so no request of an agent has this one.
        return derived("undo", undone.value() + " " + attempt);
    }

    private static ActionId derived(String from, String key) {
        var of = from.getBytes(StandardCharsets.UTF_8);
        var and = key.getBytes(StandardCharsets.UTF_8);
        var text = ByteBuffer.allocate(of.length + 1 + and.length)
                .put(of)
                .put((byte) 0)
                .put(and);
        return new ActionId(Base64.getUrlEncoder()
                .encodeToString(Arrays.copyOf(Hash.of(text.array()).bytes(), BYTES)));
    }

    /** Whether the text has the form of an action's ID. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
