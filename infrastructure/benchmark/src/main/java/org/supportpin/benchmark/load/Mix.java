package org.supportpin.benchmark.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One run at a fixed rate: of ten calls, eight are polls, one is a verification, and one an action of a caller verified before. Calls come at
 * their time whether or not earlier ones were answered, and their time counts from when they were due.
 */
final class Mix {

    static final String POLL = "poll (304)";
    static final String VERIFICATION = "verification";
    static final String ACTION = "action";
    static final List<String> KINDS = List.of(POLL, VERIFICATION, ACTION);

    private static final int POLLS = 8;
    private static final int OF = 10;
    private static final long UNTIL_THE_ACTION = TimeUnit.MILLISECONDS.toNanos(500);

    private final Calls calls;
    private final Map<String, List<Double>> times = new ConcurrentHashMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    private Mix(Calls calls) {
        this.calls = calls;
        KINDS.forEach(kind -> times.put(kind, Collections.synchronizedList(new ArrayList<>())));
    }

    /** Callers for a run: to be prepared before it. */
    static List<Calls.Telephone> telephones(Calls calls, double rate, int seconds) throws Exception {
        return calls.telephones((int) Math.ceil(rate * seconds / OF));
    }

    /** @param rate calls a second */
    static Mix run(Calls calls, List<Calls.Telephone> telephones, double rate) throws InterruptedException {
        var mix = new Mix(calls);
        var done = new CountDownLatch(telephones.size() * (POLLS + 1));
        long apart = (long) (1e9 / rate);
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        int panel = 0;
        for (var telephone : telephones) {
            mix.at(due, done, at -> mix.telephone(telephone, at));
            due += 2 * apart;
            for (int poll = 0; poll < POLLS; poll++, due += apart) {
                int number = panel++;
                mix.at(due, done, at -> mix.time(POLL, at, () -> calls.poll(number)));
            }
        }
        done.await();
        return mix;
    }

    private interface Call {
        void at(long due);
    }

    private void at(long due, CountDownLatch done, Call call) {
        Thread.startVirtualThread(() -> {
            try {
                await(due);
                call.at(due);
            } catch (RuntimeException e) {
                failed.incrementAndGet();
                failures.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
            } finally {
                done.countDown();
            }
        });
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void telephone(Calls.Telephone telephone, long due) {
        var verification = new String[1];
        time(VERIFICATION, due, () -> verification[0] = calls.verify(telephone));
        // A late verification makes its action due later.
        long action = Math.max(due + UNTIL_THE_ACTION, System.nanoTime());
        await(action);
        time(ACTION, action, () -> calls.act(telephone, verification[0]));
    }

    private void time(String kind, long due, Runnable call) {
        call.run();
        times.getOrDefault(kind, new ArrayList<>()).add((System.nanoTime() - due) / 1e6);
    }

    /** In milliseconds, ascending. */
    List<Double> sorted(String kind) {
        return times.getOrDefault(kind, List.of()).stream().sorted().toList();
    }

    /** The same, of all calls. */
    List<Double> sorted() {
        return KINDS.stream().flatMap(kind -> sorted(kind).stream()).sorted().toList();
    }

    int failed() {
        return failed.get();
    }

    @Override
    public String toString() {
        return sorted().size() + " calls, " + failed + " failed"
                + (failures.isEmpty()
                        ? ""
                        : ", such as " + failures.keySet().iterator().next());
    }
}
