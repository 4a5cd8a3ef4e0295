package org.supportpin.benchmark;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.supportpin.benchmark.load.Load;

/**
 * Measures, and writes docs/measurements.md. {@code benchmark.rounds}, {@code benchmark.calls} and {@code benchmark.only} (a list of
 * sections) make a run shorter.
 */
public final class Main {

    private static final Set<String> SECTIONS =
            new TreeSet<>(Set.of("starts", "peers", "warm", "apart", "audit", "micro", "local", "load"));

    /** A search takes two minutes. */
    private static final int LOADS = 3;

    private Main() {}

    public static void main(String[] arguments) {
        int status = 0;
        try {
            run();
        } catch (Exception e) {
            e.printStackTrace();
            status = 1;
        }
        // Threads that a server left running must not keep Maven waiting.
        System.exit(status);
    }

    private static void run() throws Exception {
        int rounds = Integer.getInteger("benchmark.rounds", 7);
        int calls = Integer.getInteger("benchmark.calls", 100);
        int entries = Integer.getInteger("benchmark.entries", 2_000);
        var only = System.getProperty("benchmark.only", "");
        var sections = only.isBlank() ? SECTIONS : Set.of(only.split(",", -1));
        if (!SECTIONS.containsAll(sections)) {
            throw new IllegalArgumentException("benchmark.only takes " + SECTIONS + ", and not " + sections);
        }
        try (var site = new Site()) {
            var requests = new Requests(site);
            if (sections.contains("starts")) {
                Report.starts(Rounds.run("starts", new Starts(site, requests).all(), rounds), rounds);
            }
            if (sections.contains("peers")) {
                Report.peers(Rounds.run("peers", new Starts(site, requests).peers(), rounds), rounds);
            }
            if (sections.contains("warm")) {
                var all = new Warm(site, requests, calls).all();
                var names = all.stream().map(Rounds.Measured::name).toList();
                Report.warm(Rounds.run("warm", all, rounds), names, rounds);
            }
            if (sections.contains("apart")) {
                var all = new Warm(site, requests, calls).apart();
                Report.apart(
                        Rounds.run("apart", all, rounds),
                        all.stream().map(Rounds.Measured::name).toList(),
                        rounds);
            }
            if (sections.contains("audit")) {
                try (var audits = new Audits(site, entries)) {
                    var all = audits.all();
                    var names = all.stream().map(Rounds.Measured::name).toList();
                    Report.audit(Rounds.run("audit", all, rounds), names, entries, rounds);
                }
            }
        }
        if (sections.contains("micro")) {
            var all = Micro.all();
            var names = all.stream().map(Rounds.Measured::name).toList();
            Report.micro(Rounds.run("micro", all, rounds), names, rounds);
        }
        if (sections.contains("load")) {
            var load = new Load(Files.createTempDirectory("benchmark-load"));
            Report.load(Rounds.run("load", List.of(measured(load)), LOADS), load, LOADS);
        }
        if (sections.contains("local")) {
            var folder = Files.createTempDirectory("benchmark-local");
            Report.local(Rounds.run("local", List.of(new Local(folder)), rounds), rounds);
        }
    }

    private static Rounds.Measured measured(Load load) {
        return new Rounds.Measured() {
            @Override
            public String name() {
                return Load.RATE;
            }

            @Override
            public Map<String, Double> measure() throws Exception {
                return load.measure();
            }
        };
    }
}
