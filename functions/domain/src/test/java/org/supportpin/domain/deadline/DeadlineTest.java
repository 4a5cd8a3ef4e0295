package org.supportpin.domain.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private Duration left = Duration.ofSeconds(10);
    private final Deadline deadline = Deadline.in(() -> left);

    @Test
    void itIsOverWhenNothingIsLeft() {
        assertThat(deadline.isOver()).isFalse();
        left = Duration.ZERO;
        assertThat(deadline.isOver()).isTrue();
        left = Duration.ofSeconds(-1);
        assertThat(deadline.left()).isEqualTo(Duration.ZERO);
    }

    @Test
    void nobodyWaitsLongerThanIsLeft() {
        assertThat(deadline.atMost(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(4));
        left = Duration.ofSeconds(1);
        assertThat(deadline.atMost(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anEarlierOneLeavesTimeForTheRest() {
        var earlier = deadline.before(Duration.ofSeconds(2));
        assertThat(earlier.left()).isEqualTo(Duration.ofSeconds(8));
        left = Duration.ofSeconds(1);
        assertThat(earlier.isOver()).isTrue();
        assertThat(deadline.isOver()).isFalse();
    }

    @Test
    void aShorterOneEndsByItselfOrWithTheWhole() {
        var shorter = deadline.within(Duration.ofSeconds(4));
        assertThat(shorter.left()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
        left = Duration.ZERO;
        assertThat(shorter.isOver()).isTrue();
        left = Duration.ofSeconds(10);
        assertThat(deadline.within(Duration.ZERO).isOver()).isTrue();
    }

    @Test
    void itHoldsForTheCallOnlyAndGoesToAnotherThreadIfTakenAlong() {
        assertThat(Deadline.current()).isSameAs(Deadline.NONE);
        deadline.hold(() -> {
            assertThat(Deadline.current()).isSameAs(deadline);
            assertThat(CompletableFuture.supplyAsync(() -> deadline.hold(Deadline::current))
                            .join())
                    .isSameAs(deadline);
            return "";
        });
        assertThat(Deadline.current()).isSameAs(Deadline.NONE);
    }
}
