package org.supportpin.functions.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CompilersTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    @Test
    void theyAreWaitedForUntilNothingIsCompiled() throws InterruptedException {
        var asked = new AtomicLong();

        assertThat(new Compilers(() -> Math.min(asked.incrementAndGet(), 4), PAUSE).awaitRest())
                .isTrue();
        assertThat(asked).hasValue(5);
    }

    @Test
    void whoeverNeverRestsIsNotWaitedForForEver() throws InterruptedException {
        assertThat(new Compilers(new AtomicLong()::incrementAndGet, PAUSE).awaitRest())
                .isFalse();
    }
}
