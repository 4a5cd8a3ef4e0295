package org.supportpin.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;

class BesideTest {

    private static Beside within(Duration most) {
        return Beside.within(most, failure -> {
            throw new AssertionError(failure);
        });
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Test
    void aReadingKnowsHowMuchTimeItHas() {
        var left = within(Duration.ofSeconds(2))
                .start(() -> Listing.of(List.of(Deadline.current().left())));

        assertThat(left.get().items()).allSatisfy(each -> assertThat(each).isLessThanOrEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void aReadingThatStopsAtTheDeadlineHandsOverWhatItHas() {
        var listing = within(Duration.ofMillis(100)).start(() -> {
            while (!Deadline.current().isOver()) {
                pause(Duration.ofMillis(5));
            }
            pause(Duration.ofMillis(20));
            return new Listing<>(List.of("read"), Gap.UNAVAILABLE);
        });

        assertThat(listing.get().items()).containsExactly("read");
    }

    @Test
    void noFurtherQuestionIsAskedAfterTheDeadline() {
        var asked = new AtomicInteger();
        var answers = within(Duration.ofMillis(100))
                .each(IntStream.range(0, 200).boxed().toList(), each -> {
                    asked.incrementAndGet();
                    pause(Duration.ofMillis(20));
                    return each;
                });
        pause(Duration.ofMillis(300));

        assertThat(answers).hasSizeLessThan(200);
        assertThat(asked).hasValueLessThan(200);
    }

    @Test
    void someQuestionsAreAskedAtOnce() {
        var together = new CountDownLatch(2);

        var answers = within(Duration.ofSeconds(5)).each(List.of(1, 2), each -> {
            together.countDown();
            try {
                return together.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });

        assertThat(answers).hasSize(2).containsValue(true).doesNotContainValue(false);
    }
}
