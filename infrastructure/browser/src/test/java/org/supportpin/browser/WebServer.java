package org.supportpin.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody else's panel: a web server in PHP or Node, in a process of its own. These tests run only if asked for, so a missing program is a failure. */
final class WebServer implements AutoCloseable {

    private final Process process;
    private final String origin;
    private final Path log;

    private WebServer(Process process, String origin, Path log) {
        this.process = process;
        this.origin = origin;
        this.log = log;
    }

    /**
     * PHP's own server. It reads each file anew, since tests write into them.
     *
     * @param folder the web root
     */
    static WebServer php(Path folder, Map<String, String> environment) {
        var sessions = temporary("sessions");
        return start(
                port -> List.of(
                        "php",
                        "-d",
                        "session.save_path=" + sessions,
                        "-d",
                        "display_errors=0",
                        "-d",
                        "log_errors=1",
                        "-d",
                        "opcache.enable=0",
                        "-S",
                        "127.0.0.1:" + port,
                        "-t",
                        folder.toString()),
                folder,
                environment);
    }

    /**
     * A module that listens on its first argument.
     *
     * @param folder where it is
     */
    static WebServer node(Path folder, String module, Map<String, String> environment) {
        return start(port -> List.of("node", module, Integer.toString(port)), folder, environment);
    }

    private interface Command {
        List<String> on(int port);
    }

    private static WebServer start(Command command, Path folder, Map<String, String> environment) {
        int port = freePort();
        var log = temporary("log").resolve("server.log");
        var builder = new ProcessBuilder(new ArrayList<>(command.on(port)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            var server = new WebServer(builder.start(), "http://127.0.0.1:" + port, log);
            await().atMost(30, TimeUnit.SECONDS).until(() -> server.listens(port));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Install Debian's packages php-cli, php-curl and nodejs.", e);
        }
    }

    private boolean listens(int port) {
        if (!process.isAlive()) {
            throw new IllegalStateException(log());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary(String name) {
        try {
            return Files.createTempDirectory("support-pin-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return origin;
    }

    /** Everything that it has written. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
