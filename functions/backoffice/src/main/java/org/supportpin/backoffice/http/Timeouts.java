package org.supportpin.backoffice.http;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * How long a connector waits, well below the ten seconds that a function has.
 *
 * @param connect for the connection
 * @param whole for all of an exchange: name, connection, request and answer
 */
public record Timeouts(Duration connect, Duration whole) {

    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(2500));

    /**
     * Waits for a whole exchange, with everything in it that has no time-out of its own.
     *
     * @param exchange on a thread of its own, which is interrupted when the time is over
     * @param lost what an exchange is that has not ended, by a sentence without anything secret
     */
    public <T> T await(Callable<T> exchange, Function<String, T> lost) {
        var task = new FutureTask<>(exchange);
        Thread.ofVirtual().start(task);
        try {
            return task.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return lost.apply("no whole answer came in time");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an exchange ended in a fault of its own", e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return lost.apply("interrupted");
        }
    }
}
