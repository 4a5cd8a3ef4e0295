package org.supportpin.local.fault;

/** The stack cannot start, or not go on; the message is one plain sentence that says what to do about it. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
