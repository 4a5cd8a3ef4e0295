package org.supportpin.domain.check;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a request, and where it is.
 *
 * @param pointer JSON Pointer (RFC 6901) relative to the value that was checked; empty for the value itself
 * @param message a sentence that says what to do, in English; never contains the value, which may be a PIN or a number
 * @param greek the same in Greek; null if the service has no Greek words for it
 */
public record Fault(
        String pointer, String message, @Nullable String greek) {

    public Fault {
        Objects.requireNonNull(message);
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON Pointer is empty or starts with '/'");
        }
    }

    public Fault(String pointer, String message) {
        this(pointer, message, null);
    }

    /** The same fault, relative to the object that contains the checked value as {@code name}. */
    public Fault within(String name) {
        return new Fault("/" + name.replace("~", "~0").replace("/", "~1") + pointer, message, greek);
    }

    /** The same fault, relative to the list that contains the checked value at {@code index}. */
    public Fault within(int index) {
        return within(Integer.toString(index));
    }
}
