package org.supportpin.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.supportpin.benchmark.profile.Profile;
import org.supportpin.benchmark.profile.Recording;
import org.supportpin.benchmark.profile.Threads;
import org.supportpin.local.http.Body;
import org.supportpin.local.lambda.FunctionProcess;
import org.supportpin.local.lambda.FunctionProcess.Launch;

/**
 * A warm call by the clock, and its time on the processor, taken apart: by kind of thread, and that of the code by what it is for.
 *
 * @param folder for recordings
 * @param warming how many calls come before
 * @param calls how many are measured
 */
record Apart(String name, Launch launch, Supplier<Body> event, int status, Path folder, int warming, int calls)
        implements Rounds.Measured {

    static final List<String> KINDS = List.of(Threads.JAVA, Threads.KERNEL, Threads.COMPILERS, Threads.COLLECTOR);

    private static final String SDK = "Java: AWS SDK";
    private static final String HTTP = "Java: HTTP client";
    private static final String TLS = "Java: TLS";
    private static final String CLIENT = "Java: Lambda's runtime client";
    private static final String JSON = "Java: JSON, of the event, of the entry and of the answer";
    private static final String LOG = "Java: the line of log";
    private static final String ITEMS = "Java: entries and items";
    private static final String OWN = "Java: our code, otherwise";
    private static final String OTHERS = "Java: the JDK alone";

    /** What the time of the code is for. */
    static final List<String> PURPOSES = List.of(SDK, HTTP, TLS, CLIENT, JSON, LOG, ITEMS, OWN, OTHERS);

    private static final Profile.Parts PARTS =
            new Profile.Parts(Map.of("org.supportpin.functions.http.Log", LOG), innermost());

    private static Map<String, String> innermost() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("sun.security.ssl.", TLS);
        parts.put("com.amazonaws.services.lambda.runtime.", CLIENT);
        parts.put("org.apache.hc.", HTTP);
        parts.put("software.amazon.awssdk.", SDK);
        parts.put("org.supportpin.backoffice.json.", JSON);
        parts.put("org.supportpin.functions.aws.", ITEMS);
        parts.put("org.supportpin.", OWN);
        return parts;
    }

    @Override
    public Map<String, Double> measure() throws Exception {
        try (var process = FunctionProcess.start(launch)) {
            times(process, warming);
            long pid = process.handle().pid();
            var before = Threads.of(pid);
            var times = times(process, calls);
            var spent = Threads.of(pid).since(before);
            // By itself, since to record takes time too.
            var recording = Recording.start(pid, folder);
            times(process, calls);
            var shares = Profile.of(recording.stop(), PARTS);

            var figures = new LinkedHashMap<>(Map.of(Warm.P50, Spread.quantile(times, 0.5)));
            KINDS.forEach(kind -> figures.put(kind, spent.of(kind) / calls));
            var java = spent.of(Threads.JAVA) / calls;
            PURPOSES.forEach(purpose -> figures.put(
                    purpose, java * shares.getOrDefault(purpose.equals(OTHERS) ? Profile.JDK : purpose, 0.0)));
            return figures;
        }
    }

    /** Of so many calls, in ms, the shortest first. */
    private List<Double> times(FunctionProcess process, int many) {
        var times = new ArrayList<Double>();
        for (int call = 0; call < many; call++) {
            var body = event.get();
            long started = System.nanoTime();
            Check.status(process, body, status);
            times.add((System.nanoTime() - started) / 1e6);
        }
        return times.stream().sorted().toList();
    }
}
