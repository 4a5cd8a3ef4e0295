package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.Pulse;
import org.supportpin.domain.audit.Pulse.Lane;

/** What every {@link Pulse} promises. Its lanes are everybody's, so each test is later than those before it. */
public abstract class PulseContract {

    protected abstract Pulse pulse();

    private Lane lane(int number) {
        return pulse().lanes().get(number);
    }

    /** After whatever was sent and heard so far. */
    private Instant later(int number) {
        var lane = lane(number);
        return (lane.sent().isAfter(lane.heard()) ? lane.sent() : lane.heard()).plusMillis(1_800_000);
    }

    @Test
    void eachLaneIsListedByItsNumber() {
        assertThat(pulse().lanes())
                .extracting(Lane::number)
                .containsExactlyElementsOf(
                        IntStream.range(0, Pulse.LANES).boxed().toList());
    }

    @Test
    void whatIsSentAndHeardIsReadAsItWas() {
        var at = later(0);
        var heardBefore = lane(0).heard();

        pulse().send(0, at);
        assertThat(lane(0)).isEqualTo(new Lane(0, at, heardBefore));
        pulse().hear(0, at);

        assertThat(lane(0)).isEqualTo(new Lane(0, at, at));
    }

    @Test
    void neitherGoesBack() {
        var at = later(1);
        pulse().send(1, at);
        pulse().hear(1, at);

        pulse().send(1, at.minusMillis(1));
        pulse().hear(1, at.minusMillis(1));

        assertThat(lane(1)).isEqualTo(new Lane(1, at, at));
    }

    @Test
    void lanesDoNotTouchEachOther() {
        var other = lane(3);

        pulse().send(2, later(2));

        assertThat(lane(3)).isEqualTo(other);
    }
}
