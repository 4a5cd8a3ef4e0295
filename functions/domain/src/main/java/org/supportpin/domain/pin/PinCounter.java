package org.supportpin.domain.pin;

import java.nio.ByteBuffer;

/**
 * What a PIN is derived from, in addition to the secret: the moving factor of RFC 4226 §5.1.
 *
 * @param step half hours since the epoch, shifted by the customer's phase (RFC 6238 §4.2); not negative
 * @param generation 0–65535; a new one voids all PINs of the previous one
 */
public record PinCounter(long step, int generation) {

    private static final int GENERATIONS = 1 << 16;

    public PinCounter {
        if (step < 0 || step >= 1L << 47 || generation < 0 || generation >= GENERATIONS) {
            throw new IllegalArgumentException("counter out of range");
        }
    }

    /** {@code step · 65536 + generation}, as RFC 4226 §5.2 requires: 8 bytes, big-endian. */
    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(step * GENERATIONS + generation)
                .array();
    }

    /** The next generation. It wraps from 65535 to 0; by then the step is long past. */
    public static int generationAfter(int generation) {
        return (generation + 1) % GENERATIONS;
    }
}
