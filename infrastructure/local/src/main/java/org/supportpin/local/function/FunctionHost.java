package org.supportpin.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.supportpin.local.template.Function;

/**
 * Keeps one handler for each function of the template, and calls it within the function's time-out. A call that takes longer is ended as
 * Lambda ends it: it gives no answer and does nothing more, and what it had done stays.
 */
public final class FunctionHost implements AutoCloseable {

    /**
     * How many calls run at a time; the others wait. They share one machine with the tables, so with hundreds at a time the
     * time-outs meant for AWS would expire.
     */
    private static final int AT_ONCE = 16;

    private record Hosted(Function function, RequestStreamHandler handler) {}

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final Map<String, Hosted> hosted;
    /** The ends of the calls that run, by function. */
    private final Map<String, Set<CountDownLatch>> running = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public static final FunctionHost NONE = new FunctionHost(Map.of());

    private FunctionHost(Map<String, Hosted> hosted) {
        this.hosted = Map.copyOf(hosted);
    }

    /**
     * Creates every handler, so that wrong configuration shows at the start.
     *
     * @param common environment variables of every function
     */
    public static FunctionHost start(
            Collection<Function> functions, Map<String, String> common, HandlerFactory factory, Clock clock) {
        return new FunctionHost(functions.parallelStream().collect(Collectors.toMap(Function::id, function -> {
            var environment = new HashMap<>(function.environment());
            environment.putAll(common);
            environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
            return new Hosted(function, factory.create(function, environment, clock));
        })));
    }

    /**
     * Invokes a function.
     *
     * @param id its logical id in the template
     * @return its output
     */
    public byte[] invoke(String id, byte[] event) throws FunctionFailed {
        var target = hosted.get(id);
        if (target == null) {
            throw new IllegalArgumentException("unknown function " + id);
        }
        free.acquireUninterruptibly();
        var end = new CountDownLatch(1);
        var others = running.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet());
        others.add(end);
        try {
            return run(target, event);
        } finally {
            others.remove(end);
            end.countDown();
            free.release();
        }
    }

    /** Waits for the end of each call of a function that runs now, whoever made it. None takes longer than its time-out. */
    public void awaitRunning(String id) throws InterruptedException {
        for (var end : running.getOrDefault(id, Set.of())) {
            end.await();
        }
    }

    private byte[] run(Hosted target, byte[] event) throws FunctionFailed {
        var id = target.function().id();
        var timeout = target.function().timeout();
        var context = new InvocationContext(
                target.function(), UUID.randomUUID().toString(), System.nanoTime() + timeout.toNanos());
        var invocation = new Invocation();
        var run = threads.submit(invocation.of(() -> {
            var out = new ByteArrayOutputStream();
            target.handler().handleRequest(new ByteArrayInputStream(event), out, context);
            return out.toByteArray();
        }));
        try {
            return run.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            System.err.println(id + " threw " + e.getCause());
            throw new FunctionFailed(id + " threw", e);
        } catch (TimeoutException e) {
            invocation.end();
            run.cancel(true);
            System.err.println(id + " did not answer within " + timeout.toSeconds() + " s");
            throw new FunctionFailed(id + " timed out", e);
        } catch (InterruptedException e) {
            invocation.end();
            run.cancel(true);
            Thread.currentThread().interrupt();
            throw new FunctionFailed(id + " was interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
