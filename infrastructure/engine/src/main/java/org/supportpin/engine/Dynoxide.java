package org.supportpin.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A dynoxide process on a free loopback port, which ends when it is closed or the JVM ends. */
public final class Dynoxide implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    /** Another process may take a free port before it is used. */
    private static final int ATTEMPTS = 5;

    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private final URI uri;
    private volatile boolean closed;

    private Dynoxide(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** With tables that are lost when it closes. */
    public static Dynoxide inMemory() {
        return start(Binary.of(System.getenv()), List.of());
    }

    /** With tables in a database file, which is created if it does not exist. */
    public static Dynoxide on(Path file) {
        return start(Binary.of(System.getenv()), List.of("--db-path", file.toString()));
    }

    static Dynoxide start(Path binary, List<String> arguments) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(binary, arguments);
            } catch (PortTaken e) {
                if (attempt == ATTEMPTS) {
                    throw new NoEngine(binary + " did not find a free port: " + e.getMessage(), e);
                }
            }
        }
    }

    private static Dynoxide attempt(Path binary, List<String> arguments) throws PortTaken {
        int port = freePort();
        var command = new ArrayList<>(List.of(binary.toString(), "--host", HOST, "--port", Integer.toString(port)));
        command.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new NoEngine(binary + " cannot be started: " + e.getMessage(), e);
        }
        try {
            process.getOutputStream().close();
            Watchdog.over(process, Platform.ofThisMachine());
            Said.by(process).awaitListening(binary);
        } catch (IOException e) {
            process.destroyForcibly();
            throw new NoEngine(binary + " could not be set up to end with this program: " + e.getMessage(), e);
        } catch (RuntimeException | PortTaken e) {
            process.destroyForcibly();
            throw e;
        }
        var engine = new Dynoxide(process, URI.create("http://" + HOST + ":" + port));
        var unused = process.onExit().thenRun(engine::complainIfUnexpected);
        return engine;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new NoEngine("There is no free port for dynoxide: " + e.getMessage(), e);
        }
    }

    private void complainIfUnexpected() {
        if (!closed) {
            System.err.println("dynoxide ended unexpectedly (exit code " + process.exitValue()
                    + "), so the tables are unavailable; start again.");
        }
    }

    public URI uri() {
        return uri;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends the process, by force if necessary. */
    @Override
    public void close() {
        closed = true;
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
