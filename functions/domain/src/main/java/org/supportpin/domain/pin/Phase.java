package org.supportpin.domain.pin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.supportpin.domain.identity.CustomerId;

/**
 * Where in the half hour a customer's PIN changes. It differs by customer, so that a million panels do not all refresh in the
 * same second.
 *
 * @param seconds 0–1799
 */
public record Phase(int seconds) {

    /** How long a PIN is current: the time step X of RFC 6238 §4.1. */
    public static final Duration STEP = Duration.ofMinutes(30);

    private static final long STEP_MILLIS = STEP.toMillis();

    public Phase {
        if (seconds < 0 || seconds >= STEP.toSeconds()) {
            throw new IllegalArgumentException("a phase is 0 to 1799 seconds");
        }
    }

    /** Derived from the customer's ID, so it need not be stored. It is not secret. */
    public static Phase of(CustomerId customer) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(customer.value().getBytes(StandardCharsets.UTF_8));
            return new Phase((int) (Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) % STEP.toSeconds()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code floor((now − phase) / 1800 s)}. */
    public long step(Instant now) {
        return Math.floorDiv(now.toEpochMilli() - seconds * 1000L, STEP_MILLIS);
    }

    /** The first instant of a step. */
    public Instant start(long step) {
        return Instant.ofEpochMilli(step * STEP_MILLIS + seconds * 1000L);
    }

    /** The first instant after a step. */
    public Instant end(long step) {
        return start(step + 1);
    }
}
