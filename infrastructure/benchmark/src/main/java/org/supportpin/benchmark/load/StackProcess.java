package org.supportpin.benchmark.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.supportpin.benchmark.profile.Recording;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.sample.Caller;

/** The local stack in a process of its own, with the options of {@code mvn -Plocal} and its tables in memory. */
final class StackProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path folder;
    private final URI uri;

    private StackProcess(Process process, Path folder, URI uri) {
        this.process = process;
        this.folder = folder;
        this.uri = uri;
    }

    static StackProcess start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder(
                        tool("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsupportpin.stopWithParent=true",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "org.supportpin.local.Main")
                .directory(ProjectFiles.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("stack.log").toFile());
        builder.environment().put("SUPPORT_PIN_PORT", Integer.toString(port));
        builder.environment()
                .put(
                        "SUPPORT_PIN_DATA",
                        Files.createTempDirectory(folder, "data").toString());
        builder.environment().put("SUPPORT_PIN_TABLES", "memory");
        var stack = new StackProcess(builder.start(), folder, URI.create("http://127.0.0.1:" + port));
        stack.awaitHealth();
        return stack;
    }

    private void awaitHealth() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                close();
                throw new IllegalStateException("not healthy: " + Files.readString(folder.resolve("stack.log")));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isHealthy() {
        try {
            return new Caller(uri).get("/local/health").statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    URI uri() {
        return uri;
    }

    /** Processor time so far. */
    Spent spent() throws IOException {
        return new Spent(
                cpu(Stream.of(process.toHandle())),
                cpu(process.descendants()),
                cpu(Stream.of(ProcessHandle.current())),
                machine());
    }

    /**
     * Processor seconds.
     *
     * @param stack of the JVM with gateway, functions, KMS and SNS
     * @param tables of the tables' process below it
     * @param callers of the benchmark
     * @param all of the whole machine
     */
    record Spent(double stack, double tables, double callers, double all) {
        Spent since(Spent before) {
            return new Spent(stack - before.stack, tables - before.tables, callers - before.callers, all - before.all);
        }

        double others() {
            return Math.max(0, all - stack - tables - callers);
        }
    }

    /** From Linux: ticks of 10 ms, of which the fourth and the fifth kind are idle. */
    private static double machine() throws IOException {
        var ticks = Files.readString(Path.of("/proc/stat"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" +", -1);
        double busy = 0;
        for (int kind = 1; kind < ticks.length; kind++) {
            busy += kind == 4 || kind == 5 ? 0 : Double.parseDouble(ticks[kind]);
        }
        return busy / 100;
    }

    private static double cpu(Stream<ProcessHandle> processes) {
        return processes
                .mapToDouble(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
                .sum();
    }

    /** Records where the stack's JVM spends its time from now on. */
    Recording record() throws IOException, InterruptedException {
        return Recording.start(process.pid(), folder);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
