package org.supportpin.benchmark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Code without calls to AWS, by JMH: PINs, the ledger's rules, entries. JMH would measure one benchmark after the other, so each
 * round is a separate run with one fork.
 *
 * @param benchmark class and method
 */
record Micro(String name, String benchmark) implements Rounds.Measured {

    static final String NS = "ns";
    static final String HMAC = "HMAC-SHA-256, keyed before";
    static final String PIN = "a PIN, secret opened before";

    private static final int ITERATIONS = 3;
    private static final TimeValue ITERATION = TimeValue.milliseconds(300);

    static List<Micro> all() {
        return List.of(
                new Micro(HMAC, "PinBenchmark.hmac"),
                new Micro(PIN, "PinBenchmark.pin"),
                new Micro("a secret's key, and a PIN", "PinBenchmark.openedAndPin"),
                new Micro("`decide`: a PIN compared, a verification judged", "LedgerBenchmark.decide"),
                new Micro("`apply`: a verification in the state", "LedgerBenchmark.apply"),
                new Micro("an entry to text", "EntryBenchmark.write"),
                new Micro("its hash", "EntryBenchmark.hash"),
                new Micro("an entry from text", "EntryBenchmark.read"));
    }

    @Override
    public Map<String, Double> measure() throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + benchmark.replace(".", "\\.") + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(ITERATIONS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .forks(1)
                .shouldFailOnError(true)
                .build();
        return Map.of(NS, new Runner(options).runSingle().getPrimaryResult().getScore());
    }
}
