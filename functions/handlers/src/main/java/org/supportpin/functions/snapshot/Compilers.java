package org.supportpin.functions.snapshot;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The JVM's compilers, which go on for a while after a rehearsal: after a restore they would compete with the first request. */
final class Compilers {

    private static final Duration A_QUARTER_OF_A_SECOND = Duration.ofMillis(250);
    private static final int LONGEST_PAUSES = 24;

    /** Milliseconds that compiling has taken so far. */
    private final LongSupplier taken;

    private final Duration pause;

    /**
     * @param pause how long nothing must be compiled
     */
    Compilers(LongSupplier taken, Duration pause) {
        this.taken = taken;
        this.pause = pause;
    }

    /** This JVM's; of one that does not measure them, as if they were at rest. */
    static Compilers ofThisJvm() {
        var measured = Optional.ofNullable(ManagementFactory.getCompilationMXBean())
                .filter(CompilationMXBean::isCompilationTimeMonitoringSupported);
        return new Compilers(
                () -> measured.map(CompilationMXBean::getTotalCompilationTime).orElse(0L), A_QUARTER_OF_A_SECOND);
    }

    /**
     * Waits until nothing was compiled for the length of a pause, and for 24 of them at most.
     *
     * @return whether they came to rest
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    boolean awaitRest() throws InterruptedException {
        long before = taken.getAsLong();
        for (int waited = 0; waited < LONGEST_PAUSES; waited++) {
            Thread.sleep(pause);
            long now = taken.getAsLong();
            if (now == before) {
                return true;
            }
            before = now;
        }
        return false;
    }
}
