package org.supportpin.domain.check;

import java.util.Objects;

/**
 * One fault of a request, and where it is.
 *
 * @param pointer JSON Pointer (RFC 6901) relative to the value that was checked; empty for the value itself
 * @param message a sentence that says what to do; never contains the value, which may be a PIN or a number
 */
public record Fault(String pointer, String message) {

    public Fault {
        Objects.requireNonNull(message);
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON Pointer is empty or starts with '/'");
        }
    }

    /** The same fault, relative to the object that contains the checked value as {@code name}. */
    public Fault within(String name) {
        return new Fault("/" + name.replace("~", "~0").replace("/", "~1") + pointer, message);
    }

    /** The same fault, relative to the list that contains the checked value at {@code index}. */
    public Fault within(int index) {
        return within(Integer.toString(index));
    }
}
