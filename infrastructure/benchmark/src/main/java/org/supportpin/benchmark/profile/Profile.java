package org.supportpin.benchmark.profile;

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

/** Who spends the processor's time in a recording. */
public final class Profile {

    /** What has no name. */
    public static final String JDK = "the JDK alone";

    private Profile() {}

    /**
     * Names for code, by the beginning of a class's name; of several the first that fits.
     *
     * @param wholes whatever they call counts for them
     * @param innermost a sample that belongs to no whole counts for the innermost frame that has a name here
     */
    public record Parts(Map<String, String> wholes, Map<String, String> innermost) {

        private String of(List<RecordedFrame> frames) {
            return first(wholes, frames).or(() -> first(innermost, frames)).orElse(JDK);
        }

        private static Optional<String> first(Map<String, String> names, List<RecordedFrame> frames) {
            return frames.stream()
                    .flatMap(frame -> name(names, frame.getMethod().getType().getName()).stream())
                    .findFirst();
        }

        private static Optional<String> name(Map<String, String> names, String type) {
            return names.entrySet().stream()
                    .filter(each -> type.startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    /** Parts of all samples, the largest first; they add up to one. */
    public static Map<String, Double> of(Path recording, Parts parts) throws IOException {
        var counts = new HashMap<String, Integer>();
        int all = 0;
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    var stack = Optional.ofNullable(event.getStackTrace());
                    counts.merge(stack.map(trace -> parts.of(trace.getFrames())).orElse(JDK), 1, Integer::sum);
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
}
