package org.supportpin.functions.snapshot;

import java.security.Security;
import java.time.Duration;

/**
 * The JVM's cache of resolved names. A snapshot holds it, and its clock stands still meanwhile: with the JVM's thirty seconds, a
 * function that is restored after hours would call addresses that may be another's. So names are kept for a second only, which
 * still spares a rehearsal most look-ups, and the snapshot is taken when that second is over.
 */
public final class NameCache {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private NameCache() {}

    /** Before the first name is resolved: the JVM reads this once. */
    public static void shorten() {
        Security.setProperty("networkaddress.cache.ttl", Long.toString(KEPT.toSeconds()));
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    /** Returns once every name that was resolved before has left the cache. */
    static void awaitEmpty() throws InterruptedException {
        Thread.sleep(KEPT.plusMillis(100));
    }
}
