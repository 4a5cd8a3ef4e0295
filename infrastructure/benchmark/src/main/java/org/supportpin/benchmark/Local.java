package org.supportpin.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.supportpin.local.contract.ProjectFiles;

/** {@code mvn -Plocal}, as in README, until it is healthy. Maven builds nothing, because nothing has changed. */
record Local(Path folder) implements Rounds.Measured {

    static final String NAME = "mvn -Plocal";
    static final String SECONDS = "s";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> measure() throws IOException, InterruptedException {
        int port = freePort();
        var log = folder.resolve("local.log");
        var command = new ProcessBuilder("mvn", "-B", "-Plocal")
                .directory(ProjectFiles.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("SUPPORT_PIN_PORT", Integer.toString(port));
        command.environment()
                .put(
                        "SUPPORT_PIN_DATA",
                        Files.createTempDirectory(folder, "data").toString());
        long started = System.nanoTime();
        var maven = command.start();
        try {
            awaitHealth(maven, port, log);
            return Map.of(SECONDS, (System.nanoTime() - started) / 1e9);
        } finally {
            var all = maven.descendants().toList();
            all.forEach(ProcessHandle::destroy);
            maven.destroy();
            maven.waitFor();
            for (var each : all) {
                each.onExit().join();
            }
        }
    }

    private static void awaitHealth(Process maven, int port, Path log) throws IOException, InterruptedException {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/local/health"))
                .build();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!isHealthy(http, health)) {
                if (!maven.isAlive() || System.nanoTime() > until) {
                    throw new IllegalStateException("not healthy:\n" + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static boolean isHealthy(HttpClient http, HttpRequest health) throws InterruptedException {
        try {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
