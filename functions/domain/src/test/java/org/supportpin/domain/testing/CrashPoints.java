package org.supportpin.domain.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Stops a use case at each call of a port, once before the call takes effect and once after. A story first runs without
 * any crash, which shows the calls that it makes. Then it runs again from the beginning for each point.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> aCrashNeverOpensTwoVerifications() {
 *     return CrashPoints.each(points -> {
 *         var commands = new LedgerCommands(points.wrap(Ledger.class, ledger), clock);
 *         points.run(() -> new CallerVerification(commands, …).verify(…));
 *         … what must be true wherever it stopped …
 *     });
 * }
 * }</pre>
 *
 * Only calls within {@link #run} count, on whatever thread they are made.
 */
public final class CrashPoints {

    /** The process ends here: no use case may catch it. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        private Crash(String point) {
            super(point);
        }
    }

    /** A scenario that runs once for each point, each time from the beginning. */
    @FunctionalInterface
    public interface Story {
        void tell(CrashPoints points) throws Exception;
    }

    /**
     * A call of a port, before or after its effect.
     *
     * @param nth which of the calls of that method: 1, 2 …
     */
    private record Point(Class<?> port, String method, int nth, boolean isAfter) {
        @Override
        public String toString() {
            return "%s %s.%s (%d)".formatted(isAfter ? "after" : "before", port.getSimpleName(), method, nth);
        }
    }

    private final @Nullable Point stopAt;
    private final Supplier<? extends Throwable> failure;
    private final List<Point> calls = new ArrayList<>();
    private @Nullable Throwable thrown;
    private boolean isRunning;
    private boolean isDead;

    private CrashPoints(@Nullable Point stopAt, Supplier<? extends Throwable> failure) {
        this.stopAt = stopAt;
        this.failure = failure;
    }

    /** Without any crash. */
    public static CrashPoints none() {
        return new CrashPoints(null, () -> new AssertionError("there is no point to stop at"));
    }

    /** The process crashes at each point and makes no further calls. */
    public static Stream<DynamicTest> each(Story story) {
        return tests(story, _ -> true, point -> () -> new Crash(point.toString()));
    }

    /** Runs a story without any crash. */
    public static <T> T none(Function<CrashPoints, T> story) {
        return story.apply(new CrashPoints(null, () -> new AssertionError("there is no point to stop at")));
    }

    /** One port fails at each of its calls, before or after the effect, and the use case continues as it chooses. */
    public static Stream<DynamicTest> eachFailure(
            Class<?> port, Supplier<? extends RuntimeException> failure, Story story) {
        return tests(story, point -> point.port() == port, _ -> failure);
    }

    private interface Failures {
        Supplier<? extends Throwable> at(Point point);
    }

    private static Stream<DynamicTest> tests(Story story, Predicate<Point> isMeant, Failures failures) {
        var whole = none();
        try {
            story.tell(whole);
        } catch (Exception e) {
            throw new AssertionError("the story fails without a crash", e);
        }
        var points = whole.calls.stream().filter(isMeant).toList();
        if (points.isEmpty()) {
            throw new AssertionError("the story calls no port");
        }
        return points.stream()
                .map(point -> DynamicTest.dynamicTest(point.toString(), () -> {
                    var stopped = new CrashPoints(point, failures.at(point));
                    story.tell(stopped);
                    if (stopped.thrown == null) {
                        throw new AssertionError("the story did not come to its point: " + point);
                    }
                }));
    }

    /** The port with its crash points. */
    public <T> T wrap(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> call(port, real, method, arguments)));
    }

    /**
     * Runs code that may be stopped.
     *
     * @return its result; empty if it was stopped or failed with the port's exception
     */
    public <T> Optional<T> run(Supplier<T> command) {
        begin();
        try {
            return Optional.of(command.get());
        } catch (RuntimeException | Error e) {
            if (!isOurs(e)) {
                throw e;
            }
            return Optional.empty();
        } finally {
            end();
        }
    }

    /** Whether the story has reached its point. */
    public synchronized boolean isStopped() {
        return thrown != null;
    }

    private synchronized void begin() {
        isRunning = true;
        isDead = false;
    }

    private synchronized void end() {
        isRunning = false;
    }

    private synchronized boolean isOurs(Throwable found) {
        return thrown != null
                && Stream.iterate(found, each -> each != null, Throwable::getCause)
                        .anyMatch(thrown::equals);
    }

    private @Nullable Object call(Class<?> port, Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        var nth = method.getDeclaringClass() == Object.class ? 0 : began(port, method);
        if (nth > 0) {
            passed(new Point(port, method.getName(), nth, false));
        }
        Object answer;
        try {
            answer = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (nth > 0) {
            passed(new Point(port, method.getName(), nth, true));
        }
        return answer;
    }

    /** The number of the call that begins; 0 if it does not count. */
    private synchronized int began(Class<?> port, Method method) throws Throwable {
        if (!isRunning) {
            return 0;
        }
        return 1
                + (int) calls.stream()
                        .filter(each -> !each.isAfter()
                                && each.port() == port
                                && each.method().equals(method.getName()))
                        .count();
    }

    private synchronized void passed(Point point) throws Throwable {
        if (isDead && thrown != null) {
            throw thrown;
        }
        calls.add(point);
        if (thrown == null && point.equals(stopAt)) {
            thrown = failure.get();
            isDead = thrown instanceof Crash;
            throw thrown;
        }
    }
}
