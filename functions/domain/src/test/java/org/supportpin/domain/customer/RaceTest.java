package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.deadline.Deadline;

class RaceTest {

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();

    private int raceWonAt(int attempt) {
        return Race.run("a thing", reads::incrementAndGet, state -> {
            attempts.incrementAndGet();
            return state == attempt ? Optional.of(state) : Optional.empty();
        });
    }

    @Test
    void aLostOneReadsAgain() {
        assertThat(raceWonAt(3)).isEqualTo(3);
        assertThat(reads).hasValue(3);
    }

    @Test
    void whatIsKnownIsNotReadAgain() {
        int won = Race.run("a thing", 1, reads::incrementAndGet, Optional::of);
        assertThat(won).isEqualTo(1);
        assertThat(reads).hasValue(0);
    }

    @Test
    void thereAreTwelveAttempts() {
        assertThat(raceWonAt(12)).isEqualTo(12);
        reads.set(0);
        attempts.set(0);
        assertThatExceptionOfType(Contended.class).isThrownBy(() -> raceWonAt(13));
        assertThat(attempts).hasValue(12);
    }

    @Test
    void thereIsNoneAfterTheDeadline() {
        assertThatExceptionOfType(Contended.class)
                .isThrownBy(() -> Deadline.in(() -> Duration.ofSeconds(2 - attempts.get()))
                        .hold(() -> raceWonAt(12)));
        assertThat(attempts).hasValue(2);
    }
}
