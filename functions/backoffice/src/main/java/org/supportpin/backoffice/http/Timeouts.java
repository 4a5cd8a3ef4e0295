package org.supportpin.backoffice.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.supportpin.domain.deadline.Deadline;

/**
 * How long a connector waits, well below the ten seconds that a function has, and never longer than the {@link Deadline} of the work at
 * hand.
 *
 * @param connect for the connection
 * @param whole for the whole exchange: name resolution, connection, request and answer
 */
public record Timeouts(Duration connect, Duration whole) {

    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(2500));

    /**
     * Waits for a whole exchange, including the parts that have no time-out.
     *
     * @param exchange runs on its own thread, which is interrupted when the time is over
     * @param notBegun the result if there is no time for an exchange: certainly nothing was sent
     * @param lost the result for an exchange that has not ended, given the reason, which holds nothing secret
     */
    public <T> T await(Callable<T> exchange, Supplier<T> notBegun, Function<String, T> lost) {
        var most = Deadline.current().atMost(whole);
        if (most.isZero() || Thread.currentThread().isInterrupted()) {
            return notBegun.get();
        }
        var task = new FutureTask<>(exchange);
        Thread.ofVirtual().start(task);
        try {
            return task.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return lost.apply("no complete answer arrived in time");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exchange failed unexpectedly", e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return lost.apply("interrupted");
        }
    }
}
