package org.supportpin.domain.action;

/** What is stored in an entry's or an action's place is none that this version can read. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unreadable(Throwable cause) {
        super("a stored item cannot be read", cause);
    }
}
