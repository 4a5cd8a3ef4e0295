package org.supportpin.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.supportpin.local.template.Function;
import org.supportpin.local.template.Schedule;

/**
 * Calls functions at the rates that the template gives them, as EventBridge Scheduler does in AWS. It goes by the service's
 * clock: when that is moved, what has come due is called at once, though only once.
 */
public final class Scheduler implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** A schedule and when it is due next; used by the scheduler's one thread alone. */
    private static final class Timer {
        private final String function;
        private final Schedule schedule;
        private Instant due;

        Timer(String function, Schedule schedule, Instant start) {
            this.function = function;
            this.schedule = schedule;
            this.due = start.plus(schedule.rate());
        }

        boolean isDue(Instant now) {
            boolean reached = !now.isBefore(due);
            if (reached) {
                due = now.plus(schedule.rate());
            }
            return reached;
        }
    }

    private final FunctionHost functions;
    private final Clock clock;
    private final List<Timer> timers = new ArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private Scheduler(FunctionHost functions, Clock clock) {
        this.functions = functions;
        this.clock = clock;
    }

    /** Calls the functions until it is closed; the first time after one turn of their rate. */
    public static Scheduler start(Collection<Function> scheduled, FunctionHost functions, Clock clock) {
        var scheduler = new Scheduler(functions, clock);
        for (var function : scheduled) {
            for (var schedule : function.schedules()) {
                scheduler.timers.add(new Timer(function.id(), schedule, clock.instant()));
            }
        }
        scheduler.run();
        return scheduler;
    }

    private void run() {
        var ignored = thread.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (var timer : timers) {
            if (timer.isDue(clock.instant())) {
                call(timer);
            }
        }
    }

    private void call(Timer timer) {
        try {
            functions.invoke(timer.function, timer.schedule.input().toString().getBytes(UTF_8));
        } catch (FunctionFailed e) {
            // Why it failed is on the console already; as in AWS, its next turn comes all the same.
            if (!thread.isShutdown()) {
                System.err.println("The schedule " + timer.schedule.name() + " failed: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
