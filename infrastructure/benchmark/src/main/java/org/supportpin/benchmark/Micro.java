package org.supportpin.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What no AWS is asked for, by JMH: PINs, the ledger's rules, entries. Each fork of JMH is a round. */
final class Micro {

    private static final int WARM_UPS = 3;
    private static final int ITERATIONS = 3;

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("PinBenchmark.hmac", "HMAC-SHA-256, keyed before");
        NAMES.put("PinBenchmark.pin", "a PIN, secret opened before");
        NAMES.put("PinBenchmark.openedAndPin", "a secret's key, and a PIN");
        NAMES.put("LedgerBenchmark.decide", "`decide`: a PIN compared, a verification judged");
        NAMES.put("LedgerBenchmark.apply", "`apply`: a verification in the state");
        NAMES.put("EntryBenchmark.write", "an entry to text");
        NAMES.put("EntryBenchmark.hash", "its hash");
        NAMES.put("EntryBenchmark.read", "an entry from text");
    }

    private Micro() {}

    static void run(int rounds) throws RunnerException, IOException {
        var options = new OptionsBuilder()
                .include("org\\.supportpin\\..*Benchmark\\..*")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.milliseconds(500))
                .forks(rounds)
                .shouldFailOnError(true)
                .build();
        var figures = new LinkedHashMap<String, List<Double>>();
        for (var result : new Runner(options).run()) {
            var name = result.getParams().getBenchmark();
            var benchmark = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
            var forks = new ArrayList<Double>();
            result.getBenchmarkResults()
                    .forEach(fork -> forks.add(fork.getPrimaryResult().getScore()));
            figures.put(benchmark, forks);
        }
        Report.micro(NAMES, figures, rounds);
    }
}
