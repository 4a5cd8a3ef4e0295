package org.supportpin.benchmark.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Who spends the processor's time in a recording: each sample counts for the watch if that is running, and else for the
 * innermost frame whose code has a name here. */
final class Profile {

    /** Whatever it calls. */
    private static final String WATCH = "org.supportpin.functions.watch.";

    /** By the beginning of a class's name; the first that fits. */
    private static final Map<String, String> PARTS = parts();

    private static final String JDK = "the JDK alone";

    private Profile() {}

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

    /** Parts of all samples, the largest first; they add up to one. */
    static Map<String, Double> of(Path recording) throws IOException {
        var counts = new HashMap<String, Integer>();
        int all = 0;
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    var stack = Optional.ofNullable(event.getStackTrace());
                    var part = stack.map(trace -> part(trace.getFrames())).orElse(JDK);
                    counts.merge(part, 1, Integer::sum);
                    all++;
                }
            }
        }
        var total = (double) Math.max(1, all);
        var sorted = new LinkedHashMap<String, Double>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue() / total));
        return sorted;
    }

    private static String part(List<RecordedFrame> frames) {
        if (frames.stream().anyMatch(frame -> type(frame).startsWith(WATCH))) {
            return "the watch, with all that it calls";
        }
        return frames.stream()
                .flatMap(frame -> part(frame).stream())
                .findFirst()
                .orElse(JDK);
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static Optional<String> part(RecordedFrame frame) {
        var name = type(frame);
        return PARTS.entrySet().stream()
                .filter(each -> name.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
