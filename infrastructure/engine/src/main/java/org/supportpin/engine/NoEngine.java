package org.supportpin.engine;

/** There is no engine, or it does not start; the message says what to do. */
public final class NoEngine extends RuntimeException {

    NoEngine(String sentence) {
        super(sentence);
    }

    NoEngine(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
