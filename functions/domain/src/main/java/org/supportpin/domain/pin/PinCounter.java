package org.supportpin.domain.pin;

import java.nio.ByteBuffer;

/**
 * What a PIN is derived from, beside the secret: the moving factor of RFC 4226 §5.1.
 *
 * @param step half hours since the epoch, shifted by the customer's phase (RFC 6238 §4.2); not negative
 * @param generation 0–65535; a new one voids all PINs of the one before
 */
public record PinCounter(long step, int generation) {

    private static final int GENERATIONS = 1 << 16;

    public PinCounter {
        if (step < 0 || step >= 1L << 47 || generation < 0 || generation >= GENERATIONS) {
            throw new IllegalArgumentException("counter out of range");
        }
    }

    /** {@code step · 65536 + generation}, as RFC 4226 §5.2 wants it: 8 bytes, big-endian. */
    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(step * GENERATIONS + generation)
                .array();
    }

    /** The generation after this one; after 65535 comes 0, when the step has long moved on. */
    public static int generationAfter(int generation) {
        return (generation + 1) % GENERATIONS;
    }
}
