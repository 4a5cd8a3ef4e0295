package org.supportpin.domain.hosting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state that a fix changes, at one moment. */
public sealed interface FixState {

    /** What the customer sees; null if there is nothing to show. */
    default @Nullable String shown() {
        return switch (this) {
            case Untold() -> null;
            case Quota(var megabytes) -> megabytes + " MB";
            case Ban(var banned) -> banned ? "banned" : "not banned";
            case Certified(var until) -> until == null ? null : "valid until " + until;
        };
    }

    /** The fix changes nothing that can be shown. */
    record Untold() implements FixState {}

    /** The mailbox's quota in megabytes. */
    record Quota(int megabytes) implements FixState {}

    /** Whether the address is banned. */
    record Ban(boolean banned) implements FixState {}

    /**
     * When the domain's certificate expires.
     *
     * @param until null if it has no certificate
     */
    record Certified(@Nullable Instant until) implements FixState {}
}
