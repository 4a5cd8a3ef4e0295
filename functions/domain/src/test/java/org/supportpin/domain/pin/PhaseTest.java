package org.supportpin.domain.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.CustomerId;

class PhaseTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {-1, 1800})
    void aPhaseLiesWithinTheHalfHour(int seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Phase(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 900, 1799})
    void aStepChangesAtItsFirstMillisecondAndLastsHalfAnHour(int seconds) {
        var phase = new Phase(seconds);
        var step = phase.step(NOON);
        var start = phase.start(step);

        assertThat(NOON).isBetween(start, phase.end(step).minusMillis(1));
        assertThat(start.getEpochSecond() % 1800).isEqualTo(seconds);
        assertThat(phase.step(start)).isEqualTo(step);
        assertThat(phase.step(start.minusMillis(1))).isEqualTo(step - 1);
        assertThat(phase.end(step)).isEqualTo(start.plus(Duration.ofMinutes(30)));
        assertThat(phase.step(phase.end(step).minusMillis(1))).isEqualTo(step);
        assertThat(phase.step(phase.end(step))).isEqualTo(step + 1);
    }

    @Test
    void aCustomersPhaseIsAlwaysTheSame() {
        assertThat(Phase.of(new CustomerId("4711"))).isEqualTo(Phase.of(new CustomerId("4711")));
    }

    @Test
    void changesAreSpreadOverTheHalfHour() {
        var minutes = new int[30];
        for (int id = 0; id < 30_000; id++) {
            minutes[Phase.of(new CustomerId("customer-" + id)).seconds() / 60]++;
        }

        for (int changes : minutes) {
            assertThat(changes).isBetween(850, 1150);
        }
    }
}
