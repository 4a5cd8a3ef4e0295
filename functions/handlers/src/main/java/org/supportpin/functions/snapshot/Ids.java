package org.supportpin.functions.snapshot;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes keys that nobody can guess, and that no two functions make alike. */
public final class Ids {

    private static final int KEY_BYTES = 16;
    private static final int SEED_BYTES = 32;

    private final SecureRandom random;

    public Ids(SecureRandom random) {
        this.random = random;
    }

    /** 128 random bits, base64url. */
    public String newKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Adds fresh entropy: all functions restored from one snapshot start with the same state. On Linux the JDK's generator ({@code
     * NativePRNG}) has one state per process, so this serves everything that draws from it, including the nonces of ciphertexts.
     */
    void refresh() {
        random.setSeed(random.generateSeed(SEED_BYTES));
    }
}
