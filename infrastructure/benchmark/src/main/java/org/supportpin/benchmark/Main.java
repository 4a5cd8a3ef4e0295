package org.supportpin.benchmark;

import java.util.Set;

/**
 * Measures, and writes docs/performance.md. {@code benchmark.rounds}, {@code benchmark.calls} and {@code benchmark.only} (starts or
 * warm) make a run shorter.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int status = 0;
        try {
            run();
        } catch (Exception e) {
            e.printStackTrace();
            status = 1;
        }
        // Whatever a server has left running must not keep Maven waiting.
        System.exit(status);
    }

    private static void run() throws Exception {
        int rounds = Integer.getInteger("benchmark.rounds", 7);
        int calls = Integer.getInteger("benchmark.calls", 300);
        var only = System.getProperty("benchmark.only", "");
        var sections = only.isBlank() ? Set.of("starts", "warm") : Set.of(only.split(",", -1));
        try (var site = new Site()) {
            var requests = new Requests(site);
            if (sections.contains("starts")) {
                Report.starts(Rounds.run("starts", new Starts(site, requests).all(), rounds), rounds);
            }
            if (sections.contains("warm")) {
                var all = new Warm(site, requests, calls).all();
                var names = all.stream().map(Rounds.Measured::name).toList();
                Report.warm(Rounds.run("warm", all, rounds), names, rounds);
            }
        }
    }
}
