package org.supportpin.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.supportpin.local.http.Body;
import org.supportpin.local.lambda.FunctionProcess;
import org.supportpin.local.lambda.FunctionProcess.Launch;

/** A warm function: time and processor time of each call, and memory. One process per round. */
final class Warm {

    static final String P50 = "p50 ms";
    static final String P99 = "p99 ms";
    static final String CPU = "CPU ms";
    static final String MEMORY = "peak MB";
    static final String FLOOR = "empty handler";
    static final String UNCHANGED = "current PIN, 304";
    static final String VERIFICATION = "verification, right";
    static final String BARE = "query, decrypt and put, bare";
    static final String QUERY = "query, bare";
    static final List<String> FIGURES = List.of(P50, P99, CPU, MEMORY);

    /** Short calls need more repetitions: the processor's clock ticks every 10 ms. */
    private static final int MOST_OFTEN = 10;

    private static final int OFTEN = 5;

    private static final int TWICE = 2;

    /** Until nothing is compiled any more: of short calls, and of those that are prepared by others. */
    private static final int SHORT = 40;

    private static final int LONG = 10;

    /** Until the compilers are done with what short calls run. */
    private static final Duration WARMING = Duration.ofSeconds(8);

    private final Site site;
    private final Requests requests;
    private final int calls;

    /**
     * @param calls the least number that is measured in each process, after twice as many and {@link #WARMING} that are not
     */
    Warm(Site site, Requests requests, int calls) {
        this.site = site;
        this.requests = requests;
        this.calls = calls;
    }

    private record Served(String name, Launch launch, Supplier<Body> event, int status, int calls)
            implements Rounds.Measured {
        @Override
        public Map<String, Double> measure() throws IOException {
            try (var process = FunctionProcess.start(launch)) {
                long warm = System.nanoTime() + WARMING.toNanos();
                for (int call = 0; call < 2 * calls || System.nanoTime() < warm; call++) {
                    Check.status(process, event.get(), status);
                }
                var times = new ArrayList<Double>();
                var before = cpu(process);
                for (int call = 0; call < calls; call++) {
                    var body = event.get();
                    long started = System.nanoTime();
                    Check.status(process, body, status);
                    times.add((System.nanoTime() - started) / 1e6);
                }
                var spent = cpu(process).minus(before);
                var sorted = times.stream().sorted().toList();
                return Map.of(
                        P50, Spread.quantile(sorted, 0.5),
                        P99, Spread.quantile(sorted, 0.99),
                        CPU, (double) spent.toMillis() / calls,
                        MEMORY, peak(process.handle().pid()));
            }
        }

        private static Duration cpu(FunctionProcess process) {
            return process.handle().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        /** The peak memory of the process, as Linux counts it. */
        private static double peak(long pid) {
            try {
                return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<Rounds.Measured> all() throws IOException {
        var all = new ArrayList<Rounds.Measured>();
        all.add(new Served(FLOOR, Own.floor(site.folder()), Requests::nothing, 200, MOST_OFTEN * calls));
        for (var secured : List.of(false, true)) {
            add(all, secured);
        }
        return all;
    }

    /** The calls of goal 7, over TLS, each taken apart after so many that nothing is compiled any more. */
    List<Rounds.Measured> apart() throws IOException {
        var customer = site.customer();
        var bare = site.tls("VerificationFunction", Own.bare(site.folder()));
        return List.of(
                apart(
                        UNCHANGED,
                        site.tls("CurrentPinFunction", Code.functions()),
                        () -> requests.unchanged(customer, "*"),
                        304,
                        SHORT),
                apart(QUERY, Own.query(bare, customer), Requests::nothing, 200, SHORT),
                apart(
                        VERIFICATION,
                        site.tls("VerificationFunction", Code.functions()),
                        requests::verification,
                        201,
                        LONG),
                apart(BARE, Own.bare(bare, customer), Requests::nothing, 200, LONG));
    }

    private Apart apart(String name, Launch launch, Supplier<Body> event, int status, int times) {
        return new Apart(name, launch, event, status, site.folder(), times * calls, times * calls);
    }

    private void add(List<Rounds.Measured> all, boolean secured) throws IOException {
        var over = secured ? ", TLS" : "";
        var customer = site.customer();
        Supplier<Body> unchanged = () -> requests.unchanged(customer, "*");
        var pin = launch("CurrentPinFunction", Code.functions(), secured);
        var verification = launch("VerificationFunction", Code.functions(), secured);
        var bare = launch("VerificationFunction", Own.bare(site.folder()), secured);
        all.add(new Served(UNCHANGED + over, pin, unchanged, 304, OFTEN * calls));
        all.add(new Served(QUERY + over, Own.query(bare, customer), Requests::nothing, 200, OFTEN * calls));
        all.add(new Served("current PIN" + over, pin, () -> requests.currentPin(customer), 200, TWICE * calls));
        all.add(new Served(VERIFICATION + over, verification, requests::verification, 201, TWICE * calls));
        all.add(new Served(BARE + over, Own.bare(bare, customer), Requests::nothing, 200, TWICE * calls));
        if (!secured) {
            all.add(new Served("verification, wrong", verification, requests::wrong, 403, calls));
            all.add(new Served("SMS", launch("SmsFunction", Code.functions(), false), requests::sms, 202, calls));
            all.add(new Served(
                    "action (one DNS record)",
                    launch("ActionFunction", Code.functions(), false),
                    requests::action,
                    201,
                    calls));
        }
    }

    private Launch launch(String function, Path code, boolean secured) {
        return secured ? site.tls(function, code) : site.http(function, code);
    }
}
