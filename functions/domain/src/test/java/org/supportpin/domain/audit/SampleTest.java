package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.CustomerId;

class SampleTest {

    private static final Instant RUN = Instant.parse("2026-11-22T12:00:00Z");

    private static long drawn(Sample sample, int of) {
        return IntStream.range(0, of)
                .mapToObj(each -> new CustomerId("c-" + each))
                .filter(sample::has)
                .count();
    }

    @Test
    void ofFewLedgersAllAreDrawn() {
        assertThat(drawn(new Sample(RUN, 100, 0), 50)).isEqualTo(50);
        assertThat(drawn(new Sample(RUN, 100, 100), 100)).isEqualTo(100);
    }

    @Test
    void ofManyAboutAsManyAsTheSampleIsLarge() {
        assertThat(drawn(new Sample(RUN, 100, 10_000), 10_000)).isBetween(60L, 140L);
    }

    @Test
    void eachRunDrawsOthers() {
        var one = new Sample(RUN, 100, 10_000);
        var other = new Sample(RUN.plusSeconds(1800), 100, 10_000);

        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(each -> new CustomerId("c-" + each))
                        .filter(customer -> one.has(customer) && other.has(customer))
                        .count())
                .isLessThan(20);
    }
}
