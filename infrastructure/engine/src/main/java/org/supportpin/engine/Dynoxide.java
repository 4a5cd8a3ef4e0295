package org.supportpin.engine;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A dynoxide process on a free loopback port, which ends when it is closed or the JVM ends.
 *
 * <p>It checks no signature and lets pages of every origin read and write. So it listens at a random one of the sixteen million
 * loopback addresses, which no page guesses together with the port. macOS has only one of them.
 */
public final class Dynoxide implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

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
        var host = anyLoopback();
        int port = freePort(host);
        var command = new ArrayList<>(
                List.of(binary.toString(), "--host", host.getHostAddress(), "--port", Integer.toString(port)));
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
        var engine = new Dynoxide(process, URI.create("http://" + host.getHostAddress() + ":" + port));
        var unused = process.onExit().thenRun(engine::complainIfUnexpected);
        return engine;
    }

    /** A random loopback address; the usual one if this system has no other. */
    private static InetAddress anyLoopback() {
        var octets = new byte[] {127, 0, 0, 0};
        do {
            RANDOM.nextBytes(octets);
            octets[0] = 127;
        } while (octets[3] == 0 || octets[3] == -1);
        try {
            var address = InetAddress.getByAddress(octets);
            try (var socket = new ServerSocket(0, 1, address)) {
                return socket.getInetAddress();
            } catch (BindException onlyOne) {
                return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            }
        } catch (IOException e) {
            throw new NoEngine("There is no loopback address for dynoxide: " + e.getMessage(), e);
        }
    }

    private static int freePort(InetAddress host) {
        try (var socket = new ServerSocket(0, 1, host)) {
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
