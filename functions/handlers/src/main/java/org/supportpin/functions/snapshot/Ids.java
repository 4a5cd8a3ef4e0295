package org.supportpin.functions.snapshot;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody may guess, and what no two functions may make alike. */
public final class Ids {

    private static final int KEY_BYTES = 12;
    private static final int SEED_BYTES = 32;

    private final SecureRandom random;

    public Ids(SecureRandom random) {
        this.random = random;
    }

    /** 96 random bits, base64url. */
    public String newKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Mixes in what the operating system has now. All that were restored from one snapshot began with the same state; a seed only
     * adds to it. The JDK's own generator on Linux ({@code NativePRNG}) has one state for the whole process, so this is for all
     * that draw from it, among them the nonces under which numbers are sealed.
     */
    void refresh() {
        random.setSeed(random.generateSeed(SEED_BYTES));
    }
}
