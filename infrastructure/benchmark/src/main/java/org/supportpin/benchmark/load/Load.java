package org.supportpin.benchmark.load;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpin.benchmark.profile.Profile;

/** The highest rate of calls that the local stack bears at a p99 of 250 ms; once found, where its time goes at that rate. */
public final class Load {

    public static final String RATE = "calls a second";

    private static final String STACK = "processor ms a call, gateway, functions and KMS";
    private static final String TABLES = "processor ms a call, tables";
    private static final String CALLERS = "processor ms a call, callers";
    private static final String OTHERS = "processors that others on the machine kept busy";
    public static final List<String> PROCESSES = List.of(STACK, TABLES, CALLERS, OTHERS);

    private static final Profile.Parts PARTS =
            new Profile.Parts(Map.of("org.supportpin.functions.watch.", "the watch, with all that it calls"), parts());

    private static final double MOST_MS = 250;
    private static final double FIRST = 40;
    private static final double STEP = 1.5;
    private static final int HALVINGS = 3;
    private static final int SECONDS = 8;
    private static final int WARMING = 20;

    private final Path folder;
    private final Map<String, Double> profile = new LinkedHashMap<>();

    public Load(Path folder) {
        this.folder = folder;
    }

    private static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("org.supportpin.local.iam.", "the local stack's check of roles");
        parts.put("org.supportpin.local.kms.", "the local KMS");
        parts.put("org.supportpin.local.", "the local stack, otherwise");
        parts.put("org.supportpin.engine.", "the local stack, otherwise");
        parts.put("com.nimbusds.", "the gateway's check of tokens");
        parts.put("com.sun.net.httpserver.", "the local stack's HTTP server");
        parts.put("sun.net.httpserver.", "the local stack's HTTP server");
        parts.put("org.apache.hc.", "the functions: HTTP client");
        parts.put("software.amazon.awssdk.", "the functions: AWS SDK");
        parts.put("org.supportpin.simulated.", "the simulated back office");
        parts.put("org.supportpin.functions.aws.", "the functions: entries and items, to text and back");
        parts.put("org.supportpin.backoffice.json.", "the functions: entries and items, to text and back");
        parts.put("org.supportpin.", "the functions: own code, otherwise");
        return parts;
    }

    /** On a stack of its own: one that was asked for more than it bears answers late for a while. */
    public Map<String, Double> measure() throws Exception {
        try (var stack = StackProcess.start(folder)) {
            var calls = new Calls(stack.uri());
            run(calls, FIRST, WARMING);
            return sought(stack, calls);
        }
    }

    /** Seeks the rate: up until it is not borne, then between the last two. */
    private Map<String, Double> sought(StackProcess stack, Calls calls) throws Exception {
        double borne = 0;
        double refused = Double.POSITIVE_INFINITY;
        double rate = FIRST;
        Mix at = null;
        for (int halving = 0; halving <= HALVINGS; ) {
            var mix = run(calls, rate, SECONDS);
            var isBorne = mix.failed() == 0 && quantile(mix.sorted(), 0.99) <= MOST_MS;
            System.out.printf(
                    "load: %.0f a second, p50 %.0f ms, p99 %.0f ms, %s%n",
                    rate, quantile(mix.sorted(), 0.5), quantile(mix.sorted(), 0.99), mix);
            if (isBorne) {
                borne = rate;
                at = mix;
            } else if (rate <= 1) {
                throw new IllegalStateException("not even one call a second: " + mix);
            } else {
                refused = rate;
            }
            rate = refused == Double.POSITIVE_INFINITY ? borne * STEP : (borne + refused) / 2;
            halving += refused == Double.POSITIVE_INFINITY ? 0 : 1;
        }
        if (at == null) {
            throw new IllegalStateException("no rate was borne");
        }
        var figures = new HashMap<>(Map.of(RATE, borne));
        for (var kind : Mix.KINDS) {
            figures.put(p50(kind), quantile(at.sorted(kind), 0.5));
            figures.put(p99(kind), quantile(at.sorted(kind), 0.99));
        }
        figures.putAll(profiled(stack, calls, borne));
        return figures;
    }

    private static Mix run(Calls calls, double rate, int seconds) throws Exception {
        return Mix.run(calls, Mix.telephones(calls, rate, seconds), rate);
    }

    /** Once more at this rate, recorded: the processor's time by process. */
    private Map<String, Double> profiled(StackProcess stack, Calls calls, double rate) throws Exception {
        var telephones = Mix.telephones(calls, rate, SECONDS);
        var recording = stack.record();
        var before = stack.spent();
        long started = System.nanoTime();
        var mix = Mix.run(calls, telephones, rate);
        var seconds = (System.nanoTime() - started) / 1e9;
        var spent = stack.spent().since(before);
        profile.clear();
        profile.putAll(Profile.of(recording.stop(), PARTS));
        System.out.printf(
                "load: profiled at %.0f a second, p99 %.0f ms: %s%n", rate, quantile(mix.sorted(), 0.99), profile);
        int count = mix.sorted().size();
        return Map.of(
                STACK, 1e3 * spent.stack() / count,
                TABLES, 1e3 * spent.tables() / count,
                CALLERS, 1e3 * spent.callers() / count,
                OTHERS, spent.others() / seconds);
    }

    public static List<String> kinds() {
        return Mix.KINDS;
    }

    public static String p50(String kind) {
        return kind + ", p50 ms";
    }

    public static String p99(String kind) {
        return kind + ", p99 ms";
    }

    /** Of the samples of the stack's JVM in the last round; the largest part first. */
    public Map<String, Double> profile() {
        return profile;
    }

    private static double quantile(List<Double> sorted, double part) {
        return sorted.isEmpty()
                ? Double.POSITIVE_INFINITY
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)));
    }
}
