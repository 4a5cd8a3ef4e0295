package org.supportpin.domain.account;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.listing.Gap;
import org.supportpin.domain.listing.Listing;

/**
 * Readings that run beside one another, each on its own thread and until the same time, so that a system that is slow or down costs only
 * what it was asked for.
 */
final class Beside {

    /** Of one system's things, when each is asked for alone. */
    private static final int AT_ONCE = 8;

    /** A reading that stops at the deadline still hands over what it has. */
    private static final Duration TO_HAND_OVER = Duration.ofMillis(250);

    private final Deadline deadline;
    private final Deadline patience;
    private final Consumer<Throwable> unexpected;

    private Beside(Deadline deadline, Deadline patience, Consumer<Throwable> unexpected) {
        this.deadline = deadline;
        this.patience = patience;
        this.unexpected = unexpected;
    }

    /**
     * For this long, or as long as the work at hand still has.
     *
     * @param unexpected is told of a failure other than {@link BackOfficeUnavailable}, which is a fault of ours
     */
    static Beside within(Duration most, Consumer<Throwable> unexpected) {
        var now = Deadline.current();
        return new Beside(now.within(most), now.within(most.plus(TO_HAND_OVER)), unexpected);
    }

    /** Starts a reading. The result waits for it, and is {@link Gap#UNAVAILABLE} if it fails or does not end in time. */
    <T> Supplier<Listing<T>> start(Supplier<Listing<T>> reading) {
        var task = started(reading);
        return () -> ended(task, patience).orElseGet(() -> Listing.without(Gap.UNAVAILABLE));
    }

    private <T> FutureTask<T> started(Supplier<T> work) {
        var task = new FutureTask<T>(() -> deadline.hold(work::get));
        Thread.ofVirtual().start(task);
        return task;
    }

    /** Empty if it fails or does not end in time. */
    private <T> Optional<T> ended(FutureTask<T> task, Deadline until) {
        try {
            return Optional.of(task.get(until.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            task.cancel(true);
        } catch (ExecutionException e) {
            report(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void report(Throwable failure) {
        if (!(failure instanceof BackOfficeUnavailable)) {
            unexpected.accept(failure);
        }
    }

    /** Asks for each, some at once. Without those that were not answered in time. */
    <K, V> Map<K, V> each(Collection<K> all, Function<K, V> ask) {
        var waiting = new ConcurrentLinkedQueue<>(all);
        var answers = new ConcurrentHashMap<K, V>();
        var workers = Stream.generate(() -> started(() -> answerAll(waiting, ask, answers)))
                .limit(Math.min(AT_ONCE, all.size()))
                .toList();
        workers.forEach(each -> {
            var _ = ended(each, deadline);
        });
        return Map.copyOf(answers);
    }

    private static <K, V> int answerAll(Queue<K> waiting, Function<K, V> ask, Map<K, V> answers) {
        int asked = 0;
        for (var next = waiting.poll(); next != null && !Deadline.current().isOver(); next = waiting.poll()) {
            var one = next;
            answer(() -> ask.apply(one)).ifPresent(answer -> answers.put(one, answer));
            asked++;
        }
        return asked;
    }

    private static <T> Optional<T> answer(Supplier<T> asked) {
        try {
            return Optional.of(asked.get());
        } catch (BackOfficeUnavailable e) {
            return Optional.empty();
        }
    }
}
