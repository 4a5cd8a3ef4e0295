package org.supportpin.domain.hosting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a fix changes, as it is at one time. */
public sealed interface FixState {

    /** As the customer is shown it; null where there is nothing to show. */
    default @Nullable String shown() {
        return switch (this) {
            case Untold() -> null;
            case Quota(var megabytes) -> megabytes + " MB";
            case Ban(var banned) -> banned ? "banned" : "not banned";
            case Certified(var until) -> until == null ? null : "valid until " + until;
        };
    }

    /** The fix changes nothing that could be told. */
    record Untold() implements FixState {}

    /** How much the mailbox may hold, in megabytes. */
    record Quota(int megabytes) implements FixState {}

    /** Whether the address is kept out. */
    record Ban(boolean banned) implements FixState {}

    /**
     * Until when the domain's certificate is valid.
     *
     * @param until null where it has none
     */
    record Certified(@Nullable Instant until) implements FixState {}
}
