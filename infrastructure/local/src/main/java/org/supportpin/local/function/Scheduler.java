package org.supportpin.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.template.Function;
import org.supportpin.local.template.Schedule;

/**
 * Calls functions and runs state machines at the template's rates, as EventBridge Scheduler does in AWS. It follows the service's
 * clock: when that is moved, each due target is called once, immediately. None waits for another's end, nor for its own.
 */
public final class Scheduler implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @FunctionalInterface
    private interface Target {
        void call(Json input) throws FunctionFailed;
    }

    /** When a schedule is due next; used only by the scheduler's thread. */
    private static final class Timer {
        private final Target target;
        private final Schedule schedule;
        private Instant due;

        Timer(Target target, Schedule schedule, Instant start) {
            this.target = target;
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

    private final Clock clock;
    private final List<Timer> timers = new ArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    private Scheduler(Clock clock) {
        this.clock = clock;
    }

    /** Calls each target for the first time after one interval. */
    public static Scheduler start(
            Collection<Function> scheduled, FunctionHost functions, StateMachines machines, Clock clock) {
        var scheduler = new Scheduler(clock);
        for (var function : scheduled) {
            scheduler.add(
                    function.schedules(),
                    input -> functions.invoke(
                            function.id(), JsonText.write(input).getBytes(UTF_8)));
        }
        for (var machine : machines.all()) {
            scheduler.add(machine.schedules(), input -> machines.run(machine.id(), input));
        }
        scheduler.run();
        return scheduler;
    }

    private void add(List<Schedule> schedules, Target target) {
        schedules.forEach(schedule -> timers.add(new Timer(target, schedule, clock.instant())));
    }

    private void run() {
        var ignored = thread.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (var timer : timers) {
            if (timer.isDue(clock.instant())) {
                calls.execute(() -> call(timer));
            }
        }
    }

    private void call(Timer timer) {
        try {
            timer.target.call(timer.schedule.input());
        } catch (FunctionFailed e) {
            // The console has the exception already; as in AWS, the schedule continues.
            if (!thread.isShutdown()) {
                System.err.println("The schedule " + timer.schedule.name() + " failed: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        calls.shutdownNow();
    }
}
