package org.supportpin.benchmark.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processor's time of a JVM so far, by kind of thread, as Linux counts it: in ticks of 10 ms. */
public record Threads(Map<String, Duration> spent) {

    /** The code that is measured, outside the kernel. */
    public static final String JAVA = "Java";

    /** What the kernel does for it, such as reading from sockets and writing to them. */
    public static final String KERNEL = "kernel";

    public static final String COMPILERS = "compilers";
    public static final String COLLECTOR = "collector and other threads of the JVM";

    private static final long TICK = 10;

    /** In the part of a line that comes after the thread's name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    public static Threads of(long process) throws IOException {
        var spent = new HashMap<String, Duration>();
        try (var tasks = Files.list(Path.of("/proc/" + process + "/task"))) {
            for (var task : tasks.toList()) {
                lineOf(task)
                        .forEach((kind, ticks) -> spent.merge(kind, Duration.ofMillis(TICK * ticks), Duration::plus));
            }
        }
        return new Threads(Map.copyOf(spent));
    }

    private static Map<String, Long> lineOf(Path task) throws IOException {
        try {
            var line = Files.readString(task.resolve("stat"));
            var name = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
            var rest = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long user = Long.parseLong(rest[USER]);
            long system = Long.parseLong(rest[SYSTEM]);
            if (name.startsWith("C1 ") || name.startsWith("C2 ")) {
                return Map.of(COMPILERS, user + system);
            }
            // The recorder's own threads would not be there otherwise.
            return name.startsWith("JFR ")
                    ? Map.of()
                    : isJava(name) ? Map.of(JAVA, user, KERNEL, system) : Map.of(COLLECTOR, user + system);
        } catch (NoSuchFileException endedMeanwhile) {
            return Map.of();
        }
    }

    private static boolean isJava(String name) {
        return Stream.of("VM ", "GC ", "G1 ", "Signal ", "Monitor ", "Service ", "Notification ", "Attach ")
                .noneMatch(name::startsWith);
    }

    /** What was spent since then. */
    public Threads since(Threads before) {
        return new Threads(spent.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().minus(before.spent.getOrDefault(each.getKey(), Duration.ZERO)))));
    }

    /** In milliseconds. */
    public double of(String kind) {
        return spent.getOrDefault(kind, Duration.ZERO).toMillis();
    }
}
