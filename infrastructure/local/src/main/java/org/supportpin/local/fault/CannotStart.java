package org.supportpin.local.fault;

/** The stack cannot start or continue; the message is a sentence for the user that says what to do. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
