package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;

class OrderMailsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static ActionId action(int number) {
        return new ActionId("%024d".formatted(number));
    }

    private final OrderMails three = OrderMails.none(new OrderId("ord-1"))
            .with(action(1), NOON)
            .with(action(2), NOON.plus(HOUR))
            .with(action(3), NOON.plus(HOUR.multipliedBy(2)));

    @Test
    void threeFitInADay() {
        assertThat(OrderMails.none(new OrderId("ord-1")).fullUntil(NOON)).isEmpty();
        assertThat(three.without(action(3)).fullUntil(NOON.plus(HOUR))).isEmpty();
        assertThat(three.fullUntil(NOON.plus(HOUR.multipliedBy(3)))).contains(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void aPlaceIsFreeAgainAfter24HoursToTheMillisecond() {
        var free = NOON.plus(Duration.ofDays(1));

        assertThat(three.fullUntil(free.minusMillis(1))).contains(free);
        assertThat(three.fullUntil(free)).isEmpty();
        assertThat(three.with(action(4), free).fullUntil(free)).contains(free.plus(HOUR));
    }

    @Test
    void whatCountsNoMoreIsForgotten() {
        assertThat(three.with(action(4), NOON.plus(Duration.ofDays(3))).mailings())
                .extracting(OrderMails.Mailing::action)
                .containsExactly(action(4));
    }

    @Test
    void eachChangeHasItsVersion() {
        assertThat(three.version()).isEqualTo(3);
        assertThat(three.without(action(1)).version()).isEqualTo(4);
    }

    @Test
    void itKnowsWhoHasAPlace() {
        assertThat(three.has(action(2))).isTrue();
        assertThat(three.without(action(2)).has(action(2))).isFalse();
    }

    @Test
    void itIsOverWhenItsLastMailCountsNoMore() {
        assertThat(three.expiresAt()).contains(NOON.plus(HOUR.multipliedBy(26)));
        assertThat(OrderMails.none(new OrderId("ord-1")).expiresAt()).isEmpty();
    }
}
