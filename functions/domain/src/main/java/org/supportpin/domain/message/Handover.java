package org.supportpin.domain.message;

import org.jspecify.annotations.Nullable;

/** What became of an attempt to hand a message to its provider. No cause's message contains number, address or text. */
public sealed interface Handover {

    /** The provider has taken it. */
    record Taken() implements Handover {}

    /** The provider refuses this recipient for good. The message was not sent. */
    record Refused() implements Handover {}

    /** The provider certainly did not take it, but may later. */
    record NotTaken(@Nullable Throwable cause) implements Handover {}

    /** The provider did not answer. The message may still arrive. */
    record Unanswered(@Nullable Throwable cause) implements Handover {}

    /** Why it was not taken, for the log. */
    default @Nullable Throwable reason() {
        return switch (this) {
            case NotTaken(var cause) -> cause;
            case Unanswered(var cause) -> cause;
            case Taken(), Refused() -> null;
        };
    }
}
